import { CodePoints, isInsidePair } from './code-points.ts';
import { characterSegmenter } from './segmenters.ts';
import { firstAtLeast } from './sorted-numbers.ts';

/** What offsets may count. */
export const COUNTED_UNITS = ['utf16', 'code-points', 'graphemes', 'bytes'] as const;

/** One of the units: UTF-16 code units, code points, grapheme clusters, or bytes of UTF-8. */
export type CountedUnit = (typeof COUNTED_UNITS)[number];

/**
 * The way from offsets in any unit to UTF-16 offsets, over one text. What a unit needs is worked out when it
 * is first asked for, in time linear in the text; an offset then costs a search by halves.
 */
export class UnitOffsets {
  readonly #text: string;
  #codePoints: CodePoints | undefined;
  readonly #starts = new Map<CountedUnit, Uint32Array | null>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The UTF-16 offset that stands for `offset` in `unit`; undefined where the text has no such place. */
  toUtf16(offset: number, unit: CountedUnit): number | undefined {
    if (!Number.isInteger(offset) || offset < 0) return undefined;
    if (unit === 'utf16') return offset <= this.#text.length ? offset : undefined;
    if (unit === 'code-points') return this.#fromCodePoints(offset);
    const starts = this.#startsOf(unit);
    if (starts === null) return this.toUtf16(offset, 'utf16');
    if (unit === 'graphemes') return starts[offset];
    const at = firstAtLeast(starts, offset);
    return starts[at] === offset ? at : undefined;
  }

  #fromCodePoints(offset: number): number | undefined {
    this.#codePoints ??= new CodePoints(this.#text);
    const points = this.#codePoints;
    if (offset > points.countBefore(this.#text.length)) return undefined;
    let low = offset;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (points.countBefore(middle) < offset) low = middle + 1;
      else high = middle;
    }
    // Inside of a pair the count is that of its end.
    return isInsidePair(this.#text, low) ? low + 1 : low;
  }

  /** Graphemes: the offset of each. Bytes: how many stand before each unit. Null where UTF-16 is the same. */
  #startsOf(unit: 'graphemes' | 'bytes'): Uint32Array | null {
    const kept = this.#starts.get(unit);
    if (kept !== undefined) return kept;
    const count = unit === 'bytes' ? bytesBefore : graphemeStarts;
    const starts = COUNTED_APART.test(this.#text) ? count(this.#text) : null;
    this.#starts.set(unit, starts);
    return starts;
  }
}

/** Without these a text is the same in every unit: a CR and its LF are one grapheme. */
const COUNTED_APART = /[\P{ASCII}\r]/u;

/** One entry for each code unit and one for the end; the second half of a pair has that of the first. */
function bytesBefore(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    before[at] = bytes;
    if (isInsidePair(text, at)) before[at] = bytes - 4;
    else if (isInsidePair(text, at + 1)) bytes += 4;
    else bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  before[text.length] = bytes;
  return before;
}

/** The segmenter's time for each step grows with the string that it is given. */
const WINDOW = 256;

/** The offset of each grapheme cluster and of the text's end. */
function graphemeStarts(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let count = 1;
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    const to = Math.min(text.length, from + size);
    const isLast = to === text.length;
    const inside = clusterStarts(text.slice(from, isInsidePair(text, to) ? to - 1 : to)).slice(1);
    for (const index of inside) starts[count++] = from + index;
    const last = inside.at(-1);
    // The window's last cluster may go on behind it, so the next window begins with it.
    if (isLast) starts[count++] = text.length;
    from = isLast ? text.length : from + (last ?? 0);
    size = last === undefined ? size * 2 : WINDOW;
  }
  return starts.slice(0, count);
}

function clusterStarts(window: string): number[] {
  return Array.from(characterSegmenter().segment(window), ({ index }) => index);
}
