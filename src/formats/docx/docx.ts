import { buffer } from 'node:stream/consumers';
import mammoth from 'mammoth';
import { ZipFile } from 'yazl';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import { removeMarginalia } from '../reading/page/marginalia.ts';
import { pageBlocks } from '../reading/page/page-blocks.ts';
import { parsePage } from '../reading/page/parse-page.ts';
import { isVisible } from '../reading/page/visible-words.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { documentParts, unreadable } from './document-parts.ts';
import { detailsFromProperties } from './document-title.ts';
import { joinDropCaps } from './drop-caps.ts';
import { STYLE_MAP } from './style-map.ts';

/**
 * Word documents: headings, paragraphs, lists, quotations and tables by their styles; footnotes and endnotes
 * as a list at the end, without their marks in the text; the text as it is with all tracked changes accepted.
 * Comments, headers, footers and pictures are left out. Title, byline and date may stand at the top of the
 * words.
 */
export const docxReader: ArticleReader = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  get name() {
    return t('readerName.word');
  },
  extensions: ['docx'],
  recognises: ({ name, bytes }) => /\.(?:docx|docm|doc)$/i.test(name) || startsLikeDocument(bytes),
  read: ({ bytes }) => readDocument(bytes),
  keepsSource: true,
};

/** A zip archive whose first file is the list of a document’s parts, as Office writes it. */
function startsLikeDocument(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    start.startsWith('PK') && start.slice(30).startsWith('[Content_Types].xml') && start.includes('word/')
  );
}

async function readDocument(bytes: Uint8Array): Promise<FoundArticle> {
  const parts = await documentParts(bytes);
  const text = await wordsOf(parts);
  if (!isVisible(text)) {
    throw new UnreadableFileError(t('file.wordEmpty'));
  }
  return { text, details: detailsFromProperties(parts.get('docProps/core.xml'), text), hasFrontMatter: true };
}

async function wordsOf(parts: ReadonlyMap<string, string>): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml({ buffer: await zipOf(parts) }, OPTIONS);
    const { body } = parsePage(`<html><body>${value}</body></html>`);
    removeMarginalia(body);
    return writeBlocks(pageBlocks(body));
  } catch (cause) {
    // Whatever mammoth stumbles over, it is in the document.
    throw unreadable(cause);
  }
}

const OPTIONS = {
  styleMap: [...STYLE_MAP],
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
};

/** An archive of the checked parts alone, so that a second reading of the file cannot find others. */
async function zipOf(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(joinDropCaps(xml)), name, { compress: false });
  zip.end();
  return await buffer(zip.outputStream);
}
