import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import {
  childElements,
  documentBroken,
  documentEmpty,
  documentTooMuch,
  dublinCore,
  parseDocumentXml,
} from '../reading/document-xml.ts';
import { removeMarginalia } from '../reading/page/marginalia.ts';
import type { PageBlock } from '../reading/page/page-block.ts';
import { pageBlocks } from '../reading/page/page-blocks.ts';
import { parsePage } from '../reading/page/parse-page.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { readZip } from '../reading/read-zip.ts';

const TYPE = 'application/epub+zip';

/**
 * E-books, for issues of magazines and reports that come as such: all their chapters in order are one text. Their
 * covers, tables of contents and pictures are left out. Books with locked chapters are refused.
 */
export const epubReader: ArticleReader = {
  mediaType: TYPE,
  get name() {
    return t('readerName.book');
  },
  extensions: ['epub'],
  recognises: ({ name, bytes }) => /\.epub$/i.test(name) || startsLikeBook(bytes),
  read: ({ bytes }, limit) => readBook(bytes, limit),
  keepsSource: true,
};

function startsLikeBook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  return start.startsWith('PK') && start.slice(30).startsWith(`mimetype${TYPE}`);
}

async function readBook(bytes: Uint8Array, limit: number): Promise<FoundArticle> {
  const parts = await partsOf(bytes);
  if (parts.has('META-INF/rights.xml')) throw new UnreadableFileError(t('file.bookLocked'));
  const path = packagePath(parts);
  const root = parseDocumentXml(parts.get(path) ?? new Uint8Array());
  const blocks: PageBlock[] = [];
  let length = 0;
  for (const name of chaptersOf(root, path)) {
    const chapter = chapterBlocks(parts.get(name));
    length += chapter.reduce((sum, { lines }) => sum + lines.join(' ').length, 0);
    // What is longer is refused in any case, with the figure.
    if (length > 2 * limit) throw documentTooMuch();
    blocks.push(...chapter);
  }
  if (blocks.length === 0) throw documentEmpty();
  return { text: writeBlocks(blocks), details: detailsOf(root), hasFrontMatter: false };
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for await (const { name, bytes: part } of readZip(bytes)) {
    if (/\.(?:xml|opf|x?html?)$/i.test(name)) parts.set(name, part);
  }
  return parts;
}

function packagePath(parts: ReadonlyMap<string, Uint8Array>): string {
  const container = parts.get('META-INF/container.xml');
  if (!container) throw documentBroken();
  const [file] = Array.from(parseDocumentXml(container).getElementsByTagName('rootfile'));
  const path = file?.getAttribute('full-path') ?? '';
  if (!parts.has(path)) throw documentBroken();
  return path;
}

/** The names of the chapters' files, in the order in which they are read. */
function chaptersOf(root: Element, path: string): string[] {
  const section = (name: string) => childElements(root).find(({ localName }) => localName === name);
  const [manifest, spine] = [section('manifest'), section('spine')];
  if (!manifest || !spine) throw documentBroken();
  const files = new Map(
    childElements(manifest)
      .filter((item) => !/\b(?:nav|cover-image)\b/.test(item.getAttribute('properties') ?? ''))
      .map((item) => [item.getAttribute('id') ?? '', item.getAttribute('href') ?? '']),
  );
  return childElements(spine)
    .filter((item) => item.getAttribute('linear') !== 'no')
    .flatMap((item) => files.get(item.getAttribute('idref') ?? '') ?? [])
    .flatMap((href) => nameIn(path, href));
}

/** Names in a book are addresses, from the folder of its list of contents. */
function nameIn(path: string, href: string): string[] {
  const base = `book:///${path.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(href, base)) return [];
  try {
    return [decodeURIComponent(new URL(href, base).pathname.slice(1))];
  } catch {
    return [];
  }
}

function chapterBlocks(bytes: Uint8Array | undefined): PageBlock[] {
  if (!bytes) return [];
  const { body } = parsePage(new TextDecoder().decode(bytes));
  removeMarginalia(body);
  return pageBlocks(body);
}

function detailsOf(root: Element): FoundArticle['details'] {
  const [title] = dublinCore(root, 'title');
  const byline = dublinCore(root, 'creator').join(', ');
  const [publication] = dublinCore(root, 'publisher');
  const [published] = dublinCore(root, 'date');
  const [language] = dublinCore(root, 'language');
  const told = { title, byline, publication, published, language };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value));
}
