/** A run of words as a page draws it: one font, one line. Lengths are in points (1/72 inch). */
export interface TextItem {
  /** In reading order, right-to-left words too. */
  readonly text: string;
  /** The left end, from the page's left edge. */
  readonly x: number;
  /** The baseline, from the page's top edge downwards. */
  readonly y: number;
  readonly width: number;
  /** The font's size. */
  readonly height: number;
  /** Names the font within the file; two runs of one font have the same. */
  readonly font: string;
}

/** How much of a font's size its letters take above the baseline. */
const CAP_HEIGHT = 0.7;

/** The upper edge of a run's letters. */
export function topOf(item: TextItem): number {
  return item.y - CAP_HEIGHT * item.height;
}

/** Where a run ends on the right. */
export function rightOf(item: TextItem): number {
  return item.x + item.width;
}

/** The middle one of `numbers` by size, or `otherwise` where there are none. */
export function median(numbers: readonly number[], otherwise: number): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? otherwise;
}
