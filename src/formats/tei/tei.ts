import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeTei } from './write.ts';

/** TEI P5: the articles with their annotations inside, for text scholarship and corpora. */
export const tei: Format = {
  key: 'tei',
  extension: 'tei.xml',
  mediaType: 'application/tei+xml',
  get name() {
    return t('formatName.tei');
  },
  get description() {
    return t('formatUse.tei');
  },
  losses: [
    'Characters that XML 1.0 cannot hold, such as most control characters, become U+FFFD.',
    'What stands between blocks, such as blank lines and list marks, is not written; the offsets count it.',
    'The labels of an article are not written.',
    'Units and subjects that are no words in the sense of TEI are written in the feature structure alone.',
    'Links between annotations are not in the file.',
  ],
  write: writeTei,
};
