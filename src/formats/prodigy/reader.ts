import { z } from 'zod';
import { OUR_KEY } from '../format.ts';
import type { AnnotationReader } from '../incoming.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { asObject, hasProdigyKeys } from '../reading/tool-marks.ts';
import { readTask } from './task.ts';

/** Reads what `prodigy db-out` writes. Only accepted tasks are taken; each of the others is named with its answer. */
export const prodigyReader: AnnotationReader = {
  key: 'prodigy',
  name: 'Prodigy JSONL',
  recognises: (file) => firstRecords(file).some(isTask),
  read: (file) => readEachRecord(file, readTask, 'task'),
};

const spanShape = z.looseObject({ start: z.number(), end: z.number(), label: z.string() });

function isTask(value: unknown): boolean {
  const record = asObject(value);
  if (!record || Object.hasOwn(record, OUR_KEY)) return false;
  if (hasProdigyKeys(record)) return true;
  const { text, answer, spans } = record;
  if (!Array.isArray(spans) || typeof text !== 'string') return false;
  return typeof answer === 'string' || spanShape.safeParse(spans[0]).success;
}
