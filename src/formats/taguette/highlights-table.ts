import { t } from '../../messages/language.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { readTable } from '../reading/csv-table.ts';
import { groupBySource, type PlacedAnnotation } from '../reading/documents.ts';

/** Reads a table of highlights: a row for each tag of a highlight, with its words and the name of its document. */
export async function* readHighlightsTable(
  file: IncomingFile,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const found: (PlacedAnnotation | UnreadableRecord)[] = [];
  for await (const row of readTable(file)) {
    if ('reason' in row) {
      found.push(row);
      continue;
    }
    const { place, get } = row;
    const [title, words, label] = [get('document'), get('content'), get('tag') || 'untagged'];
    if (words === '') found.push({ place, reason: t('record.noWords') });
    else {
      const annotation = { id: `${get('id')} ${label}`, place, label, anchors: [{ words }], attributes: {} };
      found.push({ source: title, details: { title }, annotation });
    }
  }
  yield* groupBySource(found);
}
