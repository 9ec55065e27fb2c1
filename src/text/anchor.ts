import { foldText } from './anchor-fold.ts';
import type { AnchorText } from './anchor-text.ts';
import { COUNTED_UNITS, type CountedUnit } from './anchor-units.ts';
import { findQuoted, type Quoted } from './anchor-words.ts';
import { isInsidePair } from './code-points.ts';
import type { Span } from './span.ts';

/** What offsets count. `any`: the file does not say, so the words decide. */
export type OffsetUnit = CountedUnit | 'any';

/** How a file says where one part of an annotation stands, as far as it says so. Nothing is checked yet. */
export interface Anchor {
  /** Over the text that the file was made from, end exclusive. */
  readonly offsets?: { readonly start: number; readonly end: number; readonly unit: OffsetUnit } | undefined;
  /** The exact words. */
  readonly words?: string | undefined;
  /** What stands just before and after them. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /**
   * What the file calls it, where that is not what stands there: its first words in most tools, but people may change
   * it. Told for review, since its place may be wrong.
   */
  readonly name?: string | undefined;
}

/**
 * Where an anchor stands. `exact`: as the file says. `other-unit`: its offsets count something else than it
 * says, or than is usual. `inclusive-end`: its ends are the last characters themselves. `found`: its words
 * were looked for.
 */
export interface Resolved {
  /** In UTF-16 code units; never empty, white space alone, or with half a character. */
  readonly span: Span;
  readonly how: 'exact' | 'other-unit' | 'inclusive-end' | 'found';
  /** What was done, in a sentence; absent where nothing was. */
  readonly said?: string;
}

/** Why an anchor stands nowhere, in a sentence. */
export interface Unresolved {
  readonly reason: string;
}

/**
 * Finds where an anchor stands in the text that it was made from. With words, its offsets count only if the
 * words stand there: as the file says; in the other units; over the text with other line ends; with an
 * inclusive end; and last the words are looked for (`findQuoted`). Without words the offsets are all there
 * is. `assumed` is the unit that offsets of the unit `any` are tried in first: see `chooseUnit`.
 */
export function resolveAnchor(
  text: AnchorText,
  anchor: Anchor,
  assumed: CountedUnit = 'utf16',
): Resolved | Unresolved {
  const words = anchor.words === '' ? undefined : anchor.words;
  if (words !== undefined && words.trim() === '') return { reason: WORDLESS };
  const found =
    words === undefined ? byOffsets(text, anchor, assumed) : byWords(text, anchor, words, assumed);
  return 'span' in found ? checked(text.text, reviewed(found, anchor)) : found;
}

function reviewed(found: Resolved, { name }: Anchor): Resolved {
  const line = name?.replaceAll(/\s+/g, ' ').trim();
  if (!line) return found;
  const short = line.length > MAX_NAME ? `${line.slice(0, MAX_NAME).toWellFormed()}…` : line;
  const review = `The file calls it “${short}”, but other words stand at its place. Check whether they are meant.`;
  return { ...found, said: found.said === undefined ? review : `${found.said} ${review}` };
}

/** UTF-16 code units of a name in a sentence. */
const MAX_NAME = 80;

const WORDLESS = 'There are no words in it, only white space.';

function checked(text: string, found: Resolved): Resolved | Unresolved {
  const { start, end } = found.span;
  if (isInsidePair(text, start) || isInsidePair(text, end)) {
    return { reason: 'It begins or ends in the middle of a character.' };
  }
  return text.slice(start, end).trim() === '' ? { reason: WORDLESS } : found;
}

const NAMES: Readonly<Record<CountedUnit, string>> = {
  utf16: 'UTF-16 code units',
  'code-points': 'code points',
  graphemes: 'grapheme clusters',
  bytes: 'bytes of UTF-8',
};

function byOffsets(text: AnchorText, { offsets }: Anchor, assumed: CountedUnit): Resolved | Unresolved {
  if (!offsets) return { reason: 'The file says neither where it stands nor what its words are.' };
  const { start, end, unit } = offsets;
  const span = text.spanAt(start, end, unit === 'any' ? assumed : unit);
  if (!span)
    return { reason: 'Its place is empty or outside of the text, and the file does not have its words.' };
  const differs = (other: CountedUnit) => !isSame(text.spanAt(start, end, other), span);
  if (unit !== 'any' || !COUNTED_UNITS.some(differs)) return { span, how: 'exact' };
  const said = `The file does not say what its offsets count. They were read as ${NAMES[assumed]}, which fit the words of the text best.`;
  return { span, how: 'other-unit', said };
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}

