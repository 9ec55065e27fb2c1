import type { Span } from './span.ts';

/** What the mark at the head of a line says it is; `rule` is a line of `***`, `---` or `===` that only divides. */
export type LineMark = 'none' | 'blank' | 'rule' | 'heading' | 'bullet' | 'number' | 'quote';

/** One line of a text. The span holds its words, without the mark and surrounding white space; empty if there are none. */
export interface Line extends Span {
  readonly mark: LineMark;
  /** Where the mark begins, or the words if there is no mark. */
  readonly markStart: number;
  /** White characters before the mark. */
  readonly indent: number;
  /** 1 to 6 of a heading; the number of a numbered line. */
  readonly number: number;
  /** What follows the number: `.` or `)`; empty elsewhere. */
  readonly delimiter: string;
}

const HEADING = /^(#{1,6})[ \t]+(?=\S)/;
const BULLET = /^[-*+•‣◦▪][ \t\u00A0]+(?=\S)/;
const NUMBER = /^(\d{1,3})([.)])[ \t\u00A0]+(?=\S)/;
const QUOTE = /^>(?:[ \t]*>)*(?:[ \t]+|$)/;
const RULE = /^(?:([-*_])(?:[ \t]*\1){2,}|={3,})$/;
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

/** The lines of a text between LFs, in order. Lines without a visible character are `blank`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const lineFeed = text.indexOf('\n', from);
    const to = lineFeed === -1 ? text.length : lineFeed;
    lines.push(readLine(text.slice(from, to), from));
    from = to + 1;
  }
  return lines;
}

function readLine(raw: string, from: number): Line {
  const words = raw.trimEnd();
  const indent = words.length - words.trimStart().length;
  const line = words.slice(indent);
  const markStart = from + indent;
  const base = { markStart, indent, number: 0, delimiter: '', start: markStart, end: from + words.length };
  if (!VISIBLE.test(line)) return { ...base, mark: 'blank', end: markStart };
  return { ...base, ...readMark(line, markStart) };
}

function readMark(line: string, at: number): Partial<Line> & Pick<Line, 'mark'> {
  const first = line.charCodeAt(0);
  if (first > 0x3e && first !== 0x5f && first < 0x2000) return { mark: 'none' };
  if (RULE.test(line)) return { mark: 'rule', end: at };
  const heading = HEADING.exec(line);
  if (heading) return readHeading(line, at, heading[0].length, heading[1]?.length ?? 1);
  const number = NUMBER.exec(line);
  if (number) {
    const [mark, digits, delimiter = ''] = number;
    return { mark: 'number', start: at + mark.length, number: Number(digits), delimiter };
  }
  const quote = QUOTE.exec(line);
  if (quote) return { mark: 'quote', start: at + quote[0].length };
  const bullet = BULLET.exec(line);
  return bullet ? { mark: 'bullet', start: at + bullet[0].length } : { mark: 'none' };
}

/** Closing marks (`# Words ##`) are markup too, if white space stands before them. */
function readHeading(
  line: string,
  at: number,
  markLength: number,
  level: number,
): Partial<Line> & Pick<Line, 'mark'> {
  let end = line.length;
  while (line[end - 1] === '#') end -= 1;
  const closed = end > markLength && end < line.length && line[end - 1]?.trim() === '';
  const words = closed ? line.slice(0, end).trimEnd() : line;
  return { mark: 'heading', number: level, start: at + markLength, end: at + words.length };
}
