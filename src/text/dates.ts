import { MONTH_NAME, monthNumber, OTHER_WEEKDAY } from './month-names.ts';
import { ownEntry } from './own-entry.ts';
import { TIME_ZONES } from './time-zones.ts';

const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|°)?';
const YEAR = '(\\d{4})(?!\\d)';
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${MONTH_NAME}\\s*${DAY}(?:,\\s*|\\s+)${YEAR}`, 'iu');
const DAY_FIRST = new RegExp(
  `(?<![\\d\\p{L}])${DAY}(?:\\s+(?:of|de|di)\\s+|[\\s-]+|\\.\\s*)${MONTH_NAME}(?:,\\s*|\\s+del?\\s+|[\\s-]*)${YEAR}`,
  'iu',
);
const YEAR_FIRST = /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const IN_NUMBERS = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/;

const CLOCK = /(?<![\d:.])t?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)(?:\s*([ap])\.?\s?m\b\.?)?/i;
const HOUR = /\b(\d{1,2})()()\s*([ap])\.?\s?m\b\.?/i;
const OFFSET = /^\s*(?:utc|gmt)?\s*([+-])(\d{2}):?(\d{2})\b/i;
const ZONE = /^\s*\(?([a-z]{1,5})\b(?:\s+time\b)?\)?/i;
const WEEKDAY = /\b(?:(sun|mon|tue|wed|thu|fri|sat)|tues|thur|thurs)(?:day|nesday|sday|rsday|urday)?\b\.?/i;
const FILLER = /^(?:[\s,;|·•–—/-]|\b(?:at|on|um|am|den|der|vom|uhr|le|el|ore|alle|las|a|h|hrs?)\b|à|às)*$/i;
/** Longer than any line that is only a date, and short enough to try every pattern on. */
const MAX_LENGTH = 80;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The date, or date and time, that a text names and nothing else: `Thu, 02/16/2017 - 9:31am` is
 * `2017-02-16T09:31`. ISO 8601, as exact as the source: no time without a clock time, no offset without a
 * zone that has one. Undefined for anything else, for a date without its year, and for days and hours that do
 * not exist.
 *
 * Month names in English, German, French, Spanish, Italian, Portuguese and Dutch, in any common order. Numbers alone: year first as in ISO 8601; with slashes month
 * first as American papers write, with dots or hyphens day first, unless only the other order is a day or
 * fits the weekday.
 */
export function parseNewsDate(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const date = findDay(text);
  if (!date) return undefined;
  const time = takeTime(`${text.slice(0, date.at)} ${text.slice(date.at + date.length)}`);
  const rest = time?.rest.replace(WEEKDAY, ' ').replaceAll(OTHER_WEEKDAY, ' ');
  if (!time || !FILLER.test(rest ?? '')) return undefined;
  return isoDay(date.day) + time.iso;
}

const MONTH_OF_YEAR = new RegExp(`^${MONTH_NAME}(?:\\s+del?|,)?\\s+(\\d{4})$`, 'iu');
const YEAR_THEN_MONTH = /^(\d{4})(?:[-/.](\d{1,2}))?$/;
const MONTH_THEN_YEAR = /^(\d{1,2})[/.](\d{4})$/;

/**
 * As `parseNewsDate`, and a date that is not whole as far as it goes: `March 2024` is `2024-03`, `2024` is `2024`. For
 * what is said to be a date: anywhere else four digits are no year.
 */
export function parseStatedDate(text: string): string | undefined {
  return parseNewsDate(text) ?? monthOrYear(text.trim());
}

function monthOrYear(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, name, yearOfName] = MONTH_OF_YEAR.exec(text) ?? [];
  const [, number, yearOfNumber] = MONTH_THEN_YEAR.exec(text) ?? [];
  const [, onlyYear, monthOfYear] = YEAR_THEN_MONTH.exec(text) ?? [];
  const year = yearOfName ?? yearOfNumber ?? onlyYear;
  if (year === undefined || Number(year) < 1000) return undefined;
  const month = name === undefined ? (number ?? monthOfYear) : monthNumber(name);
  if (month === undefined) return year;
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

interface FoundDay {
  readonly at: number;
  readonly length: number;
  readonly day: Day;
}

function findDay(text: string): FoundDay | undefined {
  const readings: [RegExp, (groups: readonly string[]) => Day[]][] = [
    [YEAR_FIRST, ([year, , month, day]) => [dayOf(year, month, day)]],
    [IN_NUMBERS, ([first, mark, second, year]) => orders(mark, first, second, year)],
    [MONTH_FIRST, ([month, day, year]) => [dayOf(year, monthNumber(month), day)]],
    [DAY_FIRST, ([day, month, year]) => [dayOf(year, monthNumber(month), day)]],
  ];
  for (const [pattern, read] of readings) {
    const found = pattern.exec(text);
    if (!found) continue;
    const days = read(found.slice(1)).filter(exists);
    const day = days.find((candidate) => weekdayOf(candidate) === statedWeekday(text)) ?? days[0];
    return day && { at: found.index, length: found[0].length, day };
  }
  return undefined;
}

function orders(mark: string | undefined, first?: string, second?: string, year?: string): Day[] {
  const [monthFirst, dayFirst] = [dayOf(year, first, second), dayOf(year, second, first)];
  return mark === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
}

function dayOf(year: string | undefined, month: string | number | undefined, day: string | undefined): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function utc({ year, month, day }: Day): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function exists(day: Day): boolean {
  const date = utc(day);
  return day.year >= 1000 && date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day;
}

function isoDay(day: Day): string {
  return utc(day).toISOString().slice(0, 10);
}

function weekdayOf(day: Day): string | undefined {
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][utc(day).getUTCDay()];
}

function statedWeekday(text: string): string | undefined {
  return WEEKDAY.exec(text)?.[0].slice(0, 3).toLowerCase();
}

/** The time and what is left of the text without it; undefined for an hour that does not exist. */
function takeTime(text: string): { iso: string; rest: string } | undefined {
  const found = CLOCK.exec(text) ?? HOUR.exec(text);
  if (!found) return { iso: '', rest: text };
  const [whole, hour = '', minute, second, half] = found;
  const clock = isoClock(Number(hour), Number(minute || 0), second, half?.toLowerCase());
  if (!clock) return undefined;
  const { offset, rest } = takeZone(text.slice(found.index + whole.length));
  return { iso: `T${clock}${offset}`, rest: `${text.slice(0, found.index)} ${rest}` };
}

function isoClock(
  hour: number,
  minute: number,
  second: string | undefined,
  half: string | undefined,
): string | undefined {
  if (minute > 59 || Number(second || 0) > 59 || hour > 23 || (half && (hour < 1 || hour > 12)))
    return undefined;
  const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  const clock = [hours, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return second ? `${clock}:${second}` : clock;
}

function takeZone(text: string): { offset: string; rest: string } {
  const numeric = OFFSET.exec(text);
  if (numeric) {
    const [whole, sign, hours, minutes] = numeric;
    return { offset: `${sign}${hours}:${minutes}`, rest: text.slice(whole.length) };
  }
  const named = ZONE.exec(text);
  const offset = ownEntry(TIME_ZONES, named?.[1]?.toLowerCase() ?? '');
  return named && offset !== undefined
    ? { offset, rest: text.slice(named[0].length) }
    : { offset: '', rest: text };
}
