import { formatParts, parseParts } from '../../domain/annotation.ts';
import type { Anchor } from '../../text/anchor.ts';
import { CodePointOffsets } from '../../text/code-point-offsets.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { joinAcrossLineBreaks, splitAtLineBreaks } from './fragments.ts';

/** A text with its offsets both ways, made once for each article. */
export class BratText {
  readonly text: string;
  readonly #toUtf16: CodePointOffsets;
  readonly #toCodePoints: CodePoints;

  constructor(text: string) {
    this.text = text;
    this.#toUtf16 = new CodePointOffsets(text);
    this.#toCodePoints = new CodePoints(text);
  }

  /**
   * The parts that fragments and their words stand for, or undefined where there are several and the words
   * are not theirs. Fragments that only a line break parts are one part. `parts` is what our own note says;
   * it is taken where the fragments are its. Fragments and parts are code points.
   */
  anchors(
    fragments: readonly Span[],
    words: string | undefined,
    parts: string | undefined,
  ): Anchor[] | undefined {
    const spans = fragments.map((fragment) => this.#inUtf16(fragment));
    const inside = spans.every(({ end }) => end <= this.text.length);
    const standing = spans.map(({ start, end }) => this.text.slice(start, end));
    const theirs = words ?? standing.join(' ');
    if (inside && (theirs === standing.join(' ') || theirs === standing.join(''))) {
      const whole = this.#told(parts, spans) ?? joinAcrossLineBreaks(this.text, spans);
      return whole.map((span) => this.#anchor(span));
    }
    const [only] = fragments;
    if (words === undefined) return undefined;
    if (only && fragments.length === 1) return [{ offsets: { ...only, unit: 'code-points' }, words }];
    return wordsApart(fragments, words);
  }

  #anchor(span: Span): Anchor {
    const start = this.#toCodePoints.countBefore(span.start);
    const end = this.#toCodePoints.countBefore(span.end);
    return { offsets: { start, end, unit: 'code-points' }, words: this.text.slice(span.start, span.end) };
  }

  #inUtf16({ start, end }: Span): Span {
    return { start: this.#toUtf16.toUtf16(start), end: this.#toUtf16.toUtf16(end) };
  }

  #told(written: string | undefined, fragments: readonly Span[]): Span[] | undefined {
    if (written === undefined || !/^\d{1,9}-\d{1,9}(;\d{1,9}-\d{1,9})*$/.test(written)) return undefined;
    const parts = parseParts(written).map((part) => this.#inUtf16(part));
    const theirs = formatParts(splitAtLineBreaks(this.text, parts));
    return theirs === formatParts(fragments) ? parts : undefined;
  }
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
