import { readHeadLine } from '../../text/front-matter-lines.ts';
import { beginsItem, endsInHyphen, endsSentence, startsLower } from './line-signs.ts';
import type { Line } from './lines.ts';
import { isSameSize, type PageStyle, styleOf } from './page-style.ts';

/** Lines that belong together, in reading order. */
export type Paragraph = readonly Line[];

/** A line with its column. */
interface Placed {
  readonly line: Line;
  readonly column: number;
  /** How far lines of its size reach in the column, and how many there are. */
  readonly edge: number;
  readonly lines: number;
  /** Whether it is a byline, a date or the like at the top of the document. */
  readonly isField: boolean;
}

/** Lines at the top of a document among which bylines and dates are looked for. */
const TOP_LINES = 12;

/**
 * The paragraphs of columns in reading order. A paragraph ends at a wider space, before an indent, behind a short line
 * that ends a sentence, and where the size changes. It goes on in the next column or page where its sentence does, even
 * with a caption or a footnote between.
 */
export function paragraphsOf(columns: readonly (readonly Line[])[]): Paragraph[] {
  const style = styleOf(columns);
  const paragraphs: Line[][] = [];
  let before: Placed | undefined;
  const all = columns.flatMap(placed);
  for (const [at, each] of all.entries()) {
    const now = at < TOP_LINES ? withField(each) : each;
    const open = paragraphs.at(-1);
    if (open && before && continues(open, before, now, style)) open.push(now.line);
    else paragraphs.push([now.line]);
    before = now;
  }
  return joinedAcross(paragraphs);
}

function placed(lines: readonly Line[], column: number): Placed[] {
  const bySize = new Map<number, { edge: number; lines: number }>();
  for (const { size, right } of lines) {
    const known = bySize.get(Math.round(size));
    const edge = Math.max(known?.edge ?? right, right);
    bySize.set(Math.round(size), { edge, lines: (known?.lines ?? 0) + 1 });
  }
  return lines.map((line) => {
    const alike = bySize.get(Math.round(line.size)) ?? { edge: line.right, lines: 1 };
    return { line, column, ...alike, isField: false };
  });
}

function withField(now: Placed): Placed {
  return { ...now, isField: readHeadLine(now.line.text) !== undefined };
}

function continues(open: readonly Line[], before: Placed, now: Placed, style: PageStyle): boolean {
  const [last, line] = [before.line, now.line];
  if (!isSameSize(last, line) || (isCells(last) && isCells(line))) return false;
  const isFull = fills(before, line);
  const isList = beginsItem(open[0]?.text ?? '');
  if (beginsItem(line.text) && (isList || !isFull || endsSentence(last.text))) return false;
  if (!isFull && last.font !== line.font && !startsLower(line.text)) return false;
  if (endsInHyphen(last.text) || (!endsSentence(last.text) && startsLower(line.text))) return true;
  if (before.isField || now.isField || isCells(last) || isCells(line)) return false;
  if (before.column !== now.column)
    return isFull && before.lines >= REAL_COLUMN && continuesElsewhere(last, now, style);
  if (line.y - last.y > style.leadingOf(line) * WIDER_LEADING) return false;
  return !isMovedIn(open, last, line, isList) && (isFull || !endsParagraph(before));
}

/** A table's row. Without figures it may as well be a line of prose that was stretched to its column's width. */
function isCells({ isRow, text }: Line): boolean {
  return isRow && /\d/.test(text);
}

/** With fewer lines nobody can say how wide a column is. */
const REAL_COLUMN = 4;
/** Spaces wider than the usual by this part lie between paragraphs. */
const WIDER_LEADING = 1.35;
/** Least and most that the first line of a paragraph is moved in, in ems. */
const MIN_INDENT = 0.8;
const MAX_INDENT = 6;

/** Whether the first word of the next line would not have fitted on a line. */
function fills({ line, edge }: Placed, next: Line): boolean {
  const firstWord = next.text.search(/\s|$/);
  const width = ((next.right - next.left) / Math.max(1, next.text.length)) * firstWord;
  return line.right + width + 0.3 * line.size > edge - 0.3 * line.size;
}

function continuesElsewhere(last: Line, now: Placed, style: PageStyle): boolean {
  if (!endsSentence(last.text)) return true;
  return style.hasIndents && !style.isIndented(now.line, now.column);
}

function isMovedIn(open: readonly Line[], last: Line, line: Line, isList: boolean): boolean {
  const moved = (line.left - last.left) / line.size;
  const isCentred = Math.abs(line.left + line.right - last.left - last.right) < 0.6 * line.size;
  if (isCentred) return false;
  if (moved > MIN_INDENT && moved < MAX_INDENT) return !(isList && open.length === 1);
  return moved < -MIN_INDENT && open.length > 1;
}

/** Whether a line that is not full ends its paragraph: by its sentence, or because it is short. */
function endsParagraph({ line, edge }: Placed): boolean {
  return endsSentence(line.text) || line.right - line.left < SHORT_LINE * (edge - line.left);
}

const SHORT_LINE = 0.6;

/** Paragraphs of another size that may stand between the halves of a sentence. */
const MAX_BETWEEN = 4;

function joinedAcross(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined = [...paragraphs];
  for (let at = 0; at < joined.length; at++) {
    for (let rest = restOf(joined, at); rest !== -1; rest = restOf(joined, at)) {
      joined[at] = [...(joined[at] ?? []), ...(joined[rest] ?? [])];
      joined.splice(rest, 1);
    }
  }
  return joined;
}

/** Where the paragraph goes on that breaks off in mid-sentence at `at`, or -1. */
function restOf(paragraphs: readonly Paragraph[], at: number): number {
  const open = paragraphs[at] ?? [];
  const last = open.at(-1);
  if (!last || isCells(last) || open.length < 2 || endsSentence(last.text)) return -1;
  for (let rest = at + 1; rest <= at + 1 + MAX_BETWEEN; rest++) {
    const first = paragraphs[rest]?.[0];
    if (!first) return -1;
    if (isSameSize(first, last)) return startsLower(first.text) && rest > at + 1 ? rest : -1;
  }
  return -1;
}
