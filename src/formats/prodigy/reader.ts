import { z } from 'zod';
import { t } from '../../messages/language.ts';
import { OUR_KEY } from '../format.ts';
import type { AnnotationReader } from '../incoming.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { asObject, hasProdigyKeys } from '../reading/tool-marks.ts';
import { readTask } from './task.ts';

/** Reads the output of `prodigy db-out`. Only accepted tasks are taken; the report names each other one. */
export const prodigyReader: AnnotationReader = {
  key: 'prodigy',
  get name() {
    return t('readerName.prodigy');
  },
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
