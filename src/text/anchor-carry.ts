import type { Resolved, Unresolved } from './anchor.ts';
import { AnchorText } from './anchor-text.ts';
import { findQuoted } from './anchor-words.ts';
import { normaliseText } from './normalise.ts';
import { firstAtLeast } from './sorted-numbers.ts';
import type { Span } from './span.ts';

/** So much of what stands around the words goes with them, in UTF-16 code units. */
const CONTEXT = 48;

/**
 * Carries spans of a file's text over to the stored text of the article. Where the stored text is what
 * `normaliseText` makes of the file's, with or without the lines above the article, each offset has its place
 * there. Elsewhere that holds for what both have the same from the start or the end on, and all else is
 * looked for by its words and what stands around them. Making one takes time linear in both texts.
 */
export class Carrier {
  readonly #stored: AnchorText;
  /** The file's text as it would be stored. */
  readonly #text: string;
  /** Offsets in the file's text of each code unit that is left out of its lines. */
  readonly #gone: readonly number[];
  /** How many code units of blank lines stand before the stored words. */
  readonly #lead: number;
  readonly #sameAtStart: number;
  readonly #sameAtEnd: number;

  constructor(fileText: string, stored: string) {
    this.#stored = new AnchorText(stored);
    this.#text = normaliseText(fileText);
    this.#gone = leftOut(fileText);
    this.#lead = leadOf(fileText, this.#text);
    this.#sameAtStart = sameAtStart(this.#text, stored);
    this.#sameAtEnd = sameAtEnd(this.#text, stored);
  }

  /** The span of the stored text for one of the file's, or why there is none. */
  carry({ start, end }: Span): Resolved | Unresolved {
    const span = { start: this.#normalised(start), end: this.#normalised(end) };
    const stored = this.#stored.text;
    const moved = stored.length - this.#text.length;
    if (span.end <= this.#sameAtStart) return { span, how: 'exact' };
    if (span.start >= this.#text.length - this.#sameAtEnd) {
      return { span: { start: span.start + moved, end: span.end + moved }, how: 'exact' };
    }
    if (this.#sameAtEnd === stored.length) return { reason: ABOVE };
    return this.#lookFor(span);
  }

  #normalised(offset: number): number {
    const there = offset - firstAtLeast(this.#gone, offset) - this.#lead;
    return Math.min(Math.max(there, 0), this.#text.length);
  }

  #lookFor({ start, end }: Span): Resolved | Unresolved {
    const words = this.#text.slice(start, end);
    if (words.trim() === '') return { reason: 'There are no words in it, only white space.' };
    const prefix = this.#text.slice(Math.max(0, start - CONTEXT), start);
    const suffix = this.#text.slice(end, end + CONTEXT);
    const found = findQuoted(this.#stored, { words, prefix, suffix }, start);
    return 'reason' in found ? found : { span: found.span, how: 'found', said: DIFFERENT };
  }
}

const ABOVE = 'These words stand in the lines above the article, which were read as its details.';
const DIFFERENT = 'The article is not quite the text of the file; its words were looked for there.';

/** What `normaliseText` takes out of lines: each U+0000, and each CR before an LF. */
function leftOut(text: string): number[] {
  const gone: number[] = [];
  let isBeforeLineFeed = false;
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text[at];
    if (unit === '\u0000' || (unit === '\r' && isBeforeLineFeed)) gone.push(at);
    if (unit !== '\u0000') isBeforeLineFeed = unit === '\n';
  }
  return gone.reverse();
}

function leadOf(fileText: string, normalised: string): number {
  const lined = fileText.replaceAll('\u0000', '').toWellFormed().replaceAll(/\r\n?/g, '\n');
  return Math.max(0, lined.indexOf(normalised));
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function sameAtEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
