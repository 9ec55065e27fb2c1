import type { ArticleRecords } from '../../domain/record.ts';
import type { Block } from '../../text/blocks.ts';
import { depthMaker } from '../writing/heading-depth.ts';
import { countPieces, drawBlocks } from './drawn-blocks.ts';
import type { People } from './names.ts';
import { WordsWriter } from './words-writer.ts';

/**
 * The body of an article, a piece for each block: headings open divisions, list items that follow each other share a
 * list. Sentences begin at empty milestones, which cross no mark.
 */
export function* bodyPieces(work: ArticleRecords, people: People): Generator<string> {
  const { blocks } = work.article;
  const drawn = drawBlocks(work);
  const words = new WordsWriter(work.article, countPieces(drawn), people);
  const divisionsFor = divisionMaker();
  if (blocks.length === 0) yield '<p/>\n';
  for (const [index, block] of blocks.entries()) {
    yield divisionsFor(block);
    yield inElement(
      words.write(block.start, drawn[index] ?? []),
      block,
      blocks[index - 1],
      blocks[index + 1],
    );
  }
  yield divisionsFor();
}

/** Returns a function that closes and opens divisions before a block, or closes all of them at the end. */
function divisionMaker(): (block?: Block) => string {
  const depthOf = depthMaker();
  let open = 0;
  return (block) => {
    if (block && block.kind !== 'heading') return '';
    const depth = block ? depthOf(block.level ?? 1) : 0;
    const closed = '</div>\n'.repeat(block ? open - depth + 1 : open);
    open = depth;
    return block ? `${closed}<div>\n` : closed;
  };
}

function inElement(content: string, { kind }: Block, before?: Block, after?: Block): string {
  switch (kind) {
    case 'heading':
      return `<head>${content}</head>\n`;
    case 'blockquote':
      return `<quote rend="block"><p>${content}</p></quote>\n`;
    case 'list-item': {
      const open = before?.kind === kind ? '' : '<list>\n';
      const close = after?.kind === kind ? '' : '</list>\n';
      return `${open}<item>${content}</item>\n${close}`;
    }
    default:
      return `<p>${content}</p>\n`;
  }
}
