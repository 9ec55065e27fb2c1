import { t } from '../../messages/language.ts';
import { OUR_KEY } from '../format.ts';
import type { AnnotationReader } from '../incoming.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { asObject, hasProdigyKeys, isJsonMin } from '../reading/tool-marks.ts';
import { readRecord } from './read-record.ts';
import { recordsIn } from './records.ts';

/**
 * Reads JSON in which texts stand with spans over them, whatever these are called: spaCy's documents and training
 * data, PubAnnotation, DataTurks, and what scripts write of the kind.
 */
export const spansReader: AnnotationReader = {
  key: 'spans',
  get name() {
    return t('readerName.spans');
  },
  recognises: (file) => firstRecords(file).some(isSpans),
  read: (file) =>
    readEachRecord(file, function* (record) {
      for (const inside of recordsIn(record)) yield* readRecord(inside);
    }),
};

function isSpans(value: unknown): boolean {
  const record = asObject(value);
  if (record && (Object.hasOwn(record, OUR_KEY) || hasProdigyKeys(record) || isJsonMin(record))) return false;
  if (record && asObject(record.data) !== undefined) return false;
  return recordsIn({ place: '', value }).some(({ hasSpans }) => hasSpans);
}
