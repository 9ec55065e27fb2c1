import { endsWithStop, startsUpper } from './line-ends.ts';
import type { Line } from './lines.ts';

/** How a text uses line ends inside a group of lines that no blank line divides. */
export interface Layout {
  /** Lines are broken to a width, so that a line end is mostly no paragraph end. */
  readonly wrapped: boolean;
  /**
   * Whether `line` was broken for its width alone: the first word of `next` would hardly have fitted on it.
   */
  fills(line: Line, next: Line): boolean;
}

/** Nobody wraps by hand wider than this; longer lines are paragraphs. */
const WIDEST = 160;
/** Some break a little early; in mid-sentence, a line this full is taken for full. */
const NEARLY_FULL = 0.85;

/**
 * A text is hard-wrapped if at least half of the line ends inside its groups fall in mid-sentence. Its width
 * is that of the longest lines but for one in ten, so that a single long address does not set it.
 */
export function layoutOf(text: string, lines: readonly Line[]): Layout {
  const { pairs, broken } = lineEnds(text, lines);
  const widths = broken.map((line) => line.end - line.markStart).filter((width) => width <= WIDEST);
  const width = widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? WIDEST;
  return {
    wrapped: widths.length > 0 && widths.length * 2 >= pairs,
    fills: (line, next) => {
      const full = endsWithStop(text, line) ? width : width * NEARLY_FULL;
      return line.end - line.markStart + 1 + firstWordLength(text, next) > full;
    },
  };
}

/** How many lines have prose on the next line, and those of them that break in mid-sentence. */
function lineEnds(text: string, lines: readonly Line[]): { pairs: number; broken: Line[] } {
  let pairs = 0;
  const broken: Line[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || !isProse(line) || !isProse(next)) continue;
    pairs += 1;
    if (!endsWithStop(text, line) && !startsUpper(text, next)) broken.push(line);
  }
  return { pairs, broken };
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
