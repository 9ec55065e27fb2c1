import { formatParts, parseParts } from '../../domain/annotation.ts';
import type { Anchor } from '../../text/anchor.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { bestCount, type CountedText } from '../reading/counted-text.ts';
import { joinAcrossLineBreaks, splitAtLineBreaks } from './fragments.ts';

/** Fragments of a line with the words that it gives them. */
export interface WordedFragments {
  readonly fragments: readonly Span[];
  readonly words: string | undefined;
}

/** A text with its offsets both ways, made once for each article. */
export class BratText {
  readonly text: string;
  readonly #counted: CountedText;
  readonly #toCodePoints: CodePoints;

  private constructor(counted: CountedText) {
    this.text = counted.text;
    this.#counted = counted;
    this.#toCodePoints = new CodePoints(counted.text);
  }

  /**
   * The text as the lines of its .ann file count it. brat counts code points, a byte order mark and both
   * characters of a Windows line end among them; scripts that make its files, and editors that save them, often
   * do otherwise.
   */
  static countedBy(text: string, lines: readonly WordedFragments[]): BratText {
    const worded = lines.filter(({ words }) => words?.trim());
    return new BratText(
      bestCount(text, worded, (counted, line) => standing(counted, line) !== undefined).counted,
    );
  }

  /**
   * The parts that fragments and their words stand for, or undefined where there are several and the words
   * are not theirs. Fragments that only a line break parts are one part. `parts` is what our own note says;
   * it is taken where the fragments are its. Fragments and parts are counted as the file counts.
   */
  anchors(line: WordedFragments, parts: string | undefined): Anchor[] | undefined {
    const { fragments, words } = line;
    const spans = standing(this.#counted, line);
    if (spans) {
      const inOrder = withoutOverlaps(spans);
      const whole = this.#told(parts, inOrder) ?? joinAcrossLineBreaks(this.text, inOrder);
      return whole.map((span) => this.#anchor(span));
    }
    const [only] = fragments;
    if (words === undefined) return undefined;
    if (only && fragments.length === 1) return [{ offsets: { ...only, unit: this.#counted.unit }, words }];
    return wordsApart(fragments, words);
  }

  #anchor(span: Span): Anchor {
    const start = this.#toCodePoints.countBefore(span.start);
    const end = this.#toCodePoints.countBefore(span.end);
    return { offsets: { start, end, unit: 'code-points' }, words: this.text.slice(span.start, span.end) };
  }

  #told(written: string | undefined, fragments: readonly Span[]): Span[] | undefined {
    if (written === undefined || !/^\d{1,9}-\d{1,9}(;\d{1,9}-\d{1,9})*$/.test(written)) return undefined;
    const parts = parseParts(written).flatMap((part) => this.#counted.spanOf(part) ?? []);
    const theirs = formatParts(splitAtLineBreaks(this.text, parts));
    return theirs === formatParts(fragments) ? parts : undefined;
  }
}

/**
 * The fragments in UTF-16 where the words of the line stand there, else undefined. Line breaks inside of words may
 * have become other white space, since a line of the file holds them.
 */
function standing(counted: CountedText, { fragments, words }: WordedFragments): Span[] | undefined {
  const spans = fragments.map((fragment) => counted.spanOf(fragment));
  const found = spans.filter((span) => span !== undefined);
  if (found.length < spans.length) return undefined;
  const theirs = found.map(({ start, end }) => counted.text.slice(start, end));
  if (words === undefined) return found;
  return sameWords(words, theirs.join(' ')) || sameWords(words, theirs.join('')) ? found : undefined;
}

function sameWords(a: string, b: string): boolean {
  return (
    a === b || (a.length < 2 * b.length + 2 && b.length < 2 * a.length + 2 && inOneLine(a) === inOneLine(b))
  );
}

function inOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function withoutOverlaps(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** The words of each fragment where they have just its length, so that they can be looked for. */
function wordsApart(fragments: readonly Span[], words: string): Anchor[] | undefined {
  const points = [...words];
  let at = 0;
  const anchors = fragments.map(({ start, end }): Anchor => {
    const own = points.slice(at, at + end - start).join('');
    at += end - start + 1;
    return { offsets: { start, end, unit: 'code-points' }, words: own };
  });
  return at - 1 === points.length ? anchors : undefined;
}
