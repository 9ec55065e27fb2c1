import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { columnsIn, readingOfTable } from '../reading/csv-table.ts';
import { isSqlite, SqliteFile } from '../reading/sqlite/sqlite-file.ts';
import { isDocumentPage, readDocumentPage } from './document-page.ts';
import { readHighlightsTable } from './highlights-table.ts';
import { hasProject, readProject } from './project.ts';

/** Reads what Taguette exports: a project, its highlights as CSV, and documents with their highlights as HTML. */
export const taguetteReader: AnnotationReader = {
  key: 'taguette',
  get name() {
    return t('readerName.taguette');
  },
  recognises: ({ bytes }) => isProject(bytes) || isHighlights(bytes) || isDocumentPage(bytes),
  read,
  readingOf: (file) => (isHighlights(file.bytes) ? readingOfTable(file) : undefined),
};

function isProject(bytes: Uint8Array): boolean {
  return isSqlite(bytes) && hasProject(bytes);
}

function isHighlights(bytes: Uint8Array): boolean {
  const names = columnsIn(bytes);
  return names.length === 4 && ['id', 'document', 'tag', 'content'].every((name) => names.includes(name));
}

async function* read(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const { bytes } = file;
  if (isSqlite(bytes)) yield* readProject(new SqliteFile(bytes));
  else if (isHighlights(bytes)) yield* readHighlightsTable(file);
  else yield readDocumentPage(bytes);
}
