import { t } from '../../messages/language.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import { documentBroken, documentEmpty, dublinCore, parseDocumentXml } from '../reading/document-xml.ts';
import { isVisible } from '../reading/page/visible-words.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { readZip } from '../reading/read-zip.ts';
import { documentBlocks } from './document-blocks.ts';

const TYPE = 'application/vnd.oasis.opendocument.text';

/**
 * Texts of LibreOffice and others: headings, paragraphs, lists, quotations by their styles and tables; notes as
 * paragraphs at the end, without their marks in the text; tracked changes as accepted. Comments and pictures are left
 * out. Title, byline and date may stand at the top of the words.
 */
export const openDocumentReader: ArticleReader = {
  mediaType: TYPE,
  get name() {
    return t('readerName.openDocument');
  },
  extensions: ['odt', 'fodt'],
  recognises: ({ name, bytes }) => /\.(?:odt|ott|fodt)$/i.test(name) || startsLikeText(bytes),
  read: ({ bytes }) => readText(bytes),
  keepsSource: true,
};

function startsLikeText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return start.startsWith('PK') && start.slice(30).startsWith(`mimetype${TYPE}`);
}

async function readText(bytes: Uint8Array): Promise<FoundArticle> {
  const { content, meta, styles } = await partsOf(bytes);
  const text = writeBlocks(documentBlocks(content, styles));
  if (!isVisible(text)) throw documentEmpty();
  return { text, details: detailsOf(meta, text), hasFrontMatter: true };
}

/** A flat document is one file of XML. */
async function partsOf(bytes: Uint8Array) {
  if (bytes[0] === 0x3c || bytes[0] === 0xef) {
    const root = parseDocumentXml(bytes);
    return { content: root, meta: root, styles: root };
  }
  const parts = new Map<string, Uint8Array>();
  for await (const { name, bytes: part } of readZip(bytes)) {
    if (name.endsWith('.xml')) parts.set(name, part);
  }
  const [content, meta, styles] = ['content.xml', 'meta.xml', 'styles.xml'].map((name) => parts.get(name));
  if (!content) throw documentBroken();
  return {
    content: parseDocumentXml(content),
    meta: meta && parseDocumentXml(meta),
    styles: styles && parseDocumentXml(styles),
  };
}

/** In UTF-16 code units from the beginning of the words. */
const TOP = 1000;

/** As of Word files, a title is believed only where the words begin with it. */
function detailsOf(meta: Element | undefined, text: string): FoundArticle['details'] {
  const [title] = meta ? dublinCore(meta, 'title') : [];
  const [language] = meta ? dublinCore(meta, 'language') : [];
  const isAtTop = title && text.slice(0, TOP).toLowerCase().includes(title.toLowerCase());
  return { ...(isAtTop ? { title } : {}), ...(language ? { language } : {}) };
}
