import { type Band, bandsOf, type Gap, gapsOf, sharedGaps } from './bands.ts';
import { median, rightOf, type TextItem } from './text-item.ts';

/** Narrowest gap between two columns, in ems. Word gaps of justified lines come near it, but not line after line. */
const MIN_GUTTER = 0.8;
/** A gap this wide, in ems, needs fewer lines beside it to be a gutter. */
const WIDE_GUTTER = 1.5;
/** Lines that must stand on either side of a gutter. */
const LINES_BESIDE_WIDE = 4;
const LINES_BESIDE_NARROW = 5;
/** Characters and words in the lines of a column, on average; cells of a table have fewer. */
const MIN_CHARACTERS = 12;
const MIN_WORDS = 1.5;
/** Spaces between lines that part an afterthought from the columns above it. */
const AFTERTHOUGHT = 2.5;
/** A column inside of a column inside of … */
const MAX_DEPTH = 6;

/**
 * The items of a page parted into columns in reading order. Down the page, zones follow one another; in a zone of
 * several columns these follow from left to right. A heading over two of three columns is read before both.
 *
 * A gutter is an interval of the width that stays empty over several lines with prose on both sides. The method is the
 * recursive cut of Nagy and Seth (1984), with each horizontal cut made where the gutters change.
 */
export function columnsOf(items: readonly TextItem[], depth = 0): TextItem[][] {
  if (items.length === 0) return [];
  const em = median(
    items.map((item) => item.height),
    0,
  );
  const zones = depth < MAX_DEPTH ? zonesOf(bandsOf(items), em) : [{ items, gutters: [] }];
  return zones.flatMap((zone) =>
    zone.gutters.length === 0
      ? [[...zone.items]]
      : splitAt(zone.items, zone.gutters).flatMap((column) => columnsOf(column, depth + 1)),
  );
}

interface Zone {
  readonly items: readonly TextItem[];
  /** Between its columns, from left to right; none where it is a single column. */
  readonly gutters: readonly Gap[];
}

function zonesOf(bands: readonly Band[], em: number): Zone[] {
  const zones: Zone[] = [];
  let single: Band[] = [];
  const close = () => {
    if (single.length > 0) zones.push({ items: single.flatMap((band) => band.items), gutters: [] });
    single = [];
  };
  for (let at = 0; at < bands.length; ) {
    const band = bands[at];
    const run = columnRun(bands, at, em);
    if (run) {
      const above = single.splice(startOfRight(single, run.gutters));
      close();
      zones.push({ items: [...above, ...run.bands].flatMap(({ items }) => items), gutters: run.gutters });
      at += run.bands.length;
    } else {
      if (band) single.push(band);
      at += 1;
    }
  }
  close();
  return zones;
}

/** Where above a run of columns the right ones begin, if they begin higher, as beside a picture. */
function startOfRight(bands: readonly Band[], gutters: readonly Gap[]): number {
  const sides = bands.map(({ items }) => sidesOf(items, gutters));
  const from = sides.lastIndexOf('across') + 1;
  const right = sides.findIndex((side, at) => at >= from && side === 'right');
  return right === -1 ? bands.length : right;
}

function sidesOf(items: readonly TextItem[], gutters: readonly Gap[]): 'left' | 'right' | 'across' {
  const crosses = ({ from, to }: Gap) => items.some((item) => item.x < to && rightOf(item) > from);
  if (gutters.some(crosses)) return 'across';
  return (splitAt(items, gutters)[0] ?? []).length === 0 ? 'right' : 'left';
}

interface ColumnRun {
  readonly bands: readonly Band[];
  readonly gutters: readonly Gap[];
}

/** The longest run of bands from `start` that gutters go through, if those are gutters. */
function columnRun(bands: readonly Band[], start: number, em: number): ColumnRun | undefined {
  let gaps: readonly Gap[] = gapsOf(bands[start]?.items ?? []);
  let end = start;
  for (let band = bands[end]; band; band = bands[end]) {
    const shared = sharedGaps(gaps, gapsOf(band.items), MIN_GUTTER * em);
    if (!shared.some(isInner)) break;
    gaps = shared;
    end += 1;
  }
  const inner = gaps.filter(isInner);
  const run = withoutAfterthought(bands.slice(start, end), inner);
  const gutters = realGutters(
    run.flatMap((band) => band.items),
    inner,
    em,
  );
  return gutters.length > 0 ? { bands: run, gutters } : undefined;
}

function isInner({ from, to }: Gap): boolean {
  return Number.isFinite(from) && Number.isFinite(to);
}

/** What stands on one side only, a wide space below the columns, is not the end of one of them. */
function withoutAfterthought(run: readonly Band[], gutters: readonly Gap[]): readonly Band[] {
  const last = run.findLastIndex(({ items }) => splitAt(items, gutters).every((side) => side.length > 0));
  const spaces = run.map((band, at) => band.top - (run[at - 1]?.bottom ?? band.top));
  const usual = median(spaces.slice(1), 0);
  const cut = spaces.findIndex((space, at) => at > last && space > AFTERTHOUGHT * usual);
  return cut === -1 ? run : run.slice(0, cut);
}

function realGutters(items: readonly TextItem[], gaps: readonly Gap[], em: number): Gap[] {
  let gutters = [...gaps];
  for (;;) {
    const columns = splitAt(items, gutters);
    const wrong = gutters.findIndex(
      (gutter, at) => !parts(gutter, columns[at] ?? [], columns[at + 1] ?? [], em),
    );
    if (wrong === -1) return gutters;
    gutters = gutters.toSpliced(wrong, 1);
  }
}

/** Whether a gap has enough lines of prose on both of its sides. */
function parts(
  { from, to }: Gap,
  left: readonly TextItem[],
  right: readonly TextItem[],
  em: number,
): boolean {
  const least = to - from >= WIDE_GUTTER * em ? LINES_BESIDE_WIDE : LINES_BESIDE_NARROW;
  return [left, right].every((column) => {
    const lines = bandsOf(column).length;
    const text = column.map((item) => item.text).join(' ');
    const isProse = text.length >= MIN_CHARACTERS * lines && text.split(/\s+/).length >= MIN_WORDS * lines;
    return lines >= least && isProse;
  });
}

/** The items between the gaps, from left to right. */
function splitAt(items: readonly TextItem[], gaps: readonly Gap[]): TextItem[][] {
  const columns = Array.from({ length: gaps.length + 1 }, (): TextItem[] => []);
  for (const item of items) {
    const middle = (item.x + rightOf(item)) / 2;
    const beyond = gaps.findIndex(({ from }) => middle <= from);
    columns[beyond === -1 ? gaps.length : beyond]?.push(item);
  }
  return columns;
}
