import { findParts, PART_JOINT } from '../../domain/annotation.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { Span } from '../../text/span.ts';

type Unit = 'utf16' | 'code-points';

/** The cells of a row that say where an annotation stands; empty where the file has none. */
export interface PlaceCells {
  readonly text: string;
  readonly partsUtf16: string;
  readonly parts: string;
  readonly startUtf16: string;
  readonly endUtf16: string;
  readonly start: string;
  readonly end: string;
}

/** Parts in one unit with the words of each. */
interface DividedWords {
  readonly unit: Unit;
  readonly parts: readonly Span[];
  readonly words: readonly string[];
}

/**
 * The parts that the words confirm: the text, divided by their lengths, has the joint between all of them.
 * UTF-16 is tried first. Undefined where the cells say nothing that fits the words.
 */
export function divide(cells: PlaceCells): DividedWords | undefined {
  for (const { unit, parts } of waysToRead(cells)) {
    const words = wordsOfParts(cells.text, parts, unit);
    if (words) return { unit, parts, words };
  }
  return undefined;
}

/**
 * The anchors of a row. Where no offsets fit the words, the words are divided at their joints, with offsets
 * beside them where there are as many parts.
 */
export function anchorsFrom(cells: PlaceCells): Anchor[] {
  const divided = divide(cells);
  if (divided) return asAnchors(divided);
  const unconfirmed = waysToRead(cells)[0];
  if (cells.text === '') return unconfirmed?.parts.map((part) => withOffsets(part, unconfirmed.unit)) ?? [];
  if (unconfirmed?.parts.length === 1) return asAnchors({ ...unconfirmed, words: [cells.text] });
  const words = cells.text.split(PART_JOINT);
  if (unconfirmed?.parts.length === words.length) return asAnchors({ ...unconfirmed, words });
  return words.filter((part) => part !== '').map((part) => ({ words: part }));
}

function asAnchors({ unit, parts, words }: DividedWords): Anchor[] {
  return parts.map((part, index) => ({ ...withOffsets(part, unit), words: words[index] ?? '' }));
}

function withOffsets({ start, end }: Span, unit: Unit): Anchor {
  return { offsets: { start, end, unit } };
}

interface CountedParts {
  readonly unit: Unit;
  readonly parts: readonly Span[];
}

/**
 * Start and end are asked only where there are no parts, as where a spreadsheet has made a date of `3-9`:
 * over several parts they would fit other words.
 */
function waysToRead(cells: PlaceCells): CountedParts[] {
  const parts = readings(cells.partsUtf16, cells.parts);
  if (parts.length > 0) return parts;
  return readings(`${cells.startUtf16}-${cells.endUtf16}`, `${cells.start}-${cells.end}`);
}

function readings(utf16: string, codePoints: string): CountedParts[] {
  const ways: [Unit, Span[] | undefined][] = [
    ['utf16', partsIn(utf16)],
    ['code-points', partsIn(codePoints)],
  ];
  return ways.flatMap(([unit, parts]) => (parts ? [{ unit, parts }] : []));
}

function partsIn(cell: string): Span[] | undefined {
  // Most tables made by hand have neither parts nor positions.
  if (cell === '' || cell === '-') return undefined;
  const parts = findParts(cell.replaceAll(/\s/g, ''));
  return parts?.every(({ start, end }) => start < end) ? parts : undefined;
}

function wordsOfParts(text: string, parts: readonly Span[], unit: Unit): string[] | undefined {
  const words: string[] = [];
  let rest = text;
  for (const [index, { start, end }] of parts.entries()) {
    const length = unit === 'utf16' ? end - start : unitsOf(rest, end - start);
    words.push(rest.slice(0, length));
    const follows = index < parts.length - 1 ? PART_JOINT : '';
    if (rest.length < length || !rest.startsWith(follows, length)) return undefined;
    rest = rest.slice(length + follows.length);
  }
  return rest === '' ? words : undefined;
}

/** How many UTF-16 units the first code points of a text take; more than it has where it is too short. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0;
  for (let count = 0; count < codePoints; count++) {
    const point = text.codePointAt(units);
    units += point !== undefined && point > 0xffff ? 2 : 1;
    if (point === undefined) break;
  }
  return units;
}
