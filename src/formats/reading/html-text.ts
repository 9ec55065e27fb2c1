import { UnitOffsets } from '../../text/anchor-units.ts';
import type { Span } from '../../text/span.ts';
import { type HtmlTokens, readHtmlTokens } from './html-tokens.ts';

/** A run of words: where it stands in the page's text content, and where in the text that is made of it. */
interface Run {
  readonly global: number;
  readonly start: number;
  /** In the made text; 0 for white space between blocks, which is left out. */
  readonly length: number;
}

/** Elements that stand in lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content is not text of the page. */
const HIDDEN = ['script', 'style'];

/**
 * The text of an HTML page, with a blank line between its blocks, and the way into it from offsets that count the
 * page's text content, as Label Studio's global offsets do, with one character for each `<br>`.
 */
export class HtmlText {
  readonly text: string;
  readonly #runs: readonly Run[];
  readonly #global: string;
  #bytes: UnitOffsets | undefined;
  /** For each code point of the text content, where it begins in UTF-16; empty where that is the same. */
  readonly #points: readonly number[];

  /** `counted`: whether offsets count a `<br>` as one character, or words alone. */
  constructor(html: string, counted: 'breaks' | 'words' = 'breaks') {
    const made = new MadeText(counted === 'breaks');
    readHtmlTokens(html.replaceAll(/\r\n?/g, '\n'), made, true);
    this.text = made.result;
    this.#runs = made.runs;
    this.#global = made.global;
    this.#points = pointsOf(made.global);
  }

  /**
   * The span of the text that global offsets mean, or undefined where they mean none. They count UTF-16 code
   * units, or code points: `words` decide, and without them UTF-16 is taken.
   */
  spanOf(offsets: Span, words: string | undefined): Span | undefined {
    const span = this.#inText(offsets);
    if (words === undefined || this.#points.length === 0 || this.#holds(span, words)) return span;
    const byPoints = this.#inText({ start: this.#atPoint(offsets.start), end: this.#atPoint(offsets.end) });
    return this.#holds(byPoints, words) ? byPoints : span;
  }

  /** The span of the text for offsets that count the bytes of the text content in UTF-8; undefined for none. */
  spanOfBytes({ start, end }: Span): Span | undefined {
    this.#bytes ??= new UnitOffsets(this.#global);
    const [from, to] = [this.#bytes.toUtf16(start, 'bytes'), this.#bytes.toUtf16(end, 'bytes')];
    return from === undefined || to === undefined ? undefined : this.#inText({ start: from, end: to });
  }

  #inText({ start, end }: Span): Span | undefined {
    const span = { start: this.#place(start, 1), end: this.#place(end, 0) };
    return span.start < span.end ? span : undefined;
  }

  /** At a border between two runs a start belongs to the later one, an end to the earlier one. */
  #place(global: number, bias: 0 | 1): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#runs[middle]?.global ?? 0) < global + bias) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low - 1];
    return run ? run.start + Math.min(global - run.global, run.length) : 0;
  }

  #holds(span: Span | undefined, words: string): boolean {
    // Spans far longer than their words are not read, as many of them would take long.
    if (span === undefined || span.end - span.start > 64 + 4 * words.length) return false;
    return withoutSpace(this.text.slice(span.start, span.end)) === withoutSpace(words);
  }

  #atPoint(point: number): number {
    return this.#points[point] ?? Number.MAX_SAFE_INTEGER;
  }
}

/** A text as it grows, run by run. */
class MadeText implements HtmlTokens {
  readonly runs: Run[] = [];
  #text = '';
  #global = '';
  #startsBlock = true;
  #isHidden = false;
  readonly #countsBreaks: boolean;

  constructor(countsBreaks: boolean) {
    this.#countsBreaks = countsBreaks;
  }

  get result(): string {
    return this.#text;
  }

  /** The page's text content. */
  get global(): string {
    return this.#global;
  }

  open(name: string): void {
    this.#tag(name);
    this.#isHidden = HIDDEN.includes(name);
  }

  close(name: string): void {
    this.#tag(name);
    this.#isHidden = false;
  }

  text(words: string): void {
    if (!this.#isHidden) this.#add(words);
  }

  /** What never ends is shown as it stands. */
  rest(words: string): void {
    this.#add(words);
  }

  #tag(name: string): void {
    if (name === 'br' && this.#countsBreaks) this.#add('\n');
    else if (name === 'br') this.#text += this.#startsBlock ? '' : '\n';
    else if (BLOCKS.has(name)) this.#startsBlock = true;
  }

  #add(words: string): void {
    const isLeftOut = this.#startsBlock && words.trim() === '';
    if (!isLeftOut && this.#startsBlock && this.#text !== '') this.#text += '\n\n';
    const length = isLeftOut ? 0 : words.length;
    this.runs.push({ global: this.#global.length, start: this.#text.length, length });
    this.#global += words;
    if (isLeftOut) return;
    this.#text += words;
    this.#startsBlock = false;
  }
}

function pointsOf(text: string): number[] {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return [];
  const points: number[] = [];
  let at = 0;
  for (const character of text) {
    points.push(at);
    at += character.length;
  }
  return [...points, at];
}

const withoutSpace = (words: string) => words.replaceAll(/\s+/g, '');
