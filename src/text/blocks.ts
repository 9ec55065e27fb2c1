import type { Span } from './span.ts';

/** What a block is. Headings hold no sentences. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'blockquote';

/** A typed span of words, without markup or white space around it. Blocks are in order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1 to 6 for a heading. */
  readonly level?: number;
}

/** A span inside one block; `block` is the block's index. */
export interface Sentence extends Span {
  readonly block: number;
}

/** What the text engine finds in a stored text before anything is tagged. */
export interface Structure {
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}
