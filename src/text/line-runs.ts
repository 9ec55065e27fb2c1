import { PREFIXES } from './abbreviations.ts';
import type { Span } from './span.ts';

/** Narrowest and widest column at which text is taken to have been wrapped by hand or by a mail program. */
const MIN_WRAP_WIDTH = 40;
const WIDEST_WRAP = 110;
/** Words that cannot end a line of their own: the next line goes on. */
const UNFINISHED =
  /(?:[,–—&(]|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|is|are|was|were|as|than|his|her|their|its))$/;
const LINE_ENDS_SENTENCE = /[.!?…。！？:;]["'”’»)\]]*$/;
const CONTINUES = /^[\p{Ll}.,;:!?)\]”»%–—(]/u;
const STARTS_LOWER = /^\p{Ll}/u;

/**
 * Cuts a text at the line ends that end a sentence whatever the words say: blank lines, and single newlines except those
 * of text wrapped at a column or broken inside a sentence. Each run is trimmed and not empty; runs are in order.
 */
export function lineRuns(text: string): Span[] {
  const runs: Span[] = [];
  let paragraph: Span[] = [];
  for (const line of linesOf(text)) {
    if (line.end > line.start) {
      paragraph.push(line);
    } else {
      addParagraph(text, paragraph, runs);
      paragraph = [];
    }
  }
  addParagraph(text, paragraph, runs);
  return runs;
}

/** The lines, each without white space at its ends; a blank line is an empty span. */
function* linesOf(text: string): Generator<Span> {
  const breaks = /[\n\r\u2028\u2029]/g;
  let start = 0;
  while (start <= text.length) {
    const end = breaks.exec(text)?.index ?? text.length;
    yield trimmed(text, start, end);
    start = end + 1;
  }
}

/** The part without white space at its ends; empty at `end` where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Whether a code unit is white space as `\s` has it. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 160 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

function addParagraph(text: string, lines: readonly Span[], runs: Span[]): void {
  const first = lines[0];
  if (!first) return;
  const wrapped = isWrapped(text, lines);
  let { start, end } = first;
  for (const line of lines.slice(1)) {
    if (!(wrapped || goesOn(text, start, end, line))) {
      runs.push({ start, end });
      start = line.start;
    }
    end = line.end;
  }
  runs.push({ start, end });
}

/**
 * Whether every line of a paragraph but the last is as full as its longest line allows: the next line's first word
 * would not have fitted. Two lines prove nothing.
 */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 3) return false;
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.end - line.start);
  if (widest < MIN_WRAP_WIDTH || widest > WIDEST_WRAP) return false;
  return lines.every((line, i) => {
    const next = lines[i + 1];
    return next === undefined || line.end - line.start + 1 + firstWordLength(text, next) > widest;
  });
}

function firstWordLength(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at - start;
}

/** Whether a line carries on the sentence that the run before it leaves open. */
function goesOn(text: string, runStart: number, runEnd: number, line: Span): boolean {
  const before = text.slice(Math.max(runStart, runEnd - 40), runEnd);
  if (LINE_ENDS_SENTENCE.test(before)) return PREFIXES.has(/(\S+)\.$/.exec(before)?.[1] ?? '');
  const opening = text.slice(line.start, Math.min(line.end, line.start + 2));
  const afterLower = STARTS_LOWER.test(text.slice(runStart, runStart + 2));
  return UNFINISHED.test(before) || (CONTINUES.test(opening) && !afterLower);
}
