import { smallest } from '../../text/extremes.ts';
import { addToList } from '../lists-by-key.ts';
import type { Line } from './lines.ts';
import { median } from './text-item.ts';

/** How a document is set, read from all of its lines. */
export interface PageStyle {
  /** The usual distance of a line's baseline from that of the line above it. */
  leadingOf(line: Line): number;
  /** Whether paragraphs are moved in at their first line. */
  readonly hasIndents: boolean;
  /** Whether a line is moved in, in the column of this number. */
  isIndented(line: Line, column: number): boolean;
}

/** Sizes that differ by less are one: some programs stretch letters a little to fill a line. */
const SAME_SIZE = 0.08;
/** In sizes, where the lines tell nothing. */
const USUAL_LEADING = 1.3;
const MAX_LEADING = 3;
/** So many first lines moved in are a habit. */
const HABIT = 3;

/** Whether two lines are set in one size. */
export function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);
}

/** Reads from the lines of all columns how the document is set. */
export function styleOf(columns: readonly (readonly Line[])[]): PageStyle {
  const leadings = leadingsOf(columns);
  const lefts = columns.map((lines) => smallest(lines.map((line) => line.left)));
  const isIndented = (line: Line, column: number) => {
    const moved = (line.left - (lefts[column] ?? line.left)) / line.size;
    return moved > 0.8 && moved < 6;
  };
  const indented = columns.flatMap((lines, column) =>
    lines.filter(
      (line, at) => isIndented(line, column) && at > 0 && !isIndented(lines[at - 1] ?? line, column),
    ),
  );
  return {
    leadingOf: ({ size }) => leadings.get(Math.round(size)) ?? USUAL_LEADING * size,
    hasIndents: indented.length >= HABIT,
    isIndented,
  };
}

function leadingsOf(columns: readonly (readonly Line[])[]): ReadonlyMap<number, number> {
  const distances = new Map<number, number[]>();
  for (const lines of columns) {
    for (const [at, line] of lines.entries()) {
      const last = lines[at - 1];
      const distance = last && isSameSize(last, line) ? line.y - last.y : 0;
      if (distance <= 0 || distance > MAX_LEADING * line.size) continue;
      addToList(distances, Math.round(line.size), distance);
    }
  }
  return new Map(
    [...distances]
      .filter(([, all]) => all.length >= HABIT)
      .map(([size, all]) => [size, median(all, USUAL_LEADING * size)]),
  );
}
