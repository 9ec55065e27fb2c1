import type { FoundBlock } from './found-block.ts';
import { endsWithStop } from './line-ends.ts';

const MAX_LENGTH = 80;
const MAX_WORDS = 12;
/** Longer runs of short lines are a table, a poem or an address. */
const MAX_RUN_LENGTH = 2;
/** The level of a heading without a mark: the title is level 1. */
const PLAIN_LEVEL = 2;

const OPENING = /^["'“‘«(¿¡[]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * The blocks with those paragraphs turned into headings that are a short line of their own, begin like a title,
 * have no mark at the end, and stand, alone or in twos, above something.
 */
export function asHeadings(text: string, blocks: readonly FoundBlock[]): FoundBlock[] {
  const found = [...blocks];
  for (let start = 0; start < found.length; ) {
    let end = start;
    while (isCandidate(text, found[end])) end += 1;
    if (end - start <= MAX_RUN_LENGTH && end < found.length) markHeadings(found, start, end);
    start = end + 1;
  }
  return found;
}

function markHeadings(blocks: FoundBlock[], start: number, end: number): void {
  for (const [at, block] of blocks.slice(start, end).entries()) {
    blocks[start + at] = { ...block, kind: 'heading', level: PLAIN_LEVEL };
  }
}

function isCandidate(text: string, block: FoundBlock | undefined): boolean {
  if (block?.kind !== 'paragraph' || block.lines > 1 || block.end - block.start > MAX_LENGTH) return false;
  const words = text.slice(block.start, block.end);
  if (!OPENING.test(words) || !/\p{L}/u.test(words) || words.split(/\s+/).length > MAX_WORDS) return false;
  return !endsWithStop(text, block) && !words.endsWith(',');
}
