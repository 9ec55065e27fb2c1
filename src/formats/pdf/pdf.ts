import { setImmediate } from 'node:timers/promises';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { ArticleReader, FoundArticle } from '../article-file.ts';
import type { IncomingFile } from '../incoming.ts';
import { columnsOf } from './columns.ts';
import { type ExtractedPdf, type ExtractLimits, extractRuns, type RunPage } from './extract-runs.ts';
import { detailsOf } from './information.ts';
import { type Line, linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutRunningLines } from './running-lines.ts';
import { toMarkdown } from './to-markdown.ts';
import { uprightItems } from './upright.ts';

const MAX_PAGES = 1000;
const MAX_TIME_MS = 30_000;

/** PDF files with a text layer, as newspapers, agencies and printing programs write them. */
export const pdfReader: ArticleReader = {
  mediaType: 'application/pdf',
  get name() {
    return t('readerName.pdf');
  },
  extensions: ['pdf'],
  recognises: isPdf,
  read: (file, limit) =>
    readPdf(file, { maxPages: MAX_PAGES, maxCharacters: 2 * limit, maxTime: MAX_TIME_MS }),
  keepsSource: true,
};

/** By its mark, or by its name: some programs put other bytes before the mark. */
function isPdf({ name, bytes }: IncomingFile): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' || /\.pdf$/i.test(name);
}

/**
 * Reads a PDF within limits. Throws an UnreadableFileError for a scan without a text layer, for one whose
 * fonts do not tell which letters they draw, and as `extractRuns` does.
 */
export async function readPdf({ bytes }: IncomingFile, limits: ExtractLimits): Promise<FoundArticle> {
  const extracted = await extractRuns(bytes, limits);
  refuseSecretFonts(extracted);
  const text = toMarkdown(paragraphsOf(await linesOfPages(extracted.pages)));
  if (!/\p{L}/u.test(text)) throw new UnreadableFileError(t('file.pdfScan'));
  return { text, details: detailsOf(extracted, text), hasFrontMatter: true };
}

/** Columns of lines, in reading order. */
async function linesOfPages(pages: readonly RunPage[]): Promise<Line[][]> {
  const turned = pages.map(uprightItems);
  const heights = pages.map(({ view }) => (view[3] ?? 0) - (view[1] ?? 0));
  const main = withoutRunningLines(
    turned.map(([most = []]) => most),
    heights,
  );
  const columns: Line[][] = [];
  for (const [number, items] of main.entries()) {
    for (const writing of [items, ...(turned[number]?.slice(1) ?? [])])
      columns.push(...columnsOf(writing).map(linesOf));
    // A long file would keep everybody else waiting.
    await setImmediate();
  }
  return columns;
}

/** Characters that stand for nothing: a font without names for its letters draws them by private numbers. */
const SECRET = /[\p{Co}\p{Cn}\ufffd]/gu;

function refuseSecretFonts({ pages }: ExtractedPdf): void {
  let [all, secret] = [0, 0];
  for (const { text } of pages.flatMap((page) => page.items)) {
    all += text.length;
    secret += text.match(SECRET)?.length ?? 0;
  }
  if (secret * 5 <= all || secret === 0) return;
  throw new UnreadableFileError(t('file.pdfFonts'));
}
