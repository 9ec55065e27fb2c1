import { rightOf, type TextItem, topOf } from './text-item.ts';

/** Items of a page that overlap in height, directly or through others. Nothing crosses its edges. */
export interface Band {
  readonly items: readonly TextItem[];
  readonly top: number;
  readonly bottom: number;
}

/** An interval of the width, in points. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The bands of items from top to bottom. Lines of one column, and lines level with each other, are one. */
export function bandsOf(items: readonly TextItem[]): Band[] {
  const bands: { items: TextItem[]; top: number; bottom: number }[] = [];
  for (const item of items.toSorted((a, b) => topOf(a) - topOf(b))) {
    const last = bands.at(-1);
    if (last && topOf(item) < last.bottom) {
      last.items.push(item);
      last.bottom = Math.max(last.bottom, item.y);
    } else bands.push({ items: [item], top: topOf(item), bottom: item.y });
  }
  return bands;
}

/** Where a band is empty from top to bottom, from left to right. The outermost gaps have no end. */
export function gapsOf(items: readonly TextItem[]): Gap[] {
  const gaps: Gap[] = [];
  let from = -Infinity;
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    if (item.x > from) gaps.push({ from, to: item.x });
    from = Math.max(from, rightOf(item));
  }
  gaps.push({ from, to: Infinity });
  return gaps;
}

/** What two ordered lists of gaps have in common, where it is at least `width` wide. */
export function sharedGaps(first: readonly Gap[], second: readonly Gap[], width: number): Gap[] {
  const shared: Gap[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return shared;
    const gap = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
    if (gap.to - gap.from >= width) shared.push(gap);
    if (a.to < b.to) i += 1;
    else j += 1;
  }
}
