import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeBrat } from './write.ts';

/** A folder for the brat annotation tool, zipped. */
export const brat: Format = {
  key: 'brat',
  extension: 'brat.zip',
  mediaType: 'application/zip',
  get name() {
    return t('formatName.brat');
  },
  get description() {
    return t('formatUse.brat');
  },
  losses: [
    'brat holds no annotation over a line break: one over several lines shows as a piece for each line.',
    'Speakers, figures, units and notes stand in brat’s annotator notes, as words that it cannot check or search by field.',
    'Titles, bylines, dates and addresses of articles stand in articles.jsonl, which brat does not show.',
    'Headings, lists and blockquotes are plain lines of text.',
    'Links between annotations are not in the file.',
  ],
  write: writeBrat,
};