function byWords(
  text: AnchorText,
  anchor: Anchor,
  words: string,
  assumed: CountedUnit,
): Resolved | Unresolved {
  const { offsets } = anchor;
  if (!offsets) return lookFor(text, { ...anchor, words });
  for (const reading of readings(text, offsets, assumed)) {
    const { span, how, isFolded } = reading;
    if (span && standsThere(text.text, span, words, isFolded)) {
      return reading.said === undefined ? { span, how } : { span, how, said: reading.said };
    }
  }
  const unit = offsets.unit === 'any' ? assumed : offsets.unit;
  const near = text.spanAt(offsets.start, offsets.start + 1, unit)?.start ?? offsets.start;
  return lookFor(text, { ...anchor, words }, Number.isFinite(near) ? near : undefined);
}

/** One way to read offsets, with what is to be said if it is the right one. */
interface OffsetReading {
  readonly span: Span | undefined;
  readonly how: Resolved['how'];
  readonly said?: string;
  /** Whether it may be other white space, but not more or less at the ends. */
  readonly isFolded?: boolean;
}

/** The ways to read offsets, the likeliest first. What one needs of the text is made only in its turn. */
function* readings(
  text: AnchorText,
  { start, end, unit }: NonNullable<Anchor['offsets']>,
  assumed: CountedUnit,
): Generator<OffsetReading> {
  const stated = unit === 'any' ? assumed : unit;
  const others = COUNTED_UNITS.filter((other) => other !== stated);
  const isOpen = unit === 'any';
  yield { span: text.spanAt(start, end, stated), how: 'exact' };
  yield { span: text.spanAt(start, end, stated), how: 'exact', isFolded: true };
  for (const other of others) {
    const span = text.spanAt(start, end, other);
    if (isOpen) yield { span, how: 'exact' };
    else yield { span, how: 'other-unit', said: `Its offsets count ${NAMES[other]}, not ${NAMES[stated]}.` };
  }
  for (const other of [stated, ...others]) {
    const span = text.spanAtOtherLineEnds(start, end, other);
    yield { span, how: 'other-unit', said: 'Its offsets were counted over the text with other line ends.' };
  }
  for (const step of [-1, 1]) {
    const span = text.spanAt(start + step, end + step, stated);
    const isCounted = step < 0;
    if (isCounted || text.text.startsWith('\uFEFF'))
      yield { span, how: 'other-unit', said: markSaid(isCounted) };
  }
  for (const other of [stated, ...others]) {
    const span = text.spanAt(start, end + 1, other);
    yield {
      span,
      how: 'inclusive-end',
      said: 'Its end is the place of the last character, not the one behind it.',
    };
  }
}

function markSaid(isCounted: boolean): string {
  return isCounted
    ? 'Its offsets count one character more before the text, such as a byte order mark.'
    : 'Its offsets do not count the byte order mark before the text.';
}

function standsThere(text: string, { start, end }: Span, words: string, isFolded = false): boolean {
  if (!isFolded) return end - start === words.length && text.startsWith(words, start);
  // A span that is far too long is not worth folding, and many of them would take very long.
  if (end - start > 4 * words.length + 64) return false;
  return foldText(text.slice(start, end), 'white-space').text === foldText(words, 'white-space').text;
}

function lookFor(text: AnchorText, quoted: Quoted, near?: number): Resolved | Unresolved {
  const found = findQuoted(text, quoted, near);
  if ('reason' in found) return found;
  const { span, folding } = found;
  const moved = near === undefined || near === span.start ? '' : distance(span.start - near);
  const changed =
    folding === 'signs-and-case' ? 'Its quote marks, dashes, accents or case are others there.' : '';
  const said = [moved, changed].filter(Boolean).join(' ');
  return said === '' ? { span, how: 'exact' } : { span, how: 'found', said };
}

function distance(moved: number): string {
  const far = Math.abs(moved).toLocaleString('en');
  const characters = far === '1' ? 'character' : 'characters';
  return `Its words were found ${far} ${characters} ${moved < 0 ? 'before' : 'behind'} the place that the file gives.`;
}
