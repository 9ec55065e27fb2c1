import type { Figure } from './figure.ts';
import { readFigure } from './figures.ts';
import { countedPlural } from './nouns.ts';
import { is, isDash, type Token } from './tokens.ts';
import { spelledUnit } from './units.ts';

/** The figure with its upper end, if a second figure of the same unit follows; else the figure itself. */
export function withRange(tokens: readonly Token[], figure: Figure): Figure {
  const margin = withMargin(tokens, figure);
  if (margin !== figure) return margin;
  const start = secondStart(tokens, figure);
  if (start === undefined) return figure;
  const second = figureAt(tokens, start, figure.money);
  if (second === undefined || second.amount.form === 'vague' || !fits(tokens, figure, second, start))
    return figure;
  return isScore(tokens, figure, second) ? scoreOf(figure, second) : rangeOf(figure, second);
}

/** "52.3 ± 0.4 kg": the margin's unit is the figure's. */
function withMargin(tokens: readonly Token[], figure: Figure): Figure {
  const at = figure.next;
  const words = is(tokens, at, 'plus') && is(tokens, at + 1, 'or') && is(tokens, at + 2, 'minus') ? 3 : 0;
  const sign = is(tokens, at, '±')
    ? 1
    : is(tokens, at, '+') && is(tokens, at + 1, '/') && isDash(tokens, at + 2)
      ? 3
      : words;
  if (sign === 0 || figure.counted) return figure;
  const second = figureAt(tokens, at + sign);
  if (second === undefined) return figure;
  const unit = second.unit ?? figure.unit;
  return { ...figure, next: second.next, ...(unit === undefined ? {} : { unit }) };
}

/** `money`: the figure before is a sum, so that "£5-10m" has no metres in it. */
function figureAt(tokens: readonly Token[], at: number, money = false): Figure | undefined {
  const start = signedStart(tokens, at);
  const read = readFigure(tokens, start, { joined: is(tokens, at - 1, 'to'), money });
  return read !== undefined && 'figure' in read && read.figure.first >= at ? read.figure : undefined;
}

/** Steps over the currency sign that may stand before the second number, and over "about". */
function signedStart(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== 'mark' && !/^(?:US|HK|NZ|A|C)$/u.test(token?.text ?? '')) return at;
  if (isDash(tokens, at)) return at;
  return tokens[at + 1]?.kind === 'mark' ? at + 2 : at + 1;
}

/** Where a second figure may begin: behind "to", a dash, "or", "through", "~", or "and" after "between". */
function secondStart(tokens: readonly Token[], figure: Figure): number | undefined {
  const at = dashEnd(tokens, figure);
  const joint = tokens[at];
  if (joint === undefined) return undefined;
  if (joint.lower === 'to' || joint.text === '~') return at + 1;
  if (joint.lower === 'and') return isBetween(tokens, figure) ? at + 1 : undefined;
  if (joint.lower === 'or') return figure.unit === undefined ? at + 1 : undefined;
  if (joint.lower === 'through')
    return figure.unit === undefined && figure.amount.form === 'digits' ? at + 1 : undefined;
  if (!isDash(tokens, at) || joint.text === '—') return undefined;
  return is(tokens, at + 1, 'to') && isDash(tokens, at + 2) ? at + 3 : at + 1;
}

/** "8- to 16-meter": a hyphen may hang on the first number. */
function dashEnd(tokens: readonly Token[], figure: Figure): number {
  const hangs =
    isDash(tokens, figure.next) &&
    (is(tokens, figure.next + 1, 'to') ||
      is(tokens, figure.next + 1, 'or') ||
      is(tokens, figure.next + 1, 'and'));
  return hangs && tokens[figure.next + 1]?.spaced ? figure.next + 1 : figure.next;
}

export function isBetween(tokens: readonly Token[], figure: Figure): boolean {
  const before = tokens[figure.first - 1]?.lower;
  return before === 'between' || tokens[figure.first - 2]?.lower === 'between';
}

/** Whether two figures are the ends of one range or the sides of one score. */
function fits(tokens: readonly Token[], first: Figure, second: Figure, start: number): boolean {
  if (first.kind === 'age' && (second.unit === undefined || second.unit === 'year'))
    return second.value > first.value;
  const joint = tokens[dashEnd(tokens, first)]?.lower ?? '';
  if (first.unit !== undefined && first.unit !== second.unit && !isMoneyRange(first, second)) return false;
  if (joint === 'or')
    return first.amount.form !== 'part' && second.value > first.value && second.value <= first.value * 3;
  if (isDash(tokens, start - 1) && tokens[start - 1]?.spaced !== tokens[start]?.spaced) return false;
  if (joint === 'to')
    return (
      !isChange(tokens, first, second) &&
      (second.value > first.value || isSpread(tokens, first) || isTally(tokens, first, second))
    );
  return second.value >= first.value || isDash(tokens, start - 1) || joint === 'and';
}

const isMoneyRange = (first: Figure, second: Figure): boolean =>
  first.money &&
  (second.unit === undefined || second.counted || second.unit.startsWith(`${first.unit} per `));

