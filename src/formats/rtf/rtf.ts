import { t } from '../../messages/language.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import { documentBroken, documentEmpty } from '../reading/document-xml.ts';
import { isVisible } from '../reading/page/visible-words.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { rtfParagraphs } from './rtf-paragraphs.ts';

/**
 * Rich Text, as WordPad, TextEdit and Word save it: its paragraphs, and rows of tables a paragraph each. Pictures,
 * headers, footers, notes, comments and deleted words are left out. Title, byline and date may stand at the top.
 */
export const rtfReader: ArticleReader = {
  mediaType: 'application/rtf',
  get name() {
    return t('readerName.rtf');
  },
  extensions: ['rtf'],
  recognises: ({ name, bytes }) => /\.rtf$/i.test(name) || startsLikeRtf(bytes),
  read: async ({ bytes }) => readRtf(bytes),
  keepsSource: true,
};

function startsLikeRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf';
}

function readRtf(bytes: Uint8Array): FoundArticle {
  if (!startsLikeRtf(bytes)) throw documentBroken();
  const paragraphs = rtfParagraphs(Buffer.from(bytes).toString('latin1')).filter((lines) =>
    lines.some(isVisible),
  );
  if (paragraphs.length === 0) throw documentEmpty();
  const text = writeBlocks(paragraphs.map((lines) => ({ kind: 'paragraph', lines })));
  return { text, details: {}, hasFrontMatter: true };
}
