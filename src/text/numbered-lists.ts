import type { Line } from './lines.ts';

/**
 * The lines with `number` marks kept only where a list is counted: a line before or after it, with the same
 * delimiter, bears the neighbouring (or, as Markdown allows, the same) number. A lone "12. " opens a
 * sentence.
 */
export function asNumberedLists(lines: readonly Line[]): readonly Line[] {
  const numbered = lines.filter((line) => line.mark === 'number');
  if (numbered.length === 0) return lines;
  const listed = new Set(
    numbered.filter((line, at) => isNext(numbered[at - 1], line) || isNext(line, numbered[at + 1])),
  );
  return lines.map((line) => (line.mark === 'number' && !listed.has(line) ? unmarked(line) : line));
}

function isNext(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || line.delimiter !== next.delimiter) return false;
  return next.number === line.number + 1 || next.number === line.number;
}

function unmarked(line: Line): Line {
  return { ...line, mark: 'none', start: line.markStart, number: 0, delimiter: '' };
}
