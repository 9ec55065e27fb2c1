import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { cleanByline } from '../../text/clean-byline.ts';
import { parseNewsDate } from '../../text/dates.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import type { IncomingFile } from '../incoming.ts';
import { pageBlocks } from '../reading/page/page-blocks.ts';
import { parsePage } from '../reading/page/parse-page.ts';
import { isVisible } from '../reading/page/visible-words.ts';
import { writeBlocks } from '../reading/page/write-blocks.ts';
import { readWithReading } from '../reading/text-reading.ts';
import { type Headers, headerWords, type MimePart, partsOf, splitHeaders, wordsIn } from './parts.ts';

/** Reads a page as any other one. */
type ReadPage = (page: Uint8Array, address?: string, charset?: string) => FoundArticle;

/**
 * E-mails, of which the words are read and nothing that is attached, and pages that browsers save as one file (MHTML),
 * read by `readPage` as the page that they hold.
 */
export function mimeReader(readPage: ReadPage): ArticleReader {
  return {
    mediaType: 'message/rfc822',
    get name() {
      return t('readerName.mime');
    },
    extensions: ['eml', 'mhtml', 'mht'],
    recognises: (file) => /\.(?:eml|mhtml|mht)$/i.test(file.name) || startsLikeMessage(file),
    read: async ({ bytes }) => readMessage(bytes, readPage),
    keepsSource: true,
  };
}

/** By headers that no text has: a message says how it is written, an archive of a page too. */
function startsLikeMessage({ bytes }: IncomingFile): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (!/^[A-Z][\w-]{1,60}: ?\S/.test(start)) return false;
  const { headers } = splitHeaders(start);
  return headers.has('mime-version') && headers.has('content-type');
}

function readMessage(bytes: Uint8Array, readPage: ReadPage): FoundArticle {
  const message = Buffer.from(bytes).toString('latin1');
  const { headers } = splitHeaders(message);
  const parts = partsOf(message);
  const isArchive =
    headers.has('snapshot-content-location') ||
    /^multipart\/related/i.test(headers.get('content-type') ?? '');
  if (isArchive && !headers.has('to')) return readArchive(headers, parts, readPage);
  return readMail(headers, parts);
}

function readArchive(headers: Headers, parts: readonly MimePart[], readPage: ReadPage): FoundArticle {
  const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (!page) throw new UnreadableFileError(t('file.webArchiveEmpty'));
  const address = headers.get('snapshot-content-location') ?? page.location;
  const known = address && /^https?:/i.test(address) && URL.canParse(address) ? address : undefined;
  const found = readPage(page.bytes, known, page.charset);
  return { ...found, details: { ...(known && { url: known }), ...found.details } };
}

function readMail(headers: Headers, parts: readonly MimePart[]): FoundArticle {
  const own = parts.filter(({ isAttached }) => !isAttached);
  const found = own.find((part) => part.type === 'text/plain' && isVisible(plainWords(part)));
  const page = own.find(({ type }) => type === 'text/html');
  const text = found ? plainWords(found) : page ? pageWords(page) : '';
  if (!isVisible(text)) throw new UnreadableFileError(t('file.mailEmpty'));
  return { text, details: detailsOf(headers), hasFrontMatter: true, isPlain: found !== undefined };
}

function plainWords(part: MimePart): string {
  const text = lettersOf(part).replaceAll('\r\n', '\n');
  return part.isFlowed ? unflowed(text) : text;
}

/** Lines that end in a space go on in the next (RFC 3676). */
function unflowed(text: string): string {
  return text.replaceAll(/^(?!-- $)(.*) \n(?![>\n])/gm, '$1 ').replaceAll(/^ (?=>| |From )/gm, '');
}

function pageWords(part: MimePart): string {
  return writeBlocks(pageBlocks(parsePage(lettersOf(part)).body));
}

function lettersOf({ bytes, charset }: MimePart): string {
  const named = charset === '' ? undefined : wordsIn(bytes, charset);
  return named ?? readWithReading(bytes).text;
}

const FORWARDED = /^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+/i;

function detailsOf(headers: Headers): FoundArticle['details'] {
  const header = (name: string) => headerWords(headers.get(name) ?? '').trim();
  const title = header('subject').replace(FORWARDED, '');
  const [, sender = ''] = /^\s*"?([^"<]*?)"?\s*</.exec(header('from')) ?? [];
  const byline = cleanByline(sender);
  const published = parseNewsDate(header('date').replace(/\s*\([^)]*\)\s*$/, ''));
  const told = { title, byline, published };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value));
}
