import type { ArticleReader } from '../article-file.ts';
import { type IncomingFile, UnreadableFileError } from '../incoming.ts';
import { decodeText, UnreadableTextError } from '../reading/decode-text.ts';

/** Plain text and Markdown, told by the name: `.txt`, `.md`, or none that names a kind. */
export const plainText: ArticleReader = {
  mediaType: 'text/plain',
  name: 'Text (.txt, .md)',
  extensions: ['txt', 'md', 'markdown', 'text'],
  recognises: ({ name }) => /\.(?:txt|md|markdown|text)$/i.test(name) || !NAMES_KIND.test(name),
  read: async (file) => ({ text: decoded(file), details: {}, hasFrontMatter: true }),
  keepsSource: false,
};

/** An ending of letters; what follows the last point of `Notes of 4.3.2026` or `St. Mary` is none. */
const NAMES_KIND = /\.(?=\w{1,8}$)\d*[a-z]\w*$/i;

function decoded({ bytes }: IncomingFile): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof UnreadableTextError) throw new UnreadableFileError(error.message, { cause: error });
    throw error;
  }
}
