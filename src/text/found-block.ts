import type { Block } from './blocks.ts';

/**
 * A block with the line it is on: `lineStart` is where its markup begins, `lines` how many lines it takes.
 */
export interface FoundBlock extends Block {
  readonly lineStart: number;
  readonly lines: number;
}