/** "rose from 5 to 10 percent" gives two levels, not a range; "from 5 to 10 people" alone is a range. */
function isChange(tokens: readonly Token[], figure: Figure, second: Figure): boolean {
  const bare = figure.unit === undefined && second.unit === undefined;
  if (bare && CHANGE_VERBS.test(tokens[figure.first - 1]?.lower ?? '')) return true;
  const from = [figure.first - 1, figure.first - 2, figure.first - 3].find((at) => is(tokens, at, 'from'));
  const stop = from ?? figure.first;
  const reach = from === undefined ? 2 : 7;
  for (let at = stop - 1; at >= Math.max(0, stop - reach); at -= 1) {
    if (CHANGE_VERBS.test(tokens[at]?.lower ?? '')) return from !== undefined || figure.unit !== undefined;
  }
  return false;
}

/** "ranged from 30 to -5 degrees" may fall. */
function isSpread(tokens: readonly Token[], figure: Figure): boolean {
  return is(tokens, figure.first - 1, 'from') && /^(?:rang|var)/u.test(tokens[figure.first - 2]?.lower ?? '');
}

/** Verbs and nouns of rising, falling and altering. */
export const CHANGE_VERBS =
  /^(?:rose|rises?|rising|risen|f[ae]ll(?:s|en|ing)?|increas(?:e|es|ed|ing)|gr(?:ew|ows?|own|owing|owth)|dropp?(?:s|ed|ing)?|declin(?:e|es|ed|ing)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|cut(?:s|ting)?|rais(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|slipp?(?:s|ed)?|lower(?:ed|s|ing)?|went|up|down|gain(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|plummet(?:s|ed)?|dipp?(?:s|ed)?|edged|shr[au]nk|shrinks?|swelled|swollen|narrow(?:s|ed)?|widen(?:s|ed)?|expand(?:s|ed)?|mov(?:e|es|ed)|chang(?:e|es|ed)|revis(?:e|es|ed)|eas(?:e|es|ed)|advanc(?:e|es|ed)|rebound(?:s|ed)?|rall(?:y|ies|ied)|los(?:t|es|ing)|sank|slump(?:s|ed)?|doubl(?:e|es|ed)|tripled|improv(?:e|es|ed)|boost(?:s|ed)?|shed|sheds|added|hik(?:e|es|ed)|slash(?:es|ed)?)$/u;

/** Two bare counts set against each other: "2-1", "52 to 48", "a 5-4 decision". */
function isScore(tokens: readonly Token[], first: Figure, second: Figure): boolean {
  return (
    isPlainCount(first) &&
    isPlainCount(second) &&
    first.unit === undefined &&
    (isTally(tokens, first, second) || isMatch(tokens, first, second))
  );
}

const isPlainCount = (figure: Figure): boolean =>
  figure.amount.form !== 'part' &&
  Number.isInteger(figure.value) &&
  figure.value >= 0 &&
  figure.value < 1000 &&
  !figure.money &&
  figure.amount.form !== 'ratio';

function isTally(tokens: readonly Token[], first: Figure, second: Figure): boolean {
  if (!isPlainCount(first) || !isPlainCount(second) || first.unit !== undefined) return false;
  if (is(tokens, first.amount.first - 1, 'from') || isBetween(tokens, first)) return false;
  return second.value <= first.value && (second.unit === undefined || second.counted);
}

/** A losing or an away score: the smaller side first, with a word of contest before it. */
function isMatch(tokens: readonly Token[], first: Figure, second: Figure): boolean {
  if (second.unit !== undefined && spelledUnit(tokens, second.amount.next) !== undefined) return false;
  if (countedPlural(tokens, second.amount.next) !== undefined && !is(tokens, first.next, '-')) return false;
  for (let at = first.first - 1; at >= Math.max(0, first.first - 8); at -= 1) {
    if (CONTEST.has(tokens[at]?.lower ?? '')) return second.unit === undefined || second.counted;
  }
  return false;
}

const CONTEST = new Set(
  'beat beats defeated won win wins lost lose loses drew draw score scored led lead leads trail trailed trailing victory loss defeat defeats final half-time ended finished'.split(
    ' ',
  ),
);

/** Both figures of a score, the lower first, without a unit. */
function scoreOf(first: Figure, second: Figure): Figure {
  const [low, high] = ends(first, second);
  const { unit: _unit, subject: _subject, valueMax: _max, ...rest } = first;
  return { ...rest, next: second.amount.next, value: low, valueMax: high, kind: 'score', counted: false };
}

function rangeOf(first: Figure, second: Figure): Figure {
  const shared = sharedScale(first, second);
  const [low, high] = ends({ ...first, value: first.value * shared }, second);
  const money = first.money && !second.money;
  const base = {
    ...second,
    amount: { ...first.amount, next: second.amount.next },
    first: first.first,
    value: low,
    valueMax: high,
  };
  if (first.kind === 'age') return { ...base, unit: first.unit ?? '', kind: 'age', counted: false };
  return money ? { ...base, unit: first.unit ?? '', money: true, counted: false } : base;
}

const ends = (first: Figure, second: Figure): readonly [number, number] => [
  Math.min(first.value, second.value),
  Math.max(first.value, second.value),
];

/** "2 to 3 million", "$5-10bn": the first end shares the scale of the second. */
function sharedScale(first: Figure, second: Figure): number {
  if (first.amount.next !== first.amount.first + 1 || second.amount.next < second.amount.first + 2) return 1;
  for (const scale of [1e12, 1e9, 1e6, 1e3]) {
    if (
      second.value >= scale &&
      first.value < 1000 &&
      second.value / scale > first.value &&
      second.value / scale < 1000
    )
      return scale;
  }
  return 1;
}
