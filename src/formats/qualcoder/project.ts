import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { addToList } from '../lists-by-key.ts';
import type { SqliteFile, SqlRow } from '../reading/sqlite/sqlite-file.ts';
import type { SqlValue } from '../reading/sqlite/sqlite-pages.ts';

/** The tables by which a project is known. */
export const TABLES = ['source', 'code_text', 'code_name', 'code_cat'];

/** Reads a project: each text with its codings, its annotations and its memo, and then what is left out. */
export function* readProject(file: SqliteFile): Generator<IncomingDocument | UnreadableRecord> {
  const codes = codesIn(file);
  const codings = byFile(file, 'code_text');
  const annotations = byFile(file, 'annotation');
  for (const { id, name, fulltext, memo } of file.rows('source')) {
    const title = wordsIn(name) || t('place.sourceUnnamed');
    const place = `“${title}”`;
    const text = wordsOf(fulltext);
    if (text === undefined) yield { place, reason: t('record.sourceWithoutText') };
    else {
      yield {
        place,
        text,
        details: { title: title.replace(/\.(?:txt|docx?|odt|pdf|md|html?|rtf|epub)$/i, '') },
        annotations: [
          ...aboutAll(place, wordsIn(memo)),
          ...(codings.get(id ?? null) ?? []).map((row) => coding(row, place, codes)),
          ...(annotations.get(id ?? null) ?? []).map((row) => annotation(row, place)),
        ],
      };
    }
  }
  yield* leftOut(file);
}

function byFile(file: SqliteFile, table: string): Map<SqlValue, SqlRow[]> {
  const rows = new Map<SqlValue, SqlRow[]>();
  for (const row of file.rows(table)) addToList(rows, row.fid ?? null, row);
  return rows;
}

interface Code {
  readonly name: string;
  readonly category: string | undefined;
  readonly memo: string;
}

function codesIn(file: SqliteFile): Map<SqlValue, Code> {
  const categories = new Map([...file.rows('code_cat')].map((row) => [row.catid ?? null, wordsIn(row.name)]));
  return new Map(
    [...file.rows('code_name')].map((row) => [
      row.cid ?? null,
      { name: wordsIn(row.name), category: categories.get(row.catid ?? null), memo: wordsIn(row.memo) },
    ]),
  );
}

function coding(row: SqlRow, document: string, codes: ReadonlyMap<SqlValue, Code>): IncomingAnnotation {
  const code = codes.get(row.cid ?? null);
  const remarks = [
    ...(code?.category ? [`Category: ${code.category}`] : []),
    ...(Number(row.important) === 1 ? ['Important'] : []),
  ];
  return {
    id: `coding ${row.ctid}`,
    place: t('place.codingIn', { place: document, number: String(row.ctid) }),
    label: code?.name || 'unknown code',
    ...placeAndPerson(row, wordsOf(row.seltext)),
    attributes: noteOf(row),
    ...(remarks.length > 0 && { remarks }),
  };
}

/** QualCoder calls a note on some words of a text an annotation. */
function annotation(row: SqlRow, document: string): IncomingAnnotation {
  return {
    id: `annotation ${row.anid}`,
    place: t('place.annotationIn', { place: document, number: String(row.anid) }),
    label: 'annotation',
    ...placeAndPerson(row, undefined),
    attributes: noteOf(row),
  };
}

function placeAndPerson(row: SqlRow, words: string | undefined) {
  const offsets = { start: Number(row.pos0), end: Number(row.pos1), unit: 'any' as const };
  const time = wordsIn(row.date).replace(' ', 'T');
  return {
    anchors: [words ? { offsets, words } : { offsets }],
    annotator: wordsIn(row.owner) || undefined,
    ...(time !== '' && { createdAt: time }),
  };
}

function noteOf({ memo }: SqlRow): { readonly note?: string } {
  const note = wordsIn(memo);
  return note === '' ? {} : { note };
}

function aboutAll(place: string, memo: string): IncomingAnnotation[] {
  return memo === '' ? [] : [{ place, label: 'memo', anchors: [], attributes: {}, remarks: [memo] }];
}

/** What is not of words. */
const OTHERS = ['code_image', 'code_av', 'journal', 'cases'];

function* leftOut(file: SqliteFile): Generator<UnreadableRecord> {
  const tables = OTHERS.filter((table) => !file.rows(table).next().done);
  if (tables.length > 0)
    yield { place: t('place.project'), reason: t('record.onlyTexts', { lists: tables.join(', ') }) };
}

function wordsOf(value: SqlValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function wordsIn(value: SqlValue | undefined): string {
  return wordsOf(value)?.trim() ?? '';
}
