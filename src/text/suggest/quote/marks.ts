import type { Span } from '../../span.ts';
import { wordSet } from '../../word-set.ts';
import { isSpace, isWordCode } from './tokens.ts';

/** A stretch between quote marks, marks included. */
export interface Stretch extends Span {
  /** No closing mark before the end of the paragraph. */
  readonly unclosed: boolean;
  /** Between single marks: in American style a quote within a quote, in British style the quote itself. */
  readonly single: boolean;
}

type Side = 'open' | 'close' | 'either';

interface Mark extends Span {
  readonly side: Side;
  /** Marks of one family close each other. */
  readonly family: 'straight' | 'curly' | 'doubled' | 'angle' | 'low' | 'single';
}

/**
 * The outermost quoted stretches of one paragraph, in order. Reads straight, curly, doubled single ('' and
 * ``), low („ “), angle (« ») and British single marks; apostrophes are told from single marks by what stands
 * around them. A stretch without a closing mark runs to the end of the paragraph if it starts the paragraph,
 * and is dropped otherwise.
 */
export function findStretches(text: string, paragraph: Span): Stretch[] {
  const marks = readMarks(text, paragraph);
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < marks.length) {
    const open = marks[at];
    if (!open || !canOpen(text, open, paragraph)) {
      at++;
      continue;
    }
    const close = findClose(text, marks, at, paragraph);
    if (close !== undefined) {
      const end = marks[close]?.end ?? open.end;
      stretches.push({ start: open.start, end, unclosed: false, single: open.family === 'single' });
      at = close + 1;
    } else if (opensParagraph(text, open, paragraph, stretches)) {
      stretches.push({
        start: open.start,
        end: paragraph.end,
        unclosed: true,
        single: open.family === 'single',
      });
      break;
    } else at++;
  }
  return stretches;
}

/** An unclosed mark counts where it opens the paragraph, or right after a colon or an attribution. */
function opensParagraph(text: string, open: Mark, paragraph: Span, before: readonly Stretch[]): boolean {
  if (open.start - paragraph.start < 4 && text.slice(paragraph.start, open.start).trim() === '') return true;
  if (open.side !== 'open' && !before.length)
    return /:\s*$/.test(text.slice(Math.max(paragraph.start, open.start - 3), open.start));
  return /[.:,]\s*$/.test(text.slice(Math.max(paragraph.start, open.start - 3), open.start));
}

function readMarks(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  for (let at = start; at < end; at++) {
    const mark = readMark(text, at, start, end);
    if (!mark) continue;
    const run = runEnd(text, at, end);
    if (run - at > 2) {
      at = run - 1;
      continue;
    }
    marks.push(mark);
    at = mark.end - 1;
  }
  return marks;
}

/** The end of a run of one mark; three and more in a row are an ornament, not quote marks. */
function runEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  while (to < end && text.charCodeAt(to) === code) to++;
  return to;
}

function markOf(start: number, end: number, side: Side, family: Mark['family']): Mark {
  return { start, end, side, family };
}

function readMark(text: string, at: number, start: number, end: number): Mark | undefined {
  const code = text.charCodeAt(at);
  if (code > 96 && code < 0xab) return undefined;
  switch (code) {
    case 0x22:
      return markOf(at, at + 1, sideOf(text, at, at + 1, start, end), 'straight');
    case 0x201c:
    case 0x201f:
      return markOf(at, at + 1, 'open', 'curly');
    case 0x201d: {
      // Swedish and Finnish open with it too.
      const opens = sideOf(text, at, at + 1, start, end) === 'open';
      return markOf(at, at + 1, opens ? 'open' : 'close', 'curly');
    }
    case 0xab:
      return markOf(at, at + 1, sideOf(text, at, at + 1, start, end), 'angle');
    case 0xbb:
      return markOf(at, at + 1, sideOf(text, at, at + 1, start, end), 'angle');
    case 0x201e:
      return markOf(at, at + 1, 'open', 'low');
    case 0x27:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x60:
      return readSingle(text, at, start, end);
    default:
      return undefined;
  }
}

/** Two single marks in a row stand for a double mark, as typewriters and wire services write it. */
function readSingle(text: string, at: number, start: number, end: number): Mark | undefined {
  const code = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === code && at + 1 < end && code !== 0x2018 && code !== 0x201b) {
    const side = code === 0x60 ? 'open' : sideOf(text, at, at + 2, start, end);
    return { start: at, end: at + 2, side, family: 'doubled' };
  }
  if (code === 0x60) return undefined;
  const side = singleSide(text, at, start, end);
  return side && { start: at, end: at + 1, side, family: 'single' };
}

