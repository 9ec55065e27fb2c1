import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeMetadata } from './metadata.ts';
import { writeCsv } from './write.ts';

/** One row an annotation, for spreadsheets, R and pandas. */
export const csv: Format = {
  key: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  get name() {
    return t('formatName.csv');
  },
  get description() {
    return t('formatUse.csv');
  },
  losses: [
    'Byline, language, labels and whole text of the articles, and articles without annotations, are not in the file: see articles.csv.',
    'In the file for spreadsheets a speaker, note or other field that truly begins with an apostrophe before = and the like loses it when it is read back; the raw file loses nothing.',
  ],
  write: ({ annotations, codebook }, options) => writeCsv(annotations(), options, codebook),
  companion: {
    suffix: '-metadata.json',
    mediaType: 'application/csvm+json',
    write: writeMetadata,
  },
};
