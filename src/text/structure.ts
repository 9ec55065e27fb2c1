import type { Block, BlockKind, Sentence, Structure } from './blocks.ts';
import { findBlocks } from './find-blocks.ts';
import type { FoundBlock } from './found-block.ts';
import { foreignCode, languageOf } from './language.ts';
import { splitSentences } from './segment.ts';
import type { Span } from './span.ts';

/**
 * The blocks and sentences of a stored text. Blocks are in order, do not overlap, and hold every visible
 * character that is not markup; sentences lie inside blocks, and headings have none. A hard-wrapped paragraph
 * is one block with its line ends inside. An empty text has neither. Takes time linear in the text's length.
 */
export function structureOf(text: string): Structure {
  const found = findBlocks(text);
  const code = foreignCode(languageOf(text));
  const sentences = found.flatMap((block, index): Sentence[] =>
    sentencesIn(text, block, code).map(({ start, end }) => ({ start, end, block: index })),
  );
  return { blocks: found.map(asBlock), sentences };
}

function asBlock({ start, end, kind, level }: FoundBlock): Block {
  return level === undefined ? { start, end, kind } : { start, end, kind, level };
}

function sentencesIn(text: string, block: FoundBlock, code: string | undefined): Span[] {
  if (block.kind === 'heading') return [];
  if (block.lines === 1) return splitSentences(text, block, code);
  const words = unwrapped(text.slice(block.start, block.end), block.kind);
  return splitSentences(words, undefined, code).map(({ start, end }) => {
    return { start: block.start + start, end: block.start + end };
  });
}

/** The words on one line, none of them moved: line ends, and quote marks behind them, become spaces. */
function unwrapped(words: string, kind: BlockKind): string {
  const breaks = kind === 'blockquote' ? /\n[ \t]*(?:>[ \t]*)*/g : /\n/g;
  return words.replaceAll(breaks, (markup) => ' '.repeat(markup.length));
}
