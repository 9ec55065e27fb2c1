import { hullOf, overlaps, type Span } from '../../../src/text/span.ts';
import type { StatisticSuggestion } from '../../../src/text/suggest/suggestion.ts';
import { percentOf } from './shares.ts';

/** A value that a text must give, with where it stands. */
export interface ExpectedValue {
  readonly span: Span;
  readonly value: number;
  /** The other end of a range, in no order. */
  readonly valueMax?: number;
}

export interface ValueCase {
  readonly text: string;
  /** Empty where nothing may be found. */
  readonly expected: readonly ExpectedValue[];
}

/** A sentence of a treebank with what is counted in it. */
export interface CountedSentence {
  readonly text: string;
  /** The number, and the number with what it counts. */
  readonly counted: readonly { readonly number: Span; readonly whole: Span }[];
  /** Other numbers, which may be found or not. */
  readonly open: readonly Span[];
}

type FoundStatistic = Pick<StatisticSuggestion, 'parts' | 'value' | 'valueMax'>;
type FindStatistics = (text: string) => readonly FoundStatistic[];

/** How many cases give all their values, each where it stands, or nothing where nothing is expected. */
export function countPassedValues(cases: readonly ValueCase[], find: FindStatistics): number {
  return cases.filter(({ text, expected }) => {
    const found = find(text);
    return expected.length === 0 ? found.length === 0 : allFound(expected, found);
  }).length;
}

/** Whether each expected value has a figure of its own among those found. */
function allFound(expected: readonly ExpectedValue[], found: readonly FoundStatistic[]): boolean {
  const left = new Set(found);
  return expected.every((wanted) => {
    const answer = [...left].find(
      (one) => overlaps(hullOf(one.parts), wanted.span) && sameValue(one, wanted),
    );
    return answer !== undefined && left.delete(answer);
  });
}

/** Sets write 0.333333 for a third. */
const TOLERANCE = 1e-5;

type Value = Pick<FoundStatistic, 'value' | 'valueMax'>;

function sameValue(a: Value, b: Value): boolean {
  const [first, second] = [endsOf(a), endsOf(b)];
  if (first.length !== second.length) return false;
  return first.every((end, at) => {
    const other = second[at] ?? Number.NaN;
    return Math.abs(end - other) <= TOLERANCE * Math.abs(other);
  });
}

function endsOf({ value, valueMax }: Value): number[] {
  return valueMax === undefined ? [value] : [value, valueMax].sort((a, b) => a - b);
}

export interface CountedScores {
  /** Numbers found, F1 in per cent. */
  readonly numbers: number;
  /** Of the wanted numbers those whose span is exactly number and thing counted, in per cent. */
  readonly spans: number;
}

/**
 * Whether the numbers that count something are found, and no years or dates, and how exact their spans are.
 */
export function scoreCounted(sentences: readonly CountedSentence[], find: FindStatistics): CountedScores {
  let [covered, exact, wanted, right, proposed] = [0, 0, 0, 0, 0];
  for (const { text, counted, open } of sentences) {
    const spans = outermost(find(text).map(({ parts }) => hullOf(parts)));
    for (const { number, whole } of counted) {
      const around = spans.filter(({ start, end }) => start <= number.start && end >= number.end);
      wanted++;
      if (around.length > 0) covered++;
      if (around.some((span) => isWhole(text, span, whole))) exact++;
    }
    const hits = spans.filter((span) => counted.some(({ number }) => overlaps(span, number)));
    const others = spans.filter(
      (span) => !hits.includes(span) && !open.some((number) => overlaps(span, number)),
    );
    right += hits.length;
    proposed += hits.length + others.length;
  }
  return {
    numbers: harmonicMean(percentOf(right, proposed), percentOf(covered, wanted)),
    spans: percentOf(exact, wanted),
  };
}

/** One span may cover two numbers, so precision and recall do not count the same things here. */
function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Spans inside another are one answer with it. */
function outermost(spans: readonly Span[]): Span[] {
  return spans.filter((span, at) =>
    spans.every((other, index) => {
      const holds = index !== at && other.start <= span.start && other.end >= span.end;
      const isSame = other.start === span.start && other.end === span.end;
      return !holds || (isSame && at < index);
    }),
  );
}

/** With or without the words that compare, and one character more or less: a bracket, a hyphen. */
function isWhole(text: string, { start, end }: Span, whole: Span): boolean {
  const comparing = COMPARING.exec(text.slice(start, end))?.[0].length ?? 0;
  const near = (place: number) => Math.abs(place - whole.start) <= 1;
  return Math.abs(end - whole.end) <= 1 && (near(start) || near(start + comparing));
}

const COMPARING = new RegExp(
  `^(?:(?:${[
    'a an the some another as many much few little more fewer less than',
    'about around approximately roughly nearly almost close to well over under above below up at least most',
    'only just exactly no estimated',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\s+)+`,
  'i',
);
