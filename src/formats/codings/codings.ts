import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeCodings, writeMetadata } from './write.ts';

/** One row a coded sentence and tag, or "nothing here": for agreement and models, which need the negatives. */
export const codings: Format = {
  key: 'codings',
  extension: 'codings.csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  get name() {
    return t('formatName.codings');
  },
  get description() {
    return t('formatUse.codings');
  },
  losses: [
    'Where in a sentence an annotation stands, and its attributes, are not in the file: see annotations.csv.',
    'Annotations in headings, which are no sentences, are not in the file.',
    'When a sentence was marked “nothing here” is not in the file.',
    'Links between annotations are not in the file.',
  ],
  write: writeCodings,
  companion: { suffix: '-metadata.json', mediaType: 'application/csvm+json', write: writeMetadata },
};
