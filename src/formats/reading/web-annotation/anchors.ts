import { z } from 'zod';
import { type PlainKey, t } from '../../../messages/language.ts';
import type { Anchor, OffsetUnit } from '../../../text/anchor.ts';
import { ownEntry } from '../../../text/own-entry.ts';
import { anchorOfFragment } from './fragments.ts';
import { listOf, type Node, namesOf, nodeOf, type Resolve, textOf } from './nodes.ts';

/** The place of a part, or why the file's way of giving it cannot be used: the middle of a sentence. */
export type FoundPlace = { readonly anchor: Anchor } | { readonly reason: string };

/** How selectors are to be read. */
export interface SelectorReading {
  /** What positions count. */
  readonly unit: OffsetUnit;
  readonly resolve: Resolve;
}

/** Selectors inside of selectors; nobody nests deeper, and a hostile file might. */
const MAX_DEPTH = 8;

/**
 * Reads the selectors of one target, which all select the same words: the first position and the first words
 * that any of them gives.
 */
export function placeOf(selectors: unknown, reading: SelectorReading, depth = 0): FoundPlace {
  const places = listOf(selectors).map((selector) => readSelector(reading.resolve(selector), reading, depth));
  const anchors = places.flatMap((place) => ('anchor' in place ? [place.anchor] : []));
  const offsets = anchors.find((anchor) => anchor.offsets)?.offsets;
  const quoted = anchors.find((anchor) => anchor.words !== undefined);
  if (offsets || quoted) return { anchor: { ...quoted, offsets } };
  const reasons = places.flatMap((place) => ('reason' in place ? [place.reason] : []));
  return { reason: [...new Set(reasons)].join(t('selector.joint')) || t('selector.none') };
}

function readSelector(value: unknown, reading: SelectorReading, depth: number): FoundPlace {
  const node = nodeOf(value);
  if (!node) return { reason: t('selector.elsewhere') };
  if (depth >= MAX_DEPTH) return { reason: t('selector.tooDeep') };
  const outer = readSimple(node, reading, depth);
  if (node.refinedBy === undefined) return outer;
  return refine(outer, placeOf(node.refinedBy, reading, depth + 1));
}

const whole = z.preprocess((value) => Number(textOf(value) ?? Number.NaN), z.int().nonnegative());
const positionShape = z.object({ start: whole, end: whole });

/** Goes by the type, and by what is there where the type is missing. */
function readSimple(node: Node, reading: SelectorReading, depth: number): FoundPlace {
  const [type = ''] = namesOf(node.type);
  if (type === 'TextQuoteSelector' || (type === '' && 'exact' in node)) return readQuote(node);
  if (type === 'TextPositionSelector' || (type === '' && 'start' in node))
    return readPosition(node, reading.unit);
  if (type === 'DataPositionSelector') return readPosition(node, 'bytes');
  if (type === 'FragmentSelector') return anchorOfFragment(textOf(node.value) ?? '', reading.unit);
  if (type === 'RangeSelector') return readRange(node, reading, depth);
  const name = ownEntry(NAMES, type);
  return { reason: name ? t(name) : t('selector.unknown', { type: type.slice(0, 60) }) };
}

const NAMES: Readonly<Record<string, PlainKey>> = {
  XPathSelector: 'selector.xpath',
  CssSelector: 'selector.css',
  SvgSelector: 'selector.svg',
};

function readQuote(node: Node): FoundPlace {
  const words = textOf(node.exact);
  if (words === undefined) return { reason: t('selector.noWords') };
  const prefix = textOf(node.prefix);
  const suffix = textOf(node.suffix);
  return { anchor: { words, prefix, suffix } };
}

function readPosition(node: Node, unit: OffsetUnit): FoundPlace {
  const { data } = positionShape.safeParse(node);
  if (!data) return { reason: t('selector.noNumbers') };
  return { anchor: { offsets: { start: data.start, end: data.end, unit } } };
}

/** A range runs between the starts of two selectors; quotations at its ends leave its middle open. */
function readRange(node: Node, reading: SelectorReading, depth: number): FoundPlace {
  const from = placeOf(node.startSelector, reading, depth + 1);
  const to = placeOf(node.endSelector, reading, depth + 1);
  const start = 'anchor' in from ? from.anchor.offsets : undefined;
  const end = 'anchor' in to ? to.anchor.offsets : undefined;
  if (!start || !end) return { reason: t('selector.rangeEnds') };
  return { anchor: { offsets: { start: start.start, end: end.start, unit: start.unit } } };
}

/** What `inner` selects in what `outer` selects. Positions of `inner` count from the start of `outer`. */
function refine(outer: FoundPlace, inner: FoundPlace): FoundPlace {
  if ('reason' in inner) return 'anchor' in outer ? outer : inner;
  const { offsets: within, ...quoted } = inner.anchor;
  if (quoted.words !== undefined) return { anchor: quoted };
  if (!within || 'reason' in outer) {
    return { reason: t('selector.inElement') };
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
  if (cut === '') return { reason: t('selector.outside') };
  return {
    anchor: { words: cut, prefix: points.slice(0, start).join(''), suffix: points.slice(end).join('') },
  };
}
