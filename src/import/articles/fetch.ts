import { UnreadableFileError, UnreadPageError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { type FetchedPage, type FetchOptions, fetchPage } from '../../fetch/fetch-page.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import type { Db } from '../../store/client.ts';
import { ownEntry } from '../../text/own-entry.ts';
import { readOneInThread } from '../reading/read-in-thread.ts';
import { keepForPreview, readOneFile } from './source.ts';

/** An article of a web page. It is not stored; its source is kept until it is, or for a day. */
export interface FetchedArticle {
  readonly found: FoundArticle;
  readonly sourceId: string;
  /** Where it stands in the end, behind all redirects. */
  readonly url: string;
}

/**
 * Fetches a web page and finds the article in it. `limit` is the most UTF-16 code units that a text may have.
 * Throws ForbiddenError for a member who may only read, FetchError where there is no page, and
 * UnreadPageError where there is no article in it.
 */
export async function fetchArticle(
  db: Db,
  member: Member,
  address: string,
  { limit, ...options }: FetchOptions & { readonly limit: number },
): Promise<FetchedArticle> {
  require(member, 'importArticles');
  const page = await fetchPage(address, options);
  const name = fileNameOf(page);
  const { found, mediaType } = await readPage(page, name, limit);
  const { url, bytes } = page;
  const sourceId = await keepForPreview(db, member, { name, url, mediaType, bytes });
  return { found: { ...found, details: { url, ...found.details } }, sourceId, url };
}

async function readPage(page: FetchedPage, name: string, limit: number) {
  const { bytes, url, charset } = page;
  try {
    if (!isHtml(page)) {
      const { found, mediaType } = await readOneFile({ name, bytes }, limit);
      return { found, mediaType };
    }
    const read = await readOneInThread('page', { bytes, url, charset }, { size: bytes.length });
    if ('found' in read) return { found: read.found, mediaType: 'text/html' };
    throw new UnreadPageError(read.problem, { url, ...read.details });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new UnreadPageError(error.message, { url });
  }
}

const HTML_TYPES = ['text/html', 'application/xhtml+xml'];

/** Some servers call everything HTML: what begins as a PDF or a Word file is one. */
function isHtml({ mediaType, bytes }: FetchedPage): boolean {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  return HTML_TYPES.includes(mediaType) && start !== '%PDF-' && !start.startsWith('PK\x03\x04');
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/x-markdown': 'md',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

const MAX_NAME = 100;

/** The last part of the path, with the ending that the media type asks for: by it a reader is chosen. */
function fileNameOf({ url, mediaType }: FetchedPage): string {
  const { hostname, pathname } = new URL(url);
  const last = plainName(pathname.split('/').findLast((part) => part !== '') ?? '') || hostname;
  const ending = ownEntry(ENDINGS, mediaType);
  if (!ending || last.toLowerCase().endsWith(`.${ending}`)) return last;
  return `${last.replace(/\.(html?|php|aspx?)$/i, '')}.${ending}`;
}

/** A part of an address as a name that every file system takes; the end of it, where its ending stands. */
function plainName(part: string): string {
  try {
    const name = decodeURIComponent(part).replaceAll(/[\p{C}/\\:*?"<>|]/gu, '-');
    return Array.from(name).slice(-MAX_NAME).join('');
  } catch {
    return '';
  }
}
