import type { Mark } from './coded-articles.ts';
import { type Figure, fromDisagreement, noFigure } from './figure.ts';
import { interval, nominal, ordinal } from './levels.ts';
import { add } from './numbers.ts';

/** What the values of a field are. */
export type FieldLevel = 'nominal' | 'ordinal' | 'interval';

/** A field of a tag that is compared. */
export interface ComparedField {
  readonly name: string;
  readonly tag: string;
  readonly level: FieldLevel;
  /** Of an ordinal field its values in order. */
  readonly values?: readonly string[] | undefined;
}

type Value = string | number;

/**
 * What pairs of marks of two coders hold in one field. Words are compared without their case. A field that one of two
 * left empty is missing for ranks and numbers, and a value of its own for words; where both left it empty there is
 * nothing to compare.
 */
export class FieldPairs {
  readonly #field: ComparedField;
  readonly #numbers = new Map<Value, number>();
  readonly #pairs = new Map<number, Map<number, number>>();
  #count = 0;

  constructor(field: ComparedField) {
    this.#field = field;
    for (const value of field.values ?? []) this.#numberOf(value);
  }

  /** How many pairs were compared. */
  get count(): number {
    return this.#count;
  }

  add(left: Mark, right: Mark): void {
    const { name, level } = this.#field;
    const [one, other] = [left.fields[name], right.fields[name]];
    if (one === undefined && other === undefined) return;
    if (level !== 'nominal' && (one === undefined || other === undefined)) return;
    const row = this.#numberOf(this.#said(one));
    const column = this.#numberOf(this.#said(other));
    const counts = this.#pairs.get(row) ?? new Map<number, number>();
    counts.set(column, (counts.get(column) ?? 0) + 1);
    this.#pairs.set(row, counts);
    this.#count += 1;
  }

  /**
   * The share of pairs with the same value, and Krippendorff's α at the field's level (`alpha.ts`), each pair being an
   * item with two ratings.
   */
  figures(): { readonly observed: Figure; readonly alpha: Figure } {
    const none = noFigure('nothing-marked-twice');
    if (this.#count === 0) return { observed: none, alpha: none };
    const counts = new Float64Array(this.#numbers.size);
    let same = 0;
    for (const [row, column, times] of this) {
      add(counts, row, times);
      add(counts, column, times);
      if (row === column) same += times;
    }
    const observed = same / this.#count;
    return { observed: { value: observed, observed }, alpha: this.#alpha(counts) };
  }

  #alpha(counts: Float64Array): Figure {
    if (counts.filter((count) => count > 0).length < 2) return noFigure('one-category');
    const { distance, all } = this.#scale()(counts);
    let apart = 0;
    for (const [row, column, times] of this) if (row !== column) apart += times * distance(row, column);
    const ratings = 2 * this.#count;
    return fromDisagreement((2 * apart) / ratings, all / (ratings * (ratings - 1)));
  }

  #scale() {
    const values = [...this.#numbers.keys()];
    if (this.#field.level === 'ordinal') return ordinal(values);
    if (this.#field.level === 'nominal') return nominal(values);
    return interval(values.map(Number));
  }

  #said(value: Value | undefined): Value {
    if (this.#field.level === 'nominal')
      return String(value ?? '')
        .trim()
        .toLowerCase();
    return value ?? '';
  }

  #numberOf(value: Value): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  *[Symbol.iterator](): Generator<[row: number, column: number, times: number]> {
    for (const [row, counts] of this.#pairs) for (const [column, times] of counts) yield [row, column, times];
  }
}
