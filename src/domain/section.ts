import type { Block } from '../text/blocks.ts';
import type { Span } from '../text/span.ts';

/** Blocks that a page draws at once; the sections of a long article are drawn as the reader nears them. */
export interface Section extends Span {
  readonly index: number;
  /** The blocks from `from` up to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
}

/** In UTF-16 code units: about three screens of text. */
const SECTION_LENGTH = 8_000;

/**
 * The sections of an article: they follow each other, every block is in one, and each is at least `length`
 * long but the last. A section's span runs from its first block up to the next section's first, so that no
 * offset is between two.
 */
export function sectionsOf(blocks: readonly Block[], textLength: number, length = SECTION_LENGTH): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (let to = 1; to <= blocks.length; to++) {
    const start = from === 0 ? 0 : (blocks[from]?.start ?? 0);
    const end = to === blocks.length ? textLength : (blocks[to]?.start ?? textLength);
    if (end - start < length && to < blocks.length) continue;
    sections.push({ index: sections.length, from, to, start, end });
    from = to;
  }
  return sections;
}

/** The section that holds an offset; the last one for any offset behind the text. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections.find((section) => offset < section.end) ?? sections.at(-1);
}
