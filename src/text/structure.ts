import type { Block, Sentence, Structure } from './blocks.ts';
import { findBlocks } from './find-blocks.ts';
import { splitSentences } from './segment.ts';

/**
 * The blocks and sentences of a stored text. Blocks are in order, do not overlap, and hold every visible
 * character that is not markup; sentences lie inside blocks, and headings have none. A hard-wrapped paragraph is
 * one block with its line ends inside. An empty text has neither. Takes time linear in the text's length.
 */
export function structureOf(text: string): Structure {
  const blocks = findBlocks(text).map(({ start, end, kind, level }): Block => {
    return level === undefined ? { start, end, kind } : { start, end, kind, level };
  });
  const sentences = blocks.flatMap((block, index): Sentence[] => {
    if (block.kind === 'heading') return [];
    return splitSentences(text, block).map(({ start, end }) => ({ start, end, block: index }));
  });
  return { blocks, sentences };
}
