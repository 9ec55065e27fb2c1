import { z } from 'zod';
import type { AnnotationReader } from '../incoming.ts';
import { firstRecords, jsonRecords } from '../reading/json-records.ts';
import { isJsonMin } from './json-min.ts';
import { readTask } from './task.ts';

/** Reads Label Studio's JSON and JSON-MIN, and the tasks that it imports, one in a line or in a list. */
export const labelstudioReader: AnnotationReader = {
  key: 'labelstudio',
  name: 'Label Studio JSON',
  recognises: (file) => firstRecords(file).some(isTask),
  read: async function* (file) {
    for (const record of jsonRecords(file, 'task')) {
      if ('reason' in record) yield record;
      else yield* readTask(record);
    }
  },
};

const recordShape = z.record(z.string(), z.unknown());
const dataShape = z.record(z.string(), z.unknown());

function isTask(value: unknown): boolean {
  const { data: record } = recordShape.safeParse(value);
  if (!record) return false;
  return dataShape.safeParse(record.data).success || (typeof record.data !== 'object' && isJsonMin(record));
}
