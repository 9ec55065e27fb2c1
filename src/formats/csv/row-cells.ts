import type { CsvRow } from '../reading/csv-rows.ts';
import { isUnguarded, liftGuard } from '../reading/lift-guard.ts';
import type { Header } from './header.ts';
import { divide, type PlaceCells } from './parts.ts';

/** What the cells of one row say of the formula guard. */
export interface GuardSigns {
  /** A cell has a guard without a doubt. */
  readonly guarded: boolean;
  /** A cell lacks the guard that it should have. */
  readonly bare: boolean;
}

/** The cells of one row by the names of their columns; a cell that is not there is empty. */
export class RowCells {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #header: Header;
  /** Whether guards are taken off. */
  readonly #lift: boolean;

  constructor(row: CsvRow, header: Header, lift: boolean) {
    this.line = row.line;
    this.#cells = row.cells;
    this.#header = header;
    this.#lift = lift;
  }

  /** The columns of attributes that the file has. */
  get attributeColumns(): readonly string[] {
    return this.#header.attributes;
  }

  /** The cell as the file was made from it. */
  get(name: string): string {
    return this.#lifted(this.#raw(name));
  }

  /** Cells of columns that the reader does not know, with the columns' names; no empty ones. */
  others(): { readonly name: string; readonly cell: string }[] {
    if (this.#header.others.length === 0) return [];
    return this.#header.others
      .map(({ name, index }) => ({ name, cell: this.#lifted(this.#cells[index] ?? '') }))
      .filter(({ cell }) => cell.trim() !== '');
  }

  /** Whether the row has more cells than the header, and something in them. */
  runsOver(): boolean {
    if (this.#cells.length <= this.#header.length) return false;
    return this.#cells.slice(this.#header.length).some((cell) => cell.trim() !== '');
  }

  /**
   * Where the annotation stands. Whether the text has a guard is seen from the lengths of the parts, so that
   * a text that truly begins with an apostrophe keeps it. Line ends are LF in every stored text.
   */
  place(): PlaceCells {
    const asItStands = this.#raw('text').replaceAll(/\r\n?/g, '\n');
    const place = {
      text: this.#lifted(this.#raw('text')).replaceAll(/\r\n?/g, '\n'),
      partsUtf16: this.get('parts_utf16'),
      parts: this.get('parts'),
      startUtf16: this.get('start_utf16'),
      endUtf16: this.get('end_utf16'),
      start: this.get('start'),
      end: this.get('end'),
    };
    const whole = { ...place, text: asItStands };
    return place.text !== asItStands && divide(whole) ? whole : place;
  }

  #raw(name: string): string {
    return this.#cells[this.#header.known.get(name) ?? -1] ?? '';
  }

  #lifted(cell: string): string {
    return this.#lift ? liftGuard(cell) : cell;
  }
}

/** Looks for signs of the guard in the cells of one row, as the file has them. */
export function guardSignsOf(row: CsvRow, header: Header): GuardSigns {
  const bare = header.guarded.some((index) => isUnguarded(row.cells[index] ?? ''));
  const comparator = row.cells[header.known.get('comparator') ?? -1];
  return { bare, guarded: comparator === "'=" || isProvenByLengths(row, header) };
}

function isProvenByLengths(row: CsvRow, header: Header): boolean {
  const text = row.cells[header.known.get('text') ?? -1] ?? '';
  if (liftGuard(text) === text) return false;
  const lifted = new RowCells(row, header, true).place();
  const asItStands = new RowCells(row, header, false).place();
  return lifted.text !== asItStands.text && divide(lifted) !== undefined;
}
