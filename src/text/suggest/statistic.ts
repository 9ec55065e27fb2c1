import { languageOf, type TextLanguage } from '../language.ts';
import { withoutMarkup } from '../markup.ts';
import { foldDigits } from '../native-digits.ts';
import type { NumberStyle } from '../number-style.ts';
import type { Span } from '../span.ts';
import { readAmount } from './statistic/amounts.ts';
import { comparatorAfter, comparatorBefore } from './statistic/comparators.ts';
import { afterColons, isCalendarYear } from './statistic/dates.ts';
import type { Figure } from './statistic/figure.ts';
import { readFigure } from './statistic/figures.ts';
import { kindOf } from './statistic/kinds.ts';
import { plainFigures } from './statistic/plain-figures.ts';
import { isPronoun } from './statistic/pronouns.ts';
import { withRange } from './statistic/ranges.ts';
import { shareSubject } from './statistic/rates.ts';
import { reasonsFor } from './statistic/reasons.ts';
import { mayHoldFigure, mayStart } from './statistic/starts.ts';
import { withSureValue } from './statistic/sure-values.ts';
import { is, type Token, tokenize } from './statistic/tokens.ts';
import type { Comparator, StatisticSuggestion } from './suggestion.ts';

/**
 * The figures of a text with what they count, in text order, never overlapping. Each lies inside one of
 * `sentences` (in order, not overlapping) and runs from the comparator's first word to the last word of the
 * unit or of the noun counted: "more than 3,900 square kilometers". Dates, years, clock times, ordinals,
 * telephone numbers, addresses and numbered names are left out, and so is what follows the thousandth figure
 * of one sentence. A score has its lower figure as `value` and its higher as `valueMax`. "Dozens" is more
 * than 12. In another language than English, only what shows as an amount by itself is read ("1.500 €", "2,3 Mio.",
 * "12 %"), and no noun. Linear in the length of the text.
 */
export function suggestStatistics(
  text: string,
  sentences: readonly Span[],
  { english, code, numbers }: TextLanguage = languageOf(text),
): StatisticSuggestion[] {
  const folded = foldDigits(withoutMarkup(text));
  return sentences.flatMap((sentence) =>
    english ? suggestInSentence(folded, sentence, numbers) : plainFigures(folded, sentence, code, numbers),
  );
}

/**
 * What the words of a span tagged by hand say: its main figure, read even where it would not be suggested.
 */
