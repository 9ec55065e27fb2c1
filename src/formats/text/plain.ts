import { t } from '../../messages/language.ts';
import type { ArticleReader } from '../article-file.ts';
import { readWithReading } from '../reading/text-reading.ts';

/** Plain text, told by the name: `.txt`, or none that names a kind. */
export const plainTextReader: ArticleReader = {
  mediaType: 'text/plain',
  get name() {
    return t('readerName.text');
  },
  extensions: ['txt', 'text'],
  recognises: ({ name }) => /\.(?:txt|text)$/i.test(name) || !NAMES_KIND.test(name),
  read: async ({ bytes, encoding }) => ({
    ...readWithReading(bytes, encoding),
    details: {},
    hasFrontMatter: true,
    isPlain: true,
  }),
  keepsSource: false,
};

/** An ending of letters; what follows the last point of `Notes of 4.3.2026` or `St. Mary` is none. */
const NAMES_KIND = /\.(?=\w{1,8}$)\d*[a-z]\w*$/i;
