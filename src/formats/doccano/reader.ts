import { t } from '../../messages/language.ts';
import { OUR_KEY } from '../format.ts';
import type { AnnotationReader } from '../incoming.ts';
import { readSpan } from '../reading/doccano.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { asObject, hasProdigyKeys, isJsonMin } from '../reading/tool-marks.ts';
import { LABEL_KEYS, readRecord } from './record.ts';

/**
 * Reads doccano's JSON Lines and JSON. Nothing in a file says what its offsets count: UTF-16 code units as a
 * rule, grapheme clusters where the project is in grapheme mode.
 */
export const doccanoReader: AnnotationReader = {
  key: 'doccano',
  get name() {
    return t('readerName.doccano');
  },
  recognises: (file) => firstRecords(file).some(isDoccano),
  read: (file) => readEachRecord(file, readRecord),
};

function isDoccano(value: unknown): boolean {
  const record = asObject(value);
  if (!record || Object.hasOwn(record, OUR_KEY) || hasProdigyKeys(record) || isJsonMin(record)) return false;
  if (record.text !== undefined && typeof record.text !== 'string') return false;
  return LABEL_KEYS.some((key) => holdsLabels(record[key], key));
}

/** Empty lists say nothing under keys that other tools use as well. */
function holdsLabels(value: unknown, key: string): boolean {
  if (!Array.isArray(value)) return key === 'label' && typeof value === 'string';
  const [first]: unknown[] = value;
  if (first === undefined) return key === 'label' || key === 'entities';
  return readSpan(first, 'any') !== undefined || (key !== 'annotations' && typeof first === 'string');
}