export function readStatistic(
  words: string,
  language: TextLanguage = languageOf(words),
): Partial<Pick<StatisticSuggestion, 'value' | 'valueMax' | 'comparator' | 'unit' | 'subject' | 'kind'>> {
  const found = suggestStatistics(words, [{ start: 0, end: words.length }], language);
  const main = found.find((statistic) => statistic.unit !== undefined) ?? found[0];
  if (main === undefined) return bareNumber(foldDigits(withoutMarkup(words)), language.numbers);
  const { value, valueMax, comparator, unit, subject, kind } = main;
  return {
    value,
    kind,
    ...(valueMax === undefined ? {} : { valueMax }),
    ...(comparator === undefined ? {} : { comparator }),
    ...(unit === undefined ? {} : { unit }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** A number that is no statistic in running text (a year, "Section 5") is still one if a person says so. */
function bareNumber(words: string, style: NumberStyle): Partial<Pick<StatisticSuggestion, 'value' | 'kind'>> {
  const tokens = tokenize(words, { start: 0, end: words.length }, style);
  for (let at = 0; at < tokens.length; at += 1) {
    const amount = readAmount(tokens, at);
    if (amount !== undefined) return { value: amount.value, kind: 'level' };
  }
  return {};
}

/** What holds more figures without a full stop is a table or noise, and the rest of it is not read. */
const MAX_PER_SENTENCE = 1000;

function suggestInSentence(text: string, sentence: Span, style: NumberStyle): StatisticSuggestion[] {
  if (!mayHoldFigure(text.slice(sentence.start, sentence.end))) return [];
  const tokens = tokenize(text, sentence, style);
  const found: StatisticSuggestion[] = [];
  let floor = 0;
  let at = 0;
  while (at < tokens.length && found.length < MAX_PER_SENTENCE) {
    const read = mayStart(tokens, at)
      ? readFigure(tokens, at, { floor, joined: !is(tokens, at - 1, 'between') })
      : undefined;
    if (read === undefined) {
      at = afterAddress(tokens, at);
      continue;
    }
    if ('skip' in read) {
      at = Math.max(read.skip, at + 1);
      continue;
    }
    const whole = shareSubject(tokens, withRange(tokens, rejoined(tokens, at, read.figure)));
    const figure = withSureValue(tokens, whole);
    if (figure === undefined) at = Math.max(whole.next, at + 1);
    else if (figure.first >= floor && isStatistic(tokens, figure)) {
      const placed = placeFigure(tokens, figure, floor);
      found.push(suggestionOf(text, tokens, placed));
      floor = placed.next;
      at = Math.max(placed.next, at + 1);
    } else {
      at = Math.max(figure.amount.next, at + 1);
    }
  }
  return found;
}

/** After "between", "and" is kept for the range; where no range came of it, it may join the number again. */
function rejoined(tokens: readonly Token[], at: number, figure: Figure): Figure {
  if (!is(tokens, at - 1, 'between') || withRange(tokens, figure).valueMax !== undefined) return figure;
  const again = readFigure(tokens, at);
  return again !== undefined && 'figure' in again ? again.figure : figure;
}

/** Steps over a web address, a time ("04:12") or a telephone number as one; over other tokens one by one. */
function afterAddress(tokens: readonly Token[], at: number): number {
  const lower = tokens[at]?.lower ?? '';
  const opens = lower === 'www' || ((lower === 'http' || lower === 'https') && is(tokens, at + 1, ':'));
  let next = /^0\d$/u.test(lower) ? afterColons(tokens, at + 1) : at + 1;
  if (/^0\d{2,}/u.test(lower)) {
    while (tokens[next]?.kind === 'digits') next += 1;
  }
  while (opens && next < tokens.length && tokens[next]?.spaced === false) next += 1;
  return next;
}

function isStatistic(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.money) return true;
  const compared = comparatorBefore(tokens, figure.first, 0);
  const proof = compared !== undefined && YEAR_PROOF.has(compared.comparator) && figure.unit !== undefined;
  if (!proof && mayBeYear(tokens, figure) && isCalendarYear(tokens, figure.amount, figure.counted))
    return false;
  return !isPronoun(tokens, figure);
}

/** "World Cup 2018 day five" has a unit in the singular behind its year. */
function mayBeYear(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.unit === undefined || figure.counted) return true;
  return (
    tokens[figure.amount.next]?.lower === figure.unit && figure.unit !== 'year' && figure.unit !== 'percent'
  );
}

const YEAR_PROOF: ReadonlySet<Comparator> = new Set(['>', '≥', '≤', '<', '~']);

interface PlacedFigure {
  readonly figure: Figure;
  readonly first: number;
  readonly next: number;
  readonly comparator?: Comparator;
}

/** The figure with the words of its comparator, before it or behind it. */
function placeFigure(tokens: readonly Token[], figure: Figure, floor: number): PlacedFigure {
  const between =
    is(tokens, figure.first - 1, 'between') && figure.valueMax !== undefined && figure.first > floor;
  const lead = between ? undefined : comparatorBefore(tokens, figure.first, floor);
  const tail = comparatorAfter(tokens, figure.next);
  const inner = innerTail(tokens, figure);
  const comparator =
    tail?.comparator ??
    inner ??
    lead?.comparator ??
    (figure.amount.rough ? '~' : figure.amount.form === 'vague' ? '>' : undefined);
  return {
    figure,
    first: lead?.first ?? (between ? figure.first - 1 : figure.first),
    next: tail?.next ?? figure.next,
    ...(comparator === undefined ? {} : { comparator }),
  };
}

/** "20 or more people": the comparator stands between the number and its noun. */
function innerTail(tokens: readonly Token[], figure: Figure): Comparator | undefined {
  return figure.amount.next < figure.next
    ? comparatorAfter(tokens, figure.amount.next)?.comparator
    : undefined;
}

function suggestionOf(text: string, tokens: readonly Token[], placed: PlacedFigure): StatisticSuggestion {
  const { figure, comparator } = placed;
  const start = tokens[placed.first]?.start ?? 0;
  const end = tokens[placed.next - 1]?.end ?? start;
  const statistic: Omit<StatisticSuggestion, 'reasons'> = {
    tag: 'statistic',
    parts: [{ start, end }],
    value: rounded(figure.value),
    kind: kindOf(tokens, figure),
    ...(figure.valueMax === undefined ? {} : { valueMax: rounded(figure.valueMax) }),
    ...(comparator === undefined ? {} : { comparator }),
    ...(figure.unit === undefined ? {} : { unit: figure.unit }),
    ...(figure.subject === undefined ? {} : { subject: figure.subject }),
  };
  return { ...statistic, reasons: reasonsFor(statistic, figure, text.slice(start, end)) };
}

/** Sums and products of decimals leave dust behind the fifteenth digit. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
