import { t } from '../../messages/language.ts';
import type { AnnotationReader } from '../incoming.ts';
import { firstRecords, readEachRecord } from '../reading/json-records.ts';
import { isArgilla, readRecord } from './record.ts';

/** Reads records of Argilla, as its datasets give them out as JSON: nested, or flat as on the Hugging Face Hub. */
export const argillaReader: AnnotationReader = {
  key: 'argilla',
  get name() {
    return t('readerName.argilla');
  },
  recognises: (file) => firstRecords(file).some(isArgilla),
  read: (file) => readEachRecord(file, readRecord),
};
