import { type Band, bandsOf } from './bands.ts';
import { wordsOf } from './lines.ts';
import type { TextItem } from './text-item.ts';

/** Lines at the top or bottom of a page among which heads and feet are looked for. */
const REACH = 3;
/** How far the same head may be moved between pages, in points. */
const TOLERANCE = 3;
/** A page number stands apart from the text by at least so many of its own heights. */
const APART = 1;

const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:(?:page|seite|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:of|von|\/)\s*\d{1,4})?(?:\s*[-–—|\])])?$/i;

/** What browsers print above and below a page: time and title, address and number. */
const OF_A_BROWSER =
  /^(?:(?:https?|file):\S*\s*\d+\/\d+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?\b.*)$/;

/**
 * The pages without running heads, feet and page numbers. A line at the top or bottom of a page is one if it
 * stands at the same height on another page too, the same but for its figures; or if it stands apart and is
 * nothing but a page number, or what a browser prints there. Pages are lists of upright items; `heights` are
 * the pages' own.
 */
export function withoutRunningLines(
  pages: readonly (readonly TextItem[])[],
  heights: readonly number[],
): TextItem[][] {
  const bands = pages.map(bandsOf);
  const repeated = repeatedLines(bands, heights);
  return bands.map((page, number) => {
    const isRunning = (band: Band, next: Band | undefined) =>
      placesOf(band, heights[number] ?? 0).some((place) => (repeated.get(place)?.size ?? 0) > 1) ||
      (isOfNoArticle(wordsOf(band.items)) && next !== undefined && isApart(band, next));
    const first = page
      .slice(0, REACH)
      .findIndex((band, at) => !isRunning(band, page[at + 1] ?? page[at - 1]));
    const from = first === -1 ? Math.min(REACH, page.length) : first;
    const rest = page.slice(from);
    let to = rest.length;
    while (to > 0 && rest.length - to < REACH && isRunningAt(rest, to - 1, isRunning)) to -= 1;
    return rest.slice(0, to).flatMap((band) => band.items);
  });
}

function isOfNoArticle(words: string): boolean {
  return PAGE_NUMBER.test(words) || OF_A_BROWSER.test(words);
}

function isRunningAt(
  bands: readonly Band[],
  at: number,
  isRunning: (band: Band, next: Band | undefined) => boolean,
): boolean {
  const band = bands[at];
  return band !== undefined && isRunning(band, bands[at - 1]);
}

/** The pages on which each line near an edge stands at each place. */
function repeatedLines(
  pages: readonly (readonly Band[])[],
  heights: readonly number[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const seen = new Map<string, Set<number>>();
  for (const [number, bands] of pages.entries()) {
    const edges = new Set([...bands.slice(0, REACH), ...bands.slice(-REACH)]);
    for (const place of [...edges].flatMap((band) => placesOf(band, heights[number] ?? 0))) {
      seen.set(place, (seen.get(place) ?? new Set()).add(number));
    }
  }
  return seen;
}

/** A line's words with `#` for figures, and its height in the two nearest steps, to allow for small moves. */
function placesOf(band: Band, pageHeight: number): string[] {
  const words = wordsOf(band.items).toLowerCase().replaceAll(/\d+/g, '#').split(' ').toSorted().join(' ');
  const isUpper = band.bottom * 2 < pageHeight;
  const height = (isUpper ? band.bottom : pageHeight - band.bottom) / TOLERANCE;
  return [Math.floor(height), Math.floor(height) + 1].map(
    (step) => `${isUpper ? 'top' : 'bottom'} ${step} ${words}`,
  );
}

function isApart(band: Band, next: Band): boolean {
  const space = band.top < next.top ? next.top - band.bottom : band.top - next.bottom;
  return space >= APART * (band.bottom - band.top);
}
