import { z } from 'zod';
import type { AnnotationReader } from '../incoming.ts';
import { MARKER } from '../jsonl/line.ts';
import { isJsonMin } from '../label-studio/json-min.ts';
import { PRODIGY_KEYS } from '../prodigy/keys.ts';
import { firstRecords, jsonRecords } from '../reading/json-records.ts';
import { LABEL_KEYS, readRecord } from './record.ts';
import { readSpan } from './span.ts';

/**
 * Reads doccano's JSON Lines and JSON. Nothing in a file says what its offsets count: UTF-16 code units as a rule,
 * grapheme clusters where the project is in grapheme mode.
 */
export const doccanoReader: AnnotationReader = {
  key: 'doccano',
  name: 'doccano JSONL',
  recognises: (file) => firstRecords(file).some(isDoccano),
  read: async function* (file) {
    for (const record of jsonRecords(file)) {
      if ('reason' in record) yield record;
      else yield* readRecord(record);
    }
  },
};

const recordShape = z.record(z.string(), z.unknown());

function isDoccano(value: unknown): boolean {
  const { data: record } = recordShape.safeParse(value);
  if (!record || [MARKER, ...PRODIGY_KEYS].some((key) => Object.hasOwn(record, key))) return false;
  if (isJsonMin(record)) return false;
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
