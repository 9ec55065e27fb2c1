import type { Anchor, OffsetUnit } from '../../text/anchor.ts';
import type { Span } from '../../text/span.ts';
import { bestCount, CountedText } from '../reading/counted-text.ts';
import { heldByXml } from '../writing/xml-text.ts';

/** A selection as a project has it: end exclusive, in a unit that the file does not tell. */
export interface FoundSpan extends Span {
  /** Its first words in most tools, but people may change it. */
  readonly name: string | undefined;
}

/**
 * A source's text as its selections count it. REFI-QDA says neither whether code points or UTF-16 are counted, nor
 * whether a byte order mark is, nor whether a line end of Windows is one or two; so the names of the selections,
 * which begin with their words, decide.
 */
export class SourceText {
  readonly text: string;
  readonly #counted: CountedText;
  readonly #unit: OffsetUnit;

  private constructor(counted: CountedText, unit: OffsetUnit) {
    this.text = counted.text;
    this.#counted = counted;
    this.#unit = unit;
  }

  /** Of a text in code points: a file of ours. */
  static inCodePoints(text: string): SourceText {
    return new SourceText(new CountedText(text, 'code-points'), 'code-points');
  }

  /** Of anybody's text, by the names of its selections. */
  static countedBy(text: string, spans: readonly FoundSpan[]): SourceText {
    const named = spans.filter(({ name }) => folded(name ?? '') !== '');
    const { counted, agreeing } = bestCount(text, named, begins);
    const isOpen = ASTRAL.test(text) && (agreeing === 0 || !isTold(counted, named));
    return new SourceText(counted, isOpen ? 'any' : counted.unit);
  }

  /** The anchor of a selection, with its words where it is known what is counted and its name does not deny them. */
  anchor(span: FoundSpan): Anchor {
    const offsets = { start: span.start, end: span.end, unit: this.#unit };
    if (this.#unit === 'any') return { offsets };
    if (this.isNamed(span)) return { offsets, name: span.name };
    const words = this.#counted.wordsAt(span) ?? '';
    return words === '' ? { offsets } : { offsets, words };
  }

  /** Whether the selection has a name that its words do not begin with: people gave it, or its place is wrong. */
  isNamed(span: FoundSpan): boolean {
    return this.#unit !== 'any' && (span.name ?? '').trim() !== '' && !begins(this.#counted, span);
  }
}

/** Characters that are one code point and two UTF-16 code units. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** Whether the names speak for code points or for UTF-16, and not as much for one as for the other. */
function isTold({ text, unit }: CountedText, spans: readonly FoundSpan[]): boolean {
  if (unit === 'bytes') return true;
  const other = new CountedText(text, unit === 'utf16' ? 'code-points' : 'utf16');
  const own = new CountedText(text, unit);
  return spans.some((span) => begins(own, span) && !begins(other, span));
}

/** Whether the name is the beginning of the words, as tools write it. */
function begins(counted: CountedText, span: FoundSpan): boolean {
  const name = folded(span.name ?? '').replace(/(?:…|\.\.\.)$/, '');
  // Of a long span no more than its name can be about: many of them would take long.
  const words = counted.wordsAt(span)?.slice(0, 4 * name.length + 100) ?? '';
  return name !== '' && folded(words).startsWith(name);
}

/** An anchor where the project has no text: the name may still be the words. */
export function anchorWithoutText({ start, end, name = '' }: FoundSpan): Anchor {
  const offsets = { start, end, unit: 'any' } as const;
  return [...name].length === end - start ? { offsets, words: name } : { offsets };
}

/** Texts stand in files of their own, and hold what the name in the project cannot. */
function folded(words: string): string {
  return heldByXml(words.replaceAll(/\s+/g, ' ').trim());
}
