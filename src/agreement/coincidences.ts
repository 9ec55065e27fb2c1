import type { Gap, Unit } from './continuum.ts';
import { type Figure, fromDisagreement, noFigure } from './figure.ts';
import { at } from './numbers.ts';

/**
 * Where in the sums what stands: coincidences of labels, and what is taken off the expected ones. 0 is the gap.
 */
export class CoincidenceTable {
  readonly labels: readonly string[];
  readonly #size: number;

  constructor(labels: readonly string[]) {
    this.labels = labels;
    this.#size = labels.length + 1;
  }

  /** Coincidences, then X of all segments, then X of what two marked. */
  get length(): number {
    return this.#size * (this.#size + 2);
  }

  numberOf(segment: Unit | Gap): number {
    return segment.label === null ? 0 : this.labels.indexOf(segment.label) + 1;
  }

  coincidence(one: number, other: number): number {
    return one * this.#size + other;
  }

  ownLength(number: number): number {
    return this.#size * this.#size + number;
  }

  ownShared(number: number): number {
    return this.#size * (this.#size + 1) + number;
  }

  all(): number[] {
    return [0, ...this.marked()];
  }

  marked(): number[] {
    return this.labels.map((_, number) => number + 1);
  }

  sum(sums: Float64Array, rows: readonly number[], columns: readonly number[]): number {
    return rows.reduce(
      (sum, row) => sum + columns.reduce((part, column) => part + at(sums, this.coincidence(row, column)), 0),
      0,
    );
  }
}

/** Coincidences of some labels, and what chance would make of them. */
export class Expectation {
  readonly total: number;
  readonly #table: CoincidenceTable;
  readonly #sums: Float64Array;
  readonly #numbers: readonly number[];
  readonly #own: (number: number) => number;
  readonly #factor: number;

  constructor(
    table: CoincidenceTable,
    sums: Float64Array,
    numbers: readonly number[],
    own: (number: number) => number,
  ) {
    this.#table = table;
    this.#sums = sums;
    this.#numbers = numbers;
    this.#own = own;
    this.total = table.sum(sums, numbers, numbers);
    const pairs = this.total ** 2 - numbers.reduce((sum, number) => sum + own(number), 0);
    this.#factor = pairs > 0 ? this.total / pairs : 0;
  }

  /** All labels: what does not lie on the diagonal. */
  overall(reason: 'nothing-by-chance' | 'one-category'): Figure {
    const off = (value: (row: number, column: number) => number) =>
      this.#numbers.reduce((sum, row) => sum + this.#beside(row, value), 0);
    return this.#figure(off(this.#observed), off(this.#expected), reason);
  }

  /** Some labels against others. */
  between(rows: readonly number[], columns: readonly number[]): Figure {
    const sum = (value: (row: number, column: number) => number) =>
      rows.reduce((all, row) => all + columns.reduce((part, column) => part + value(row, column), 0), 0);
    return this.#figure(sum(this.#observed), sum(this.#expected), 'nothing-by-chance');
  }

  /** One label against all others, each side by how often it occurs. */
  ofOne(row: number): Figure {
    const observed = this.#beside(row, this.#observed);
    const expected = this.#beside(row, this.#expected);
    const occurs = observed + this.#observed(row, row);
    const wouldOccur = expected + this.#expected(row, row);
    if (!(occurs > 0)) return noFigure('nothing-marked-twice');
    return fromDisagreement(observed / occurs, expected / wouldOccur, 'one-category');
  }

  #figure(observed: number, expected: number, reason: 'nothing-by-chance' | 'one-category'): Figure {
    const isNothing = expected <= this.total * ROUNDING;
    return fromDisagreement(observed / this.total, isNothing ? 0 : expected / this.total, reason);
  }

  #beside(row: number, value: (row: number, column: number) => number): number {
    return this.#numbers.reduce((sum, column) => sum + (column === row ? 0 : value(row, column)), 0);
  }

  readonly #observed = (row: number, column: number) => at(this.#sums, this.#table.coincidence(row, column));

  readonly #expected = (row: number, column: number) => {
    const margin = (number: number) => this.#table.sum(this.#sums, [number], this.#numbers);
    const itself = row === column ? this.#own(row) : 0;
    return this.#factor * (margin(row) * margin(column) - itself);
  };
}

/** Of a whole, below what a difference of sums is off by rounding. */
const ROUNDING = 1e-12;
