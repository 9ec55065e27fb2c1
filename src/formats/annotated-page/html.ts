import { t } from '../../messages/language.ts';
import type { Format } from '../format.ts';
import { writeHtml } from './write.ts';

/** One annotated page to read, print, archive or send on. */
export const html: Format = {
  key: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  get name() {
    return t('formatName.html');
  },
  get description() {
    return t('formatUse.html');
  },
  losses: [
    'The labels of an article are not written.',
    'Offsets, and the breaks between blocks, are not written; programs should read another format.',
    'U+0000 becomes U+FFFD.',
    'Links between annotations are not in the file.',
  ],
  write: writeHtml,
};
