import type { Format } from '../format.ts';
import { writeMetadata } from './metadata.ts';
import { writeCsv } from './write.ts';

/** One row an annotation, for spreadsheets, R and pandas. */
export const csv: Format = {
  key: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  name: 'CSV',
  description:
    'One row for each annotation, with its sentence and offsets. Opens in Excel, LibreOffice, R and pandas.',
  losses: [
    'The article has its title, address and the sentence at hand here, not its whole text: see articles.csv.',
  ],
  write: ({ annotations }, options) => writeCsv(annotations(), options),
  companion: {
    suffix: '-metadata.json',
    mediaType: 'application/csvm+json',
    write: writeMetadata,
  },
};
