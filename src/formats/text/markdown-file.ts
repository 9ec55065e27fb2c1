import { t } from '../../messages/language.ts';
import { readFrontMatterBlock } from '../../text/front-matter-block.ts';
import { withoutInlineMarks } from '../../text/markdown-marks.ts';
import { normaliseText } from '../../text/normalise.ts';
import type { ArticleReader } from '../article-file.ts';
import { readWithReading } from '../reading/text-reading.ts';

/** Markdown: marks of blocks are the article's structure, marks in lines become plain words. */
export const markdownReader: ArticleReader = {
  mediaType: 'text/markdown',
  get name() {
    return t('readerName.markdown');
  },
  extensions: ['md', 'markdown'],
  recognises: ({ name }) => /\.(?:md|markdown)$/i.test(name),
  read: async ({ bytes, encoding }) => {
    const { text, ...how } = readWithReading(bytes, encoding);
    return { text: withPlainLines(normaliseText(text)), details: {}, hasFrontMatter: true, ...how };
  },
  // Addresses of links stand in the file alone.
  keepsSource: true,
};

/** What stands in the fields above a text is no Markdown. */
function withPlainLines(text: string): string {
  const end = readFrontMatterBlock(text)?.end ?? 0;
  return text.slice(0, end) + withoutInlineMarks(text.slice(end));
}
