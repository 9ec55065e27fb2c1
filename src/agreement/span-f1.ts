import { type Continuum, checkContinuum, coderCount, sharedLength, type Unit, unitsOf } from './continuum.ts';
import { type AddTo, type Figure, gather, type Measured, noFigure } from './figure.ts';
import { largestMatching } from './largest-matching.ts';
import { at, mean, pairsOf } from './numbers.ts';

const BY_FIRST = 0;
const BY_SECOND = 1;
const MATCHED = 2;
const WIDTH = 3;

/** What is measured of the spans of two coders; the first is the one that the second is held against. */
export type SpanScore = 'precision' | 'recall' | 'f1';

/** Two spans are the same if this holds for them, and they have the same label. */
export type SpanMatch = (one: Unit, other: Unit) => boolean;

/** Spans that begin and end at the same places. */
export const exactly: SpanMatch = (one, other) => one.start === other.start && one.end === other.end;

/**
 * Spans of which at least such a share of all that either covers is covered by both (intersection over union).
 */
export function atOverlap(share: number): SpanMatch {
  return (one, other) => {
    const shared = sharedLength(one, other);
    return shared > 0 && shared >= share * (one.end - one.start + other.end - other.start - shared);
  };
}

/**
 * Precision, recall and F1 of spans: as many as can be are paired one to one that match and have the same label.
 *
 *   precision = pairs / spans of the second,  recall = pairs / spans of the first,  F1 = 2 pairs / spans of both
 *
 * F1 does not ask which coder is the measure of the other; precision and recall do, and want two coders. For
 * more, F1 is the mean of that of each two. Where nearly all of a text is unmarked, κ of spans comes close to F1,
 * for it has no number of agreed absences to reckon with.
 *
 * Undefined where neither of two coders has marked anything.
 *
 * Source: van Rijsbergen, C. J. (1979). Information Retrieval (2nd ed.), chapter 7; for agreement Hripcsak, G., &
 * Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. JAMIA 12(3),
 * 296–298.
 */
export function spanScore(
  continua: readonly Continuum[],
  match: SpanMatch,
  score: SpanScore = 'f1',
): Measured {
  for (const continuum of continua) checkContinuum(continuum);
  const coders = coderCount(continua);
  const pairs = pairsOf(coders);
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    if (coders > 2 && score !== 'f1') return noFigure('more-than-two-coders');
    const figures = pairs.map((_, pair) => scoreOf(sums.subarray(pair * WIDTH, (pair + 1) * WIDTH), score));
    const values = figures.flatMap((value) => value ?? []);
    if (values.length === 0) return noFigure('no-units');
    if (values.length < figures.length) return noFigure('undefined-pair');
    return { value: mean(values) };
  };
  return {
    length: pairs.length * WIDTH,
    articles: continua.map((continuum) =>
      gather((addTo) => {
        for (const [number, pair] of pairs.entries()) {
          addPair((place, amount) => addTo(number * WIDTH + place, amount), continuum, pair, match);
        }
      }),
    ),
    figureOf,
  };
}

function addPair(
  addTo: AddTo,
  { coders }: Continuum,
  [one, other]: readonly [number, number],
  match: SpanMatch,
): void {
  const [ones, others] = [unitsOf(coders[one] ?? []), unitsOf(coders[other] ?? [])];
  addTo(BY_FIRST, ones.length);
  addTo(BY_SECOND, others.length);
  const partners = ones.map((unit) =>
    others.flatMap((than, place) => (unit.label === than.label && match(unit, than) ? place : [])),
  );
  addTo(MATCHED, largestMatching(partners, others.length));
}

/** Undefined where what the pairs are a share of is nothing. */
function scoreOf(sums: Float64Array, score: SpanScore): number | undefined {
  const [first, second, matched] = [at(sums, BY_FIRST), at(sums, BY_SECOND), at(sums, MATCHED)];
  const [pairs, spans] = {
    precision: [matched, second],
    recall: [matched, first],
    f1: [2 * matched, first + second],
  }[score] as [number, number];
  return spans === 0 ? undefined : pairs / spans;
}
