import type { Anchor, OffsetUnit } from '../../text/anchor.ts';
import { CodePointOffsets } from '../../text/code-point-offsets.ts';
import { largest } from '../../text/extremes.ts';
import type { Span } from '../../text/span.ts';

/** A selection as a project has it: end exclusive, in a unit that the file does not tell. */
export interface FoundSpan extends Span {
  /** Its first words in most tools, but people may change it. */
  readonly name: string | undefined;
}

/**
 * A source's text as its selections count it. REFI-QDA says neither whether code points or UTF-16 are
 * counted, nor whether a line end of Windows is one or two; so the names of the selections, which begin with
 * their words, decide.
 */
export class SourceText {
  readonly text: string;
  readonly #unit: OffsetUnit;
  readonly #offsets: CodePointOffsets;

  private constructor(text: string, unit: OffsetUnit) {
    this.text = text;
    this.#unit = unit;
    this.#offsets = new CodePointOffsets(text);
  }

  /** Of a text in code points: a file of ours. */
  static inCodePoints(text: string): SourceText {
    return new SourceText(text, 'code-points');
  }

  /** Of anybody's text, by the names of its selections. */
  static countedBy(text: string, spans: readonly FoundSpan[]): SourceText {
    const unixText = text.replaceAll('\r\n', '\n');
    const texts = unixText === text ? [text] : [text, unixText];
    const candidates = texts.flatMap((one) =>
      (['code-points', 'utf16'] as const).map((unit) => new SourceText(one, unit)),
    );
    const scores = candidates.map((one) => spans.filter((span) => one.#begins(span)).length);
    const best = scores.indexOf(largest(scores));
    const chosen = candidates[best] ?? SourceText.inCodePoints(text);
    const isPlain = chosen.#offsets.length === chosen.text.length;
    const isOpen = !isPlain && scores[best] === scores[best + 1] && best % 2 === 0;
    return isOpen ? new SourceText(chosen.text, 'any') : chosen;
  }

  /** The anchor of a selection, with its words where it is known what is counted. */
  anchor(span: FoundSpan): Anchor {
    const offsets = { start: span.start, end: span.end, unit: this.#unit };
    const words = this.#unit === 'any' ? '' : this.#wordsAt(span);
    return words === '' ? { offsets } : { offsets, words };
  }

  /** Whether the name is the beginning of the words, as tools write it. */
  #begins(span: FoundSpan): boolean {
    const name = folded(span.name ?? '').replace(/(?:…|\.\.\.)$/, '');
    // Of a long span no more than its name can be about: many of them would take long.
    const words = this.#wordsAt(span).slice(0, 4 * name.length + 100);
    return name !== '' && folded(words).startsWith(name);
  }

  /** Whether the selection has a name that people gave it. */
  isNamed(span: FoundSpan): boolean {
    return this.#unit !== 'any' && (span.name ?? '').trim() !== '' && !this.#begins(span);
  }

  #wordsAt({ start, end }: FoundSpan): string {
    if (this.#unit === 'utf16') return this.text.slice(start, end);
    return this.text.slice(this.#offsets.toUtf16(start), this.#offsets.toUtf16(end));
  }
}

/** An anchor where the project has no text: the name may still be the words. */
export function anchorWithoutText({ start, end, name = '' }: FoundSpan): Anchor {
  const offsets = { start, end, unit: 'any' } as const;
  return [...name].length === end - start ? { offsets, words: name } : { offsets };
}

function folded(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
