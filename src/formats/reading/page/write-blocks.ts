import type { PageBlock, PageList } from './page-block.ts';

/**
 * Blocks as text, marked as Markdown marks them, in the way that `structureOf` reads them back. Markdown's escapes would
 * stay in the words, so words that begin like a mark (`# 1 in the charts`, `1. May was dry`) keep theirs by a narrow
 * no-break space (U+202F) behind it. A list that does not count up from 0–999 by ones has bullets.
 */
export function writeBlocks(blocks: readonly PageBlock[]): string {
  const marks = new ItemMarks(blocks);
  let text = '';
  for (const [at, block] of blocks.entries()) {
    text += `${at === 0 ? '' : gap(blocks[at - 1], block)}${written(block, marks)}`;
  }
  return text;
}

function gap(before: PageBlock | undefined, block: PageBlock): string {
  if (block.kind !== 'list-item' || before?.kind !== 'list-item') return '\n\n';
  const isNewList = block.list !== before.list && block.list.depth === 0 && before.list.depth === 0;
  return isNewList ? '\n\n' : '\n';
}

function written(block: PageBlock, marks: ItemMarks): string {
  if (block.kind === 'heading') return heading(block.level, block.lines.join(' '));
  if (block.kind === 'blockquote') return block.lines.map((line) => `> ${keptInQuote(line)}`).join('\n');
  if (block.kind === 'paragraph') return block.lines.map(keptWords).join('\n');
  const indent = ' '.repeat(4 * block.list.depth);
  const mark = marks.next(block.list);
  const [first = '', ...others] = block.lines;
  const further = others.map((line) => `\n${indent}${' '.repeat(mark.length)}${keptWords(line)}`);
  return `${indent}${mark}${first}${further.join('')}`;
}

/** A mark at the end would be taken for a closing one; it is one behind another. */
function heading(level: number, words: string): string {
  return `${'#'.repeat(level)} ${words}${words.endsWith('#') ? ' #' : ''}`;
}

const RULE = /^(?:([-*_])(?:[ \t]*\1){2,}|={3,})$/;
const MARK = /^(?:#{1,6}|[-*+]|\d{1,3}[.)]|>(?:[ \t]*>)*)[ \t]+(?=\S)/;
const QUOTE_MARK = /^>(?:[ \t]*>)*[ \t]+(?=\S)/;

function keptWords(line: string): string {
  return RULE.test(line) ? line : line.replace(MARK, noBreak);
}

function keptInQuote(line: string): string {
  return line.replace(QUOTE_MARK, noBreak);
}

function noBreak(mark: string): string {
  return mark.replaceAll(/[ \t]+/g, '\u202F');
}

/** Marks one item after the other. A lone number would be read as words, so its list has bullets. */
class ItemMarks {
  readonly #lengths = new Map<PageList, number>();
  readonly #written = new Map<PageList, number>();

  constructor(blocks: readonly PageBlock[]) {
    for (const block of blocks) {
      if (block.kind === 'list-item') count(this.#lengths, block.list);
    }
  }

  next(list: PageList): string {
    const at = count(this.#written, list);
    const length = this.#lengths.get(list) ?? 0;
    if (list.start === undefined || length < 2 || list.start + length > 1000) return '- ';
    return `${list.start + at}. `;
  }
}

/** Counts one more, and gives how many there were before. */
function count(counts: Map<PageList, number>, list: PageList): number {
  const before = counts.get(list) ?? 0;
  counts.set(list, before + 1);
  return before;
}
