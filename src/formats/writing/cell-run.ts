import type { ByteBuffer } from './byte-buffer.ts';
import { guardFormula } from './formula-guard.ts';

/** What stands in a cell of a CSV file: a string is quoted and guarded, a number stands bare, null is an empty cell. */
export type CsvCell = string | number | null;

/** One column of a CSV file. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => CsvCell;
  /** Whether a row mostly has what the row before it has, as where it is about the same article. */
  readonly repeats?: true;
}

/** Cells of a row that stand side by side, with commas between them. */
export interface CellRun<Row> {
  addTo(buffer: ByteBuffer, row: Row): void;
}

/** The columns in their order as runs; those that repeat are written at once. `raw` leaves out the formula guard. */
export function cellRuns<Row>(columns: readonly CsvColumn<Row>[], raw: boolean): CellRun<Row>[] {
  const runs: CsvColumn<Row>[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last[0]?.repeats === column.repeats) last.push(column);
    else runs.push([column]);
  }
  return runs.map((run) => (run[0]?.repeats ? new RepeatedCells(run, raw) : new FreshCells(run, raw)));
}

class FreshCells<Row> implements CellRun<Row> {
  readonly #columns: readonly CsvColumn<Row>[];
  readonly #raw: boolean;

  constructor(columns: readonly CsvColumn<Row>[], raw: boolean) {
    this.#columns = columns;
    this.#raw = raw;
  }

  addTo(buffer: ByteBuffer, row: Row): void {
    let isFirst = true;
    for (const column of this.#columns) {
      if (!isFirst) buffer.addComma();
      isFirst = false;
      const cell = column.cell(row);
      if (typeof cell === 'string') buffer.addQuoted(this.#raw ? cell : guardFormula(cell));
      else if (cell !== null) buffer.addNumber(cell);
    }
  }
}

/** Keeps the bytes of the row before, which go in again as long as no cell differs. */
class RepeatedCells<Row> implements CellRun<Row> {
  readonly #columns: readonly CsvColumn<Row>[];
  readonly #fresh: FreshCells<Row>;
  #cells: CsvCell[] | undefined;
  #bytes: Uint8Array = new Uint8Array();

  constructor(columns: readonly CsvColumn<Row>[], raw: boolean) {
    this.#columns = columns;
    this.#fresh = new FreshCells(columns, raw);
  }

  addTo(buffer: ByteBuffer, row: Row): void {
    if (this.#isSame(row)) return buffer.addBytes(this.#bytes);
    const start = buffer.length;
    this.#fresh.addTo(buffer, row);
    this.#bytes = buffer.since(start);
    this.#cells = this.#columns.map(({ cell }) => cell(row));
  }

  #isSame(row: Row): boolean {
    const cells = this.#cells;
    if (!cells) return false;
    for (const [at, column] of this.#columns.entries()) if (column.cell(row) !== cells[at]) return false;
    return true;
  }
}
