import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeQdpx } from './write.ts';

/** Articles and annotations as a project for QDA software. */
export const qdpx: Format = {
  key: 'qdpx',
  extension: 'qdpx',
  mediaType: 'application/octet-stream',
  get name() {
    return t('formatName.qdpx');
  },
  get description() {
    return t('formatUse.qdpx');
  },
  losses: [
    'Speakers, figures, units and notes stand in the comments of the passages, as words.',
    'An annotation in several parts is several coded passages with a link from each to the next; some tools drop the links.',
    'Headings, lists and blockquotes are plain lines of text.',
    'In titles, names and comments, characters that XML 1.0 cannot hold, such as most control characters, become U+FFFD.',
    'Links between annotations are not in the file.',
  ],
  write: writeQdpx,
};
