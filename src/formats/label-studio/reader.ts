import { t } from '../../messages/language.ts';
import type { AnnotationReader } from '../incoming.ts';
import { readingOfTable } from '../reading/csv-table.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { asObject, isJsonMin } from '../reading/tool-marks.ts';
import { isTaskTable, readTaskTable } from './table.ts';
import { readTask } from './task.ts';

/** Reads Label Studio's JSON, JSON-MIN and CSV, and the tasks that it imports, one in a line or in a list. */
export const labelstudioReader: AnnotationReader = {
  key: 'labelstudio',
  get name() {
    return t('readerName.labelStudio');
  },
  recognises: (file) => isTaskTable(file.bytes) || firstRecords(file).some(isTask),
  read: (file) => (isTaskTable(file.bytes) ? readTaskTable(file) : readEachRecord(file, readTask, 'task')),
  readingOf: (file) => (isTaskTable(file.bytes) ? readingOfTable(file) : undefined),
};

function isTask(value: unknown): boolean {
  const record = asObject(value);
  if (!record) return false;
  return asObject(record.data) !== undefined || (typeof record.data !== 'object' && isJsonMin(record));
}
