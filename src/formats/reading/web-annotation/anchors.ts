import { z } from 'zod';
import type { Anchor, OffsetUnit } from '../../incoming.ts';
import { anchorOfFragment } from './fragments.ts';
import { listOf, type Node, namesOf, nodeOf, type Resolve, textOf } from './nodes.ts';

/** The place of a part, or why the file's way of giving it cannot be used: the middle of a sentence. */
export type FoundPlace = { readonly anchor: Anchor } | { readonly reason: string };

/** How selectors are to be read. */
export interface Reading {
  /** What positions count. */
  readonly unit: OffsetUnit;
  readonly resolve: Resolve;
}

/** Selectors inside of selectors; nobody nests deeper, and a hostile file might. */
const MAX_DEPTH = 8;

/**
 * Reads the selectors of one target, which all select the same words: the first position and the first words that any
 * of them gives.
 */
export function placeOf(selectors: unknown, reading: Reading, depth = 0): FoundPlace {
  const places = listOf(selectors).map((selector) => readSelector(reading.resolve(selector), reading, depth));
  const anchors = places.flatMap((place) => ('anchor' in place ? [place.anchor] : []));
  const offsets = anchors.find((anchor) => anchor.offsets)?.offsets;
  const quoted = anchors.find((anchor) => anchor.words !== undefined);
  if (offsets || quoted) return { anchor: { ...quoted, ...(offsets && { offsets }) } };
  const reasons = places.flatMap((place) => ('reason' in place ? [place.reason] : []));
  return { reason: [...new Set(reasons)].join(', and ') || 'no selector' };
}

function readSelector(value: unknown, reading: Reading, depth: number): FoundPlace {
  const node = nodeOf(value);
  if (!node) return { reason: 'a selector that stands elsewhere' };
  if (depth >= MAX_DEPTH) return { reason: 'selectors nested too deeply' };
  const outer = readSimple(node, reading, depth);
  if (node.refinedBy === undefined) return outer;
  return refine(outer, placeOf(node.refinedBy, reading, depth + 1));
}

const whole = z.preprocess((value) => Number(textOf(value) ?? Number.NaN), z.int().nonnegative());
const positionShape = z.object({ start: whole, end: whole });

/** Goes by the type, and by what is there where the type is missing. */
function readSimple(node: Node, reading: Reading, depth: number): FoundPlace {
  const [type = ''] = namesOf(node.type);
  if (type === 'TextQuoteSelector' || (type === '' && 'exact' in node)) return readQuote(node);
  if (type === 'TextPositionSelector' || (type === '' && 'start' in node))
    return readPosition(node, reading.unit);
  if (type === 'DataPositionSelector') return readPosition(node, 'bytes');
  if (type === 'FragmentSelector') return anchorOfFragment(textOf(node.value) ?? '', reading.unit);
  if (type === 'RangeSelector') return readRange(node, reading, depth);
  return { reason: NAMES[type] ?? `a selector of the type “${type.slice(0, 60)}”` };
}

const NAMES: Readonly<Record<string, string>> = {
  XPathSelector: 'an XPath, which has no words to look for',
  CssSelector: 'a CSS selector, which has no words to look for',
  SvgSelector: 'a shape on an image',
};

function readQuote(node: Node): FoundPlace {
  const words = textOf(node.exact);
  if (words === undefined) return { reason: 'a quotation without words' };
  const prefix = textOf(node.prefix);
  const suffix = textOf(node.suffix);
  return { anchor: { words, ...(prefix && { prefix }), ...(suffix && { suffix }) } };
}

function readPosition(node: Node, unit: OffsetUnit): FoundPlace {
  const { data } = positionShape.safeParse(node);
  if (!data) return { reason: 'a position that is not in whole numbers' };
  return { anchor: { offsets: { start: data.start, end: data.end, unit } } };
}

/** A range runs from the start of the one to the start of the other; quotations at its ends leave its middle open. */
function readRange(node: Node, reading: Reading, depth: number): FoundPlace {
  const from = placeOf(node.startSelector, reading, depth + 1);
  const to = placeOf(node.endSelector, reading, depth + 1);
  const start = 'anchor' in from ? from.anchor.offsets : undefined;
  const end = 'anchor' in to ? to.anchor.offsets : undefined;
  if (!start || !end) return { reason: 'a range whose ends are not positions in the text' };
  return { anchor: { offsets: { start: start.start, end: end.start, unit: start.unit } } };
}

/** What `inner` selects in what `outer` selects. Positions of `inner` count from the start of `outer`. */
function refine(outer: FoundPlace, inner: FoundPlace): FoundPlace {
  if ('reason' in inner) return 'anchor' in outer ? outer : inner;
  const { offsets: within, ...quoted } = inner.anchor;
  if (quoted.words !== undefined) return { anchor: quoted };
  if (!within || 'reason' in outer) {
    return { reason: 'a position inside of an element, which has no words to look for' };
  }
  const { offsets, words } = outer.anchor;
  if (words !== undefined) return cutFrom(words, within);
  if (!offsets) return outer;
  const { start, unit } = offsets;
  return { anchor: { offsets: { start: start + within.start, end: start + within.end, unit } } };
}

function cutFrom(words: string, { start, end }: { start: number; end: number }): FoundPlace {
  const points = [...words];
  const cut = points.slice(start, end).join('');
  if (cut === '') return { reason: 'a position outside of the words that it refines' };
  return {
    anchor: { words: cut, prefix: points.slice(0, start).join(''), suffix: points.slice(end).join('') },
  };
}
