import type { Span } from './span.ts';

/** What the mark at the head of a line means; `rule` is a line of `***`, `---` or `===` that only divides. */
type LineMark = 'none' | 'blank' | 'rule' | 'heading' | 'bullet' | 'number' | 'quote';

/** One line of a text. The span holds its words, without mark or white space around; it may be empty. */
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
/** All that a mark can begin with. */
const MARK_CHARACTER = /^[#>=_\d*+•‣◦▪-]/;
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

/** A text may have a million blank lines, and nobody asks where they are. */
const BLANK: Line = { mark: 'blank', start: 0, end: 0, markStart: 0, indent: 0, number: 0, delimiter: '' };

/** The lines of a text between LFs, in order. Lines with nothing visible are `blank`, without a position. */
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
  if (!VISIBLE.test(line)) return BLANK;
  return readMark(line, from + indent, indent);
}

function readMark(line: string, at: number, indent: number): Line {
  const end = at + line.length;
  const none: Line = { mark: 'none', start: at, end, markStart: at, indent, number: 0, delimiter: '' };
  if (!MARK_CHARACTER.test(line)) return none;
  if (RULE.test(line)) return { ...none, mark: 'rule', end: at };
  const heading = HEADING.exec(line);
  if (heading) return readHeading(line, none, heading[0].length, heading[1]?.length ?? 1);
  const [number, digits, delimiter = ''] = NUMBER.exec(line) ?? [];
  if (number)
    return { ...none, mark: 'number', start: at + number.length, number: Number(digits), delimiter };
  const [quote] = QUOTE.exec(line) ?? [];
  if (quote) return { ...none, mark: 'quote', start: at + quote.length };
  const [bullet] = BULLET.exec(line) ?? [];
  return bullet ? { ...none, mark: 'bullet', start: at + bullet.length } : none;
}

/** Closing marks (`# Words ##`) are markup too, if white space stands before them. */
function readHeading(line: string, none: Line, markLength: number, level: number): Line {
  let end = line.length;
  while (line[end - 1] === '#') end -= 1;
  const closed = end > markLength && end < line.length && line[end - 1]?.trim() === '';
  const length = closed ? line.slice(0, end).trimEnd().length : line.length;
  const { start, ...rest } = none;
  return { ...rest, mark: 'heading', number: level, start: start + markLength, end: start + length };
}
