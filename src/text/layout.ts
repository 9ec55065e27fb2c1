import { endsWithStop, startsUpper } from './line-ends.ts';
import type { Line } from './lines.ts';

/** How a text uses line ends inside a group of lines that no blank line divides. */
export interface Layout {
  /** Lines are broken to a width, so that a line end is mostly no paragraph end. */
  readonly wrapped: boolean;
  /** Whether the first word of `next` would not have fitted on `line`: the line was broken for its width alone. */
  fills(line: Line, next: Line): boolean;
}

/** Nobody wraps by hand wider than this; longer lines are paragraphs. */
const WIDEST = 160;

/**
 * A text is hard-wrapped if at least half of the line ends inside its groups fall in mid-sentence. Its width is
 * that of the longest lines but for one in ten, so that a single long address does not set it.
 */
export function layoutOf(text: string, lines: readonly Line[]): Layout {
  const pairs = lines.flatMap((line, at): [Line, Line][] => {
    const next = lines[at + 1];
    return next && isProse(line) && isProse(next) && line.mark !== 'heading' ? [[line, next]] : [];
  });
  const broken = pairs.filter(([line, next]) => !endsWithStop(text, line) && !startsUpper(text, next));
  const widths = broken.map(([line]) => line.end - line.markStart).filter((width) => width <= WIDEST);
  const width = widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? WIDEST;
  return {
    wrapped: widths.length > 0 && widths.length * 2 >= pairs.length,
    fills: (line, next) => line.end - line.markStart + 1 + firstWordLength(text, next) > width,
  };
}

/** Text that could be the next line of a paragraph: not empty, and not begun anew by a mark. */
function isProse(line: Line): boolean {
  return line.start < line.end && (line.mark === 'none' || line.mark === 'quote');
}

function firstWordLength(text: string, line: Line): number {
  const words = text.slice(line.markStart, Math.min(line.end, line.markStart + WIDEST));
  const gap = words.search(/\s/);
  return gap === -1 ? words.length : gap;
}
