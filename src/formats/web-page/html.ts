import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { cleanByline } from '../../text/clean-byline.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import type { Encoding } from '../reading/detect-encoding.ts';
import { pageBlocks } from '../reading/page/page-blocks.ts';
import { parsePage } from '../reading/page/parse-page.ts';
import { foldLine } from '../reading/page/visible-words.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { decodePage } from './decode-page.ts';
import { findArticle, noArticle } from './find-article.ts';
import { takeHeadLines } from './head-lines.ts';
import { linkedBlocks } from './linked-blocks.ts';
import { type FoundDetails, pageDetails } from './page-details.ts';

/** Web pages as browsers save them. Nothing in them runs, and nothing is fetched. */
export const htmlReader: ArticleReader = {
  mediaType: 'text/html',
  get name() {
    return t('readerName.page');
  },
  extensions: ['html', 'htm', 'xhtml'],
  recognises: ({ name, bytes }) => /\.x?html?$/i.test(name) || startsLikePage(bytes),
  read: async ({ bytes, encoding }) => readHtmlPage(bytes, undefined, undefined, encoding),
  keepsSource: true,
};

function startsLikePage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\u0000', '');
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(
    start,
  );
}

/**
 * The article of a web page: its words with their structure, and what the page says of it. `address` is the
 * final address where the page was fetched: canonical links are checked by it, and it is the article's where
 * there is none. `charset` is what the server called the encoding, `chosen` what a person did. Throws
 * UnreadableFileError with the reason where there is no article.
 */
export function readHtmlPage(
  source: Uint8Array | string,
  address?: string,
  charset?: string,
  chosen?: Encoding,
): FoundArticle {
  const { text, ...how } =
    typeof source === 'string' ? { text: source } : decodePage(source, charset, chosen);
  const document = parsePage(text);
  const known = pageDetails(document, address);
  // Asked first: finding the article takes the page apart.
  const told = linkedBlocks(document);
  const found = told.length === 0 ? findArticle(document) : articleOr(document, null);
  const { blocks, details } = takeHeadLines({
    blocks: found ? withoutBoilerplate(pageBlocks(found.content)) : told,
    details: withByline(known, found?.byline),
  });
  if (blocks.length === 0) throw noArticle();
  return { text: writeBlocks(blocks), details, hasFrontMatter: false, ...how };
}

/** The page's article, or `otherwise` where none is drawn in it. */
function articleOr<T>(document: Document, otherwise: T): ReturnType<typeof findArticle> | T {
  try {
    return findArticle(document);
  } catch (error) {
    if (error instanceof UnreadableFileError) return otherwise;
    throw error;
  }
}

/** What a page says of its article, even if that cannot be read. Throws as `readHtmlPage` does. */
export function readHtmlDetails(
  source: Uint8Array | string,
  address?: string,
  charset?: string,
): FoundDetails {
  const text = typeof source === 'string' ? source : decodePage(source, charset).text;
  return pageDetails(parsePage(text), address);
}

function withByline(details: FoundDetails, beside: string | undefined): FoundDetails {
  const byline = details.byline ? undefined : cleanByline(foldLine(beside ?? ''));
  if (!byline || byline.toLowerCase() === details.publication?.toLowerCase()) return details;
  return { ...details, byline };
}