/** Open before a word and after a gap, close after a word and before a gap. */
function sideOf(text: string, at: number, after: number, start: number, end: number): Side {
  const gapBefore = at === start || isGap(text.charCodeAt(at - 1));
  const gapAfter = after >= end || isSpace(text.charCodeAt(after)) || CLOSING.has(text.charCodeAt(after));
  if (gapBefore === gapAfter) return 'either';
  return gapBefore ? 'open' : 'close';
}

/** Opening brackets, dashes and other opening marks. */
const OPENING = unitsOf('([-/—–‘“"\'');

/** Punctuation that may follow a closing mark. */
const CLOSING = unitsOf(',.!?:;)]-—–’”"\'');

function unitsOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}

/** White space, or what may stand before an opening mark. */
function isGap(code: number): boolean {
  return isSpace(code) || OPENING.has(code);
}

/** Undefined for an apostrophe: inside a word, or before a shortened word ('em, ’90s). */
function singleSide(text: string, at: number, start: number, end: number): Side | undefined {
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 32;
  const wordBefore = isWordCode(before);
  const wordAfter = isWordCode(after);
  if (wordBefore && wordAfter) return undefined;
  if (!wordBefore && isGap(before) && !isSpace(after) && !CLOSING.has(after)) {
    return isElision(text, at) || text.charCodeAt(at) === 0x2019 ? undefined : 'open';
  }
  return text.charCodeAt(at) === 0x2018 ? 'open' : 'close';
}

const ELISIONS = wordSet(`
  em til tis twas n cause bout round cos
`);

function isElision(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 8);
  if (/^\d0s\b/.test(next)) return true;
  const word = /^[a-z]{1,5}(?![a-z])/i.exec(next)?.[0];
  return word !== undefined && ELISIONS.has(word.toLowerCase());
}

function canOpen(text: string, mark: Mark, paragraph: Span): boolean {
  if (mark.side === 'close') return false;
  return (
    mark.side === 'open' || mark.start === paragraph.start || !isWordCode(text.charCodeAt(mark.start - 1))
  );
}

/**
 * A stretch longer than this many marks is no quote but a sign of unpaired marks; it also bounds the work.
 */
const FURTHEST = 40;

/** The index of the mark that closes `marks[open]`. */
function findClose(text: string, marks: readonly Mark[], open: number, paragraph: Span): number | undefined {
  const opening = marks[open];
  if (!opening) return undefined;
  if (opening.family === 'single') return findSingleClose(text, marks, open, paragraph);
  let depth = 0;
  let first: number | undefined;
  for (let at = open + 1; at < Math.min(marks.length, open + FURTHEST); at++) {
    const mark = marks[at];
    if (!mark) break;
    const turn = turnOf(text, opening, mark);
    if (turn === 'close') {
      first ??= at;
      if (depth-- === 0) return at;
    } else if (turn === 'open') depth++;
  }
  return first;
}

/** What a later mark does to a stretch that `opening` opened. */
function turnOf(text: string, opening: Mark, mark: Mark): 'open' | 'close' | undefined {
  if (opening.family === 'low') return mark.family === 'curly' ? 'close' : undefined;
  if (mark.family !== opening.family) return undefined;
  const same = text.charCodeAt(mark.start) === text.charCodeAt(opening.start);
  if (mark.family === 'angle') return same ? 'open' : 'close';
  if (mark.family === 'curly') return text.charCodeAt(mark.start) === 0x201d ? 'close' : 'open';
  return mark.side === 'open' ? undefined : 'close';
}

/**
 * A single mark closes after punctuation or before it. Otherwise the first one that is not a plural
 * possessive ("players’ ") or a dropped g ("goin’ "), else the first.
 */
function findSingleClose(
  text: string,
  marks: readonly Mark[],
  open: number,
  paragraph: Span,
): number | undefined {
  let fallback: number | undefined;
  let doubles = 0;
  for (let at = open + 1; at < Math.min(marks.length, open + FURTHEST); at++) {
    const mark = marks[at];
    if (!mark) break;
    if (mark.family !== 'single') {
      doubles++;
      continue;
    }
    if (mark.side === 'open') {
      if (doubles % 2 === 0) break;
      continue;
    }
    if (doubles % 2 === 1) continue;
    if (closesSurely(text, mark, paragraph)) return at;
    fallback ??= at;
  }
  return fallback;
}

function closesSurely(text: string, mark: Mark, paragraph: Span): boolean {
  const before = text.charCodeAt(mark.start - 1);
  if (!isWordCode(before)) return true;
  if (mark.end >= paragraph.end || CLOSING.has(text.charCodeAt(mark.end))) return true;
  const ending = text.slice(mark.start - 2, mark.start);
  return !ending.endsWith('s') && ending !== 'in';
}
