import { z } from 'zod';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, UnreadableRecord } from '../incoming.ts';
import { readingOfTable } from '../reading/csv-table.ts';
import { groupBySource, type PlacedAnnotation } from '../reading/documents.ts';
import { readJson } from '../reading/read-json.ts';
import { readRow } from './row.ts';
import { isHypothesisTable, readHypothesisTable } from './table.ts';

/** Bytes in which a file shows what it is. */
const HEAD = 64 * 1024;

/**
 * Reads exports of the Hypothesis client in JSON and CSV, answers of its API, and annotations by themselves, one or a
 * list.
 */
export const hypothesisReader: AnnotationReader = {
  key: 'hypothesis',
  get name() {
    return t('readerName.hypothesis');
  },
  recognises: ({ bytes }) => {
    const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
    const isWrapped =
      /^\s{0,1000}\{\s{0,1000}"(?:export_date|export_userid|client_version|annotations|total|rows)"/.test(
        head,
      );
    const isBare = /^\s{0,1000}(?:\[\s{0,1000})?\{/.test(head);
    if (isHypothesisTable(bytes)) return true;
    return (isWrapped || isBare) && /"user"\s{0,9}:\s{0,9}"acct:/.test(head) && /"uri"\s{0,9}:/.test(head);
  },
  read: async function* (file) {
    if (isHypothesisTable(file.bytes)) yield* readHypothesisTable(file);
    else yield* groupBySource(rowsOf(readJson(file.bytes)));
  },
  readingOf: (file) => (isHypothesisTable(file.bytes) ? readingOfTable(file) : undefined),
};

const wrapper = z.union([
  z.array(z.unknown()),
  z.looseObject({ annotations: z.array(z.unknown()) }).transform(({ annotations }) => annotations),
  z.looseObject({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
  // One annotation, as the API gives it.
  z.looseObject({ user: z.string(), uri: z.string() }).transform((row) => [row]),
]);

function* rowsOf(root: unknown): Generator<PlacedAnnotation | UnreadableRecord> {
  const { data } = wrapper.safeParse(root);
  if (!data) {
    throw new UnreadableFileError(t('file.hypothesisNone'));
  }
  for (const [index, row] of data.entries())
    yield readRow(row, t('place.annotation', { number: String(index + 1) }));
}
