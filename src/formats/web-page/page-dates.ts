import { parseNewsDate } from '../../text/dates.ts';
import { MONTH_NAME } from '../../text/month-names.ts';
import { foldLine } from '../reading/page/visible-words.ts';
import { elsewhereOn, textNodes } from './page-authors.ts';

const CLOCK =
  '(?:[\\s,–—|·-]+(?:um\\s|at\\s|à\\s)?\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\b\\.?)?(?:\\s?Uhr)?)?';
/** A whole date in a line, perhaps with its time. */
const DATE_IN_LINE = new RegExp(
  [
    '(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?!\\d)',
    `(?<!\\d)\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{4}(?!\\d)${CLOCK}`,
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?[\\s-]+(?:de\\s+|of\\s+)?${MONTH_NAME.replace('(', '(?:')},?[\\s-]+(?:del?\\s+)?\\d{4}(?!\\d)${CLOCK}`,
    `(?<!\\p{L})${MONTH_NAME.replace('(', '(?:')}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}(?!\\d)${CLOCK}`,
  ].join('|'),
  'iu',
);
const CHANGED =
  /updated|modified|edited|aktualisiert|geändert|bearbeitet|stand:|mis à jour|actualizado|modifié/iu;

/** In UTF-16 code units: a line that tells a date says little else. */
const MAX_LINE = 90;
const MAX_ELEMENTS = 12;
const MAX_TEXTS = 3000;

const MARKED: readonly string[] = [
  '[itemprop~="datePublished"]',
  '[property="schema:dateCreated"], [property="schema:datePublished"]',
  'time',
  'abbr.published, .published, .entry-date, .post-date, .article-date, .article__date, .pubdate, .publish-date',
  '[class*="publi" i], [class*="date" i], [id*="date" i], [class*="datum" i], [class*="time" i], [class*="meta" i]',
];

/**
 * The date that a reader of the page sees as the article's: in an element that is marked as one, or the first line
 * that holds one about the title. ISO 8601, as exact as it stands there.
 */
export function shownDate(document: Document): string | undefined {
  return markedDate(document) ?? dateNearTitle(document);
}

function markedDate(document: Document): string | undefined {
  const isElsewhere = elsewhereOn(document);
  let changed: string | undefined;
  for (const selector of MARKED) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS)) {
      const line = foldLine((element.textContent ?? '').slice(0, 4 * MAX_LINE));
      if (line.length > MAX_LINE || isElsewhere(element)) continue;
      const found = dateIn(element.getAttribute('content') ?? '') ?? dateIn(line) ?? dateIn(titleOf(element));
      if (found && !CHANGED.test(line)) return found;
      changed ??= found;
    }
  }
  return changed;
}

/** Old blogs tell the exact time of an abbreviated one. */
function titleOf(element: Element): string {
  return (element.localName === 'abbr' && element.getAttribute('title')) || '';
}

/** Text nodes before the title, and behind it, among which a date is looked for. */
const [BEFORE, BEHIND] = [6, 30];

function dateNearTitle(document: Document): string | undefined {
  const title = document.querySelector('h1');
  if (!title) return undefined;
  const isElsewhere = elsewhereOn(document);
  const near: string[] = [];
  let behind = 0;
  let seen = 0;
  for (const text of textNodes(document.body)) {
    const line = foldLine(text.nodeValue ?? '');
    if (++seen > MAX_TEXTS || behind > BEHIND) break;
    if (behind > 0 || title.contains(text)) behind += line === '' ? 0 : 1;
    if (line === '' || line.length > MAX_LINE || (text.parentElement && isElsewhere(text.parentElement)))
      continue;
    near.push(line);
    if (behind === 0 && near.length > BEFORE) near.shift();
  }
  // What follows the title speaks of the article more surely than what is before it.
  return [...near.slice(-behind), ...near].map(dateIn).find((date) => date !== undefined);
}

/** The first whole date in a line; undefined for lines without one. */
export function dateIn(line: string): string | undefined {
  const whole = parseNewsDate(line);
  if (whole) return whole;
  const found = DATE_IN_LINE.exec(line.slice(0, 4 * MAX_LINE))?.[0];
  return found && (parseNewsDate(found) ?? parseNewsDate(found.replace(/^(\d{4}-\d{2}-\d{2}).*$/, '$1')));
}

/** The day in the path of an address: `/2022/11/07/`. */
export function dateInAddress(address: string | undefined): string | undefined {
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address ?? '') ?? [];
  return year && parseNewsDate(`${year}-${month}-${day}`);
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * A time in UTC may fall on another day than the one that the page prints: then the printed one, which readers know,
 * is the article's. `shown` are dates as the page or its address prints them.
 */
export function onShownDay(published: string, shown: readonly (string | undefined)[]): string {
  if (!/T.*(?:Z|[+-]00:?00)$/.test(published)) return published;
  const day = published.slice(0, 10);
  const neighbour = shown.find((date) => {
    return date && Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(day)) === DAY;
  });
  return shown.some((date) => date?.slice(0, 10) === day)
    ? published
    : (neighbour?.slice(0, 10) ?? published);
}
