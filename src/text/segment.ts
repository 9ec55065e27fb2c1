import { lineRuns, trimmed } from './line-runs.ts';
import { nextItemAt } from './list-markers.ts';
import { endsSentence } from './sentence-end.ts';
import { readMark } from './sentence-mark.ts';
import type { Span } from './span.ts';

/** Where a sentence may end, and what begins a unit: a bullet, a ruled line, a picture's credit. */
const CANDIDATE =
  /[.!?…‼⁇⁈⁉。！？．｡؟۔।॥։።]|[•⁃‣◦▪]|(?<!\S)(?:\*{3,}|[=_~]{3,}|-{5,})(?!\S)|(?<=\s)(?:Image|Photo|Photograph|Picture|Credit): /g;
const MARKS = '.!?…‼⁇⁈⁉。！？．｡؟۔।॥։።';

/**
 * The sentences of a text, or of the part `within`: in order, not overlapping, without white space at their
 * ends, and together covering every character that is not white space. Offsets count from the start of
 * `text`.
 *
 * A blank line always ends a sentence; a single newline does unless the line was wrapped at a column or
 * broken inside a sentence. What a full stop, question mark or ellipsis does is decided from the word before
 * it and the words after it (`sentence-end.ts`). `code` is the text's language, where that is not English. Time is
 * linear in the length of the part.
 */
export function splitSentences(text: string, within?: Span, code?: string): Span[] {
  const offset = within?.start ?? 0;
  const part = within ? text.slice(within.start, within.end) : text;
  const sentences: Span[] = [];
  for (const run of lineRuns(part)) {
    const line = part.slice(run.start, run.end);
    let start = 0;
    for (const cut of [...cutsIn(line, code), line.length]) {
      const { start: from, end } = trimmed(line, start, cut);
      const base = offset + run.start;
      if (from < end) sentences.push({ start: base + from, end: base + end });
      start = cut;
    }
  }
  return sentences;
}

const THAI = /[\u0e00-\u0e7f]{4}/;

/**
 * Thai ends its sentences with a space, which parts clauses too: only what surely opens or closes one counts. Beside
 * that, the marks of others.
 */
const THAI_ENDS =
  /(?<=[\u0e00-\u0e7f](?:ครับ|ค่ะ)|[\u0e00-\u0e7f].[.!?][”"’]?)\s+|(?<=[\u0e00-\u0e7f”"’)]{2})\s+(?=อย่างไรก็ตาม|นอกจากนี้|ทั้งนี้|ต่อมา|จากนั้น|ดังนั้น|ล่าสุด|ส่วน|สำหรับ|ขณะเดียวกัน|อีกทั้ง|ด้านนาย|ด้านนาง)/g;

function thaiCuts(run: string): number[] {
  return [...run.matchAll(THAI_ENDS)].map(({ index }) => index);
}

/** The offsets inside a run of text at which one sentence ends and the next may begin, in order. */
function cutsIn(run: string, code: string | undefined): number[] {
  if (THAI.test(run)) return thaiCuts(run);
  const cuts: number[] = [];
  let start = 0;
  let item = nextItemAt(run, 0);
  const cutAt = (at: number) => {
    cuts.push(at);
    start = at;
    item = nextItemAt(run, at);
  };
  const candidate = new RegExp(CANDIDATE);
  for (let found = candidate.exec(run); found; found = candidate.exec(run)) {
    while (found.index >= item) cutAt(item);
    if (MARKS.includes(found[0])) {
      const mark = readMark(run, found.index, start);
      const end = endsSentence(run, mark, start, code);
      if (end !== undefined) cutAt(end);
      candidate.lastIndex = Math.max(mark.marksEnd, start);
    } else {
      if (found.index > start) cutAt(found.index);
      if (isRule(found[0])) cutAt(candidate.lastIndex);
    }
  }
  while (item < run.length) cutAt(item);
  return cuts;
}

/** A ruled line of asterisks or dashes, which stands between sentences and belongs to none. */
function isRule(found: string): boolean {
  return /^[*=_~-]/.test(found);
}
