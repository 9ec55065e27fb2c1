import { z } from 'zod';
import type { AnnotationReader } from '../incoming.ts';
import { MARKER } from '../jsonl/line.ts';
import { firstRecords, jsonRecords } from '../reading/json-records.ts';
import { PRODIGY_KEYS } from './keys.ts';
import { readTask } from './task.ts';

/** Reads what `prodigy db-out` writes. Only accepted tasks are taken; each of the others is named with its answer. */
export const prodigyReader: AnnotationReader = {
  key: 'prodigy',
  name: 'Prodigy JSONL',
  recognises: (file) => firstRecords(file).some(isTask),
  read: async function* (file) {
    for (const record of jsonRecords(file, 'task')) {
      if ('reason' in record) yield record;
      else yield* readTask(record);
    }
  },
};

const recordShape = z.record(z.string(), z.unknown());
const spanShape = z.looseObject({ start: z.number(), end: z.number(), label: z.string() });

function isTask(value: unknown): boolean {
  const { data: record } = recordShape.safeParse(value);
  if (!record || Object.hasOwn(record, MARKER)) return false;
  if (PRODIGY_KEYS.some((key) => Object.hasOwn(record, key))) return true;
  const { text, answer, spans } = record;
  if (!Array.isArray(spans) || typeof text !== 'string') return false;
  return typeof answer === 'string' || spanShape.safeParse(spans[0]).success;
}
