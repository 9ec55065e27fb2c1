import type { BlockKind } from './blocks.ts';
import type { FoundBlock } from './found-block.ts';
import { asHeadings } from './headings.ts';
import { type Layout, layoutOf } from './layout.ts';
import { endsWithStop, startsLower } from './line-ends.ts';
import { type Line, linesOf } from './lines.ts';
import { asNumberedLists } from './numbered-lists.ts';

/**
 * The blocks of a text. Blank lines divide, and so do marks at the head of a line; whether other line ends
 * divide (one paragraph a line) or not (hard-wrapped text) is read from the text as a whole. Every visible
 * character that is not markup lies in exactly one block. Takes time linear in the text's length; any string
 * will do.
 */
export function findBlocks(text: string): FoundBlock[] {
  const lines = asNumberedLists(linesOf(text));
  const layout = layoutOf(text, lines);
  const blocks: FoundBlock[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (continues(text, layout, open, line)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) blocks.push(blockOf(open));
    open = isEmpty(line) ? [] : [line];
  }
  if (open.length > 0) blocks.push(blockOf(open));
  return asHeadings(text, blocks);
}

/** Blank lines, rules, and marks of a blockquote with nothing behind them. */
function isEmpty(line: Line): boolean {
  return line.start === line.end;
}

function continues(text: string, layout: Layout, open: readonly Line[], line: Line): boolean {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last || isEmpty(line) || line.mark === 'heading' || first.mark === 'heading') return false;
  const midSentence = !endsWithStop(text, last);
  if (line.mark === 'bullet' || line.mark === 'number') {
    return midSentence && layout.wrapped && first.mark === 'none' && layout.fills(last, line);
  }
  if (line.mark === 'quote' && first.mark !== 'quote') return false;
  if (midSentence && startsLower(text, line)) return true;
  const isItem = first.mark === 'bullet' || first.mark === 'number';
  if (isItem && line.indent > first.indent) return true;
  return layout.wrapped && line.indent <= last.indent && layout.fills(last, line);
}

const KINDS: Partial<Record<Line['mark'], BlockKind>> = {
  heading: 'heading',
  bullet: 'list-item',
  number: 'list-item',
  quote: 'blockquote',
};

function blockOf(open: readonly Line[]): FoundBlock {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) throw new RangeError('a block of no lines');
  const kind = KINDS[first.mark] ?? 'paragraph';
  const level = kind === 'heading' ? { level: first.number } : {};
  return {
    start: first.start,
    end: last.end,
    kind,
    ...level,
    lineStart: first.markStart,
    lines: open.length,
  };
}
