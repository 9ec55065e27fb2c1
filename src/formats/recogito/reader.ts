import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingFile } from '../incoming.ts';
import { columnsIn, readingOfTable } from '../reading/csv-table.ts';
import { groupBySource } from '../reading/documents.ts';
import { firstRecords, jsonRecords } from '../reading/json-records.ts';
import { readPlacesTable } from './places-table.ts';
import { isTextAnnotation, readTextAnnotation } from './text-annotation.ts';

/** Reads the CSV of Recogito 2, and annotations as the text annotators of Recogito keep them. */
export const recogitoReader: AnnotationReader = {
  key: 'recogito',
  get name() {
    return t('readerName.recogito');
  },
  recognises: (file) => isTable(file.bytes) || firstRecords(file).some(isTextAnnotation),
  read: async function* (file) {
    if (isTable(file.bytes)) yield* readPlacesTable(file);
    else yield* groupBySource(annotationsIn(file));
  },
  readingOf: (file) => (isTable(file.bytes) ? readingOfTable(file) : undefined),
};

function isTable(bytes: Uint8Array): boolean {
  const names = columnsIn(bytes);
  return ['quote_transcription', 'anchor'].every((name) => names.includes(name));
}

function* annotationsIn(file: IncomingFile) {
  for (const record of jsonRecords(file)) yield 'reason' in record ? record : readTextAnnotation(record);
}
