import {
  type Continuum,
  checkContinuum,
  coderCount,
  type Gap,
  gapsBetween,
  labelsOf,
  mergeOverlaps,
  type Unit,
  unitsOf,
} from './continuum.ts';
import { type AddTo, type Figure, fromDisagreement, gather, type Measured, noFigure } from './figure.ts';
import { at, pairsOf } from './numbers.ts';

const SQUARED_LENGTH = 0;
const FIRST_LABEL = 1;

/**
 * Krippendorff's α_U of 2004, for units that coders find in a text themselves: how far they agree on where the
 * units of a label begin and end.
 *
 *   α_U = 1 − Σ_c D_oc / Σ_c D_ec
 *   D_oc = Σ_i Σ_j≠i Σ_g Σ_h δ²(c_ig, c_jh) / (m (m − 1) L²)
 *   D_ec = 2/L · Σ_i Σ_g [ (N_c − 1)/3 · (2l³ − 3l² + l) + l² Σ_j Σ_h≥ (l_jh − l + 1) ] / (mL (mL − 1) − Σ_i Σ_g l (l − 1))
 *
 * l is the length of unit g, N_c how many units of label c there are, Σ_h≥ goes over the gaps of all coders that
 * are at least as long as it. δ² between units that overlap is the sum of the squared differences of their ends;
 * between a unit and a gap that holds it, the square of its length; else 0. Lengths are whole numbers.
 *
 * A coder's own units of one label that overlap count as one. Of several articles each is a continuum of its own:
 * their sums of δ² are added, those that are observed and those that are expected.
 *
 * Source: Krippendorff, K. (2004). Measuring the reliability of qualitative text analysis data. Quality &
 * Quantity 38, 787–800; Krippendorff, K. (1995). On the reliability of unitizing continuous data. Sociological
 * Methodology 25, 47–76.
 *
 * Throws a RangeError for places that are not whole numbers, and units that are empty or outside of the article.
 */
export function alphaU(continua: readonly Continuum[]): Measured {
  const labels = labelsOf(continua);
  return measureLabels(continua, labels, (observed, expected) => {
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    return labels.length === 0
      ? noFigure('no-units')
      : fromDisagreement(sum(observed), sum(expected), 'nothing-by-chance');
  });
}

/** α_U of one label by itself. */
export function alphaUOfLabel(continua: readonly Continuum[], label: string): Measured {
  return measureLabels(continua, [label], ([observed = 0], [expected = 0]) =>
    observed === 0 && expected === 0
      ? noFigure('no-units')
      : fromDisagreement(observed, expected, 'nothing-by-chance'),
  );
}

function measureLabels(
  continua: readonly Continuum[],
  labels: readonly string[],
  finish: (observed: readonly number[], expected: readonly number[]) => Figure,
): Measured {
  const coders = coderCount(continua);
  for (const continuum of continua) checkWhole(continuum);
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    const share = (place: number) => at(sums, place) / at(sums, SQUARED_LENGTH);
    const places = labels.map((_, number) => FIRST_LABEL + 2 * number);
    return finish(
      places.map((place) => share(place)),
      places.map((place) => share(place + 1)),
    );
  };
  return {
    length: FIRST_LABEL + 2 * labels.length,
    articles: continua.map((continuum) => gather((addTo) => addArticle(addTo, continuum, labels))),
    figureOf,
  };
}

function checkWhole(continuum: Continuum): void {
  checkContinuum(continuum);
  const numbers = continuum.coders.flatMap((units) => units.flatMap(({ start, end }) => [start, end]));
  const broken = [continuum.start, continuum.end, ...numbers].find((number) => !Number.isInteger(number));
  if (broken !== undefined) throw new RangeError(`${broken} is not a whole number`);
}

function addArticle(addTo: AddTo, { start, end, coders }: Continuum, labels: readonly string[]): void {
  const length = end - start;
  addTo(SQUARED_LENGTH, length ** 2);
  for (const [number, label] of labels.entries()) {
    const byCoder = coders.map((marks) =>
      mergeOverlaps(unitsOf(marks).filter((unit) => unit.label === label)),
    );
    if (byCoder.every((units) => units.length === 0)) continue;
    const gaps = byCoder.map((units) => gapsBetween(units, start, end));
    const place = FIRST_LABEL + 2 * number;
    addTo(place, observedSquares(byCoder, gaps));
    addTo(place + 1, length ** 2 * expectedDisagreement(byCoder, gaps, length));
  }
}

/** Σ δ² over the sections of each two coders, in the mean of the pairs: D_oc · L². */
function observedSquares(units: readonly (readonly Unit[])[], gaps: readonly (readonly Gap[])[]): number {
  let sum = 0;
  for (const [one, other] of pairsOf(units.length)) {
    const [ones = [], others = []] = [units[one], units[other]];
    sum += overlapSquares(ones, others);
    sum += squaresInGaps(ones, gaps[other] ?? []) + squaresInGaps(others, gaps[one] ?? []);
  }
  return (2 * sum) / (units.length * (units.length - 1));
}

/** Both lists are in order and have no overlaps of their own. */
function overlapSquares(ones: readonly Unit[], others: readonly Unit[]): number {
  let sum = 0;
  let first = 0;
  for (const one of ones) {
    while ((others[first]?.end ?? Infinity) <= one.start) first++;
    for (let next = first; next < others.length; next++) {
      const other = others[next];
      if (!other || other.start >= one.end) break;
      sum += unitDistance(one, other);
    }
  }
  return sum;
}

/**
 * δ² between two sections: the squared differences of the ends of units that overlap, the squared length of a
 * unit within a gap, and 0 for anything else.
 */
export function unitDistance(one: Unit | Gap, other: Unit | Gap): number {
  if (one.label !== null && other.label !== null) {
    const isApart = one.start >= other.end || other.start >= one.end;
    return isApart ? 0 : (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
  }
  if (one.label === null && other.label === null) return 0;
  const [unit, gap] = one.label === null ? [other, one] : [one, other];
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

function squaresInGaps(units: readonly Unit[], gaps: readonly Gap[]): number {
  let sum = 0;
  let first = 0;
  for (const unit of units) {
    while ((gaps[first]?.end ?? Infinity) < unit.end) first++;
    const gap = gaps[first];
    if (gap) sum += unitDistance(unit, gap);
  }
  return sum;
}

/** D_ec of one article. */
function expectedDisagreement(
  byCoder: readonly (readonly Unit[])[],
  gapsByCoder: readonly (readonly Gap[])[],
  length: number,
): number {
  const lengths = byCoder.flat().map(({ start, end }) => end - start);
  const room = roomInGaps(gapsByCoder.flat().map(({ start, end }) => end - start));
  let sum = 0;
  let within = 0;
  for (const l of lengths) {
    sum += ((lengths.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room(l);
    within += l * (l - 1);
  }
  const places = byCoder.length * length;
  return ((2 / length) * sum) / (places * (places - 1) - within);
}

/**
 * In how many ways a unit of a length fits into the gaps: Σ (gap − length + 1) over those that are long enough.
 */
function roomInGaps(gaps: readonly number[]): (length: number) => number {
  const sorted = Float64Array.from(gaps).sort().reverse();
  const sums = new Float64Array(sorted.length + 1);
  for (const [rank, gap] of sorted.entries()) sums[rank + 1] = at(sums, rank) + gap;
  return (length) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(sorted, middle) >= length) low = middle + 1;
      else high = middle;
    }
    return at(sums, low) + low * (1 - length);
  };
}
