import { CoincidenceTable, Expectation } from './coincidences.ts';
import {
  type Continuum,
  checkContinuum,
  coderCount,
  type Gap,
  gapsBetween,
  inOrder,
  labelsOf,
  mergeOverlaps,
  sharedLength,
  type Unit,
  unitsOf,
} from './continuum.ts';
import { type AddTo, type Figure, gather, type Measured, noFigure } from './figure.ts';
import { at } from './numbers.ts';

/** The coefficients of the family; the labels' own are further ones. */
export type UAlphaKind = 'all' | 'binary' | 'coding' | { readonly label: string };

/**
 * The family of 2016 that takes the place of α_U: what is compared are the lengths on which two coders' segments
 * lie on each other, gaps among them, so it behaves for more than two coders, where the measure of 2004 does not.
 *
 *   ₍u₎α      `all`     units and gaps, with their labels: 1 − (ℓ.. − Σ_k ℓ_kk) / (ℓ.. − Σ_k e_kk)
 *   ₍|u₎α     `binary`  marked or not, whatever the label
 *   ₍cu₎α     `coding`  the labels alone, where two coders marked the same place
 *   ₍(k)u₎α   `label`   one label, there: 1 − (e_k. / ℓ_k.) (ℓ_k. − ℓ_kk) / (e_k. − e_kk)
 *
 *   ℓ_ck = 1/(m − 1) Σ_i Σ_j≠i Σ_g Σ_h |S_ig ∩ S_jh| of segments with labels c and k
 *   e_ck = ℓ.. (ℓ_c. ℓ_k. − [c = k] X_c) / (ℓ..² − Σ_k X_k)
 *
 * X_c adds up, for a label, the squared lengths of its units, so that no unit is paired with itself; for gaps,
 * which have no structure, their lengths. For `coding` and `label`, ℓ counts places that two coders marked, and
 * X_c for each unit and each other coder the square of the length that the other marked of it, divided by m − 1.
 *
 * What a coder has not marked is a gap. A coder whose gaps are listed has looked at the listed segments only;
 * elsewhere nothing is compared. Units of different labels of one coder must not overlap; those of one label
 * count as one. Of several articles the coincidences are added.
 *
 * Source: Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing
 * textual continua: further developments. Quality & Quantity 50(6), 2347–2364, equations 1–13.
 */
export function uAlpha(continua: readonly Continuum[], kind: UAlphaKind = 'all'): Measured {
  const coders = coderCount(continua);
  for (const continuum of continua) checkContinuum(continuum);
  const table = new CoincidenceTable(labelsOf(continua));
  const segmented = continua.map((continuum) =>
    continuum.coders.map((marks) => segmentsOf(marks, continuum)),
  );
  const isPartition = segmented.every((byCoder) => byCoder.every(haveNoOverlap));
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    if (!isPartition) return noFigure('overlapping-labels');
    if (table.labels.length === 0) return noFigure('no-units');
    return figureOfKind(kind, table, sums);
  };
  return {
    length: table.length,
    articles: segmented.map((byCoder) => gather((addTo) => addArticle(addTo, table, byCoder))),
    figureOf,
  };
}

/** How much of all lengths two coders both marked, of one label or of all: what `coding` and `label` rest on. */
export function uAlphaCoverage(continua: readonly Continuum[], label?: string): number {
  const { articles, length } = uAlpha(continua);
  const table = new CoincidenceTable(labelsOf(continua));
  const sums = new Float64Array(length);
  for (const { places, amounts } of articles) {
    for (const [number, place] of places.entries()) sums[place] = at(sums, place) + at(amounts, number);
  }
  const rows = label === undefined ? table.marked() : [table.labels.indexOf(label) + 1];
  const covered = table.sum(sums, rows, table.marked());
  return covered / table.sum(sums, label === undefined ? table.all() : rows, table.all());
}

function segmentsOf(marks: readonly (Unit | Gap)[], { start, end }: Continuum): (Unit | Gap)[] {
  const units = mergeOverlaps(unitsOf(marks));
  const said = marks.filter(({ label }) => label === null);
  return [...units, ...(said.length > 0 ? said : gapsBetween(units, start, end))].sort(inOrder);
}

function haveNoOverlap(segments: readonly (Unit | Gap)[]): boolean {
  return segments.every((segment, rank) => segment.start >= (segments[rank - 1]?.end ?? -Infinity));
}

function addArticle(
  addTo: AddTo,
  table: CoincidenceTable,
  byCoder: readonly (readonly (Unit | Gap)[])[],
): void {
  const share = 1 / (byCoder.length - 1);
  for (const [coder, segments] of byCoder.entries()) {
    for (const segment of segments) {
      const length = segment.end - segment.start;
      addTo(table.ownLength(table.numberOf(segment)), segment.label === null ? length : length ** 2);
    }
    for (const [other, others] of byCoder.entries()) {
      if (other !== coder) addCoincidences(addTo, table, segments, others, share);
    }
  }
}

function addCoincidences(
  addTo: AddTo,
  table: CoincidenceTable,
  segments: readonly (Unit | Gap)[],
  others: readonly (Unit | Gap)[],
  share: number,
): void {
  let first = 0;
  for (const segment of segments) {
    while ((others[first]?.end ?? Infinity) <= segment.start) first++;
    const number = table.numberOf(segment);
    let marked = 0;
    for (let next = first; next < others.length; next++) {
      const other = others[next];
      if (!other || other.start >= segment.end) break;
      const shared = sharedLength(segment, other);
      addTo(table.coincidence(number, table.numberOf(other)), shared * share);
      if (other.label !== null) marked += shared;
    }
    if (segment.label !== null) addTo(table.ownShared(number), marked ** 2 * share);
  }
}

function figureOfKind(kind: UAlphaKind, table: CoincidenceTable, sums: Float64Array): Figure {
  if (kind === 'all' || kind === 'binary') {
    const own = (number: number) => at(sums, table.ownLength(number));
    const matrix = new Expectation(table, sums, table.all(), own);
    if (kind === 'all') return matrix.overall('nothing-by-chance');
    return matrix.between([0], table.marked());
  }
  const own = (number: number) => at(sums, table.ownShared(number));
  const matrix = new Expectation(table, sums, table.marked(), own);
  if (!(matrix.total > 0)) return noFigure('nothing-marked-twice');
  if (kind === 'coding') return matrix.overall('one-category');
  return matrix.ofOne(table.labels.indexOf(kind.label) + 1);
}
