import { readHeadLine } from '../../text/front-matter-lines.ts';
import { isPublicationName } from '../../text/publication-names.ts';
import { joinLines, type Vocabulary, vocabularyOf } from './join-lines.ts';
import { endsSentence, withoutBullet } from './line-signs.ts';
import type { Line } from './lines.ts';
import { isSameSize } from './page-style.ts';
import type { Paragraph } from './paragraphs.ts';

/** A heading is at least so many times as large as the text. */
const HEADING_SIZE = 1.2;
const MAX_HEADING_LENGTH = 250;
const MAX_LINES = 4;
/** A sentence with more words is an introduction set large. */
const MAX_SENTENCE_LENGTH = 12;
/** Headings in the size of the text are shorter, and come after a paragraph of at least so many characters. */
const MAX_SUBHEADING_LENGTH = 80;
const REAL_PARAGRAPH = 120;

/** A paragraph with its words on one line. */
interface Block {
  readonly words: string;
  readonly first: Line;
  readonly lines: number;
}

/**
 * Paragraphs as Markdown, a blank line between them: `# ` before the one title in the largest size, `## ` before other
 * headings, `- ` before items with a bullet. What is large or bold, but is a byline, a date or the name of a newspaper, is
 * no heading.
 */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  const vocabulary = vocabularyOf(paragraphs.flatMap((lines) => lines.map((line) => line.text)));
  const blocks = paragraphs.flatMap((lines) => toBlock(lines, vocabulary));
  const body = mostUsed(blocks);
  if (!body) return '';
  const large = blocks.filter((block) => isLarge(block, body));
  const title = titleAmong(large);
  const firstText = blocks.findIndex(({ words }) => words.length >= REAL_PARAGRAPH);
  return blocks
    .map((block, at) => {
      if (block === title) return `# ${block.words}`;
      const isBelowText = firstText !== -1 && at > firstText && at < blocks.length - 1;
      if (large.includes(block) || (isBelowText && isSubheading(block, body))) return `## ${block.words}`;
      const item = withoutBullet(block.words);
      return item === undefined ? block.words : `- ${item}`;
    })
    .join('\n\n');
}

function toBlock(lines: Paragraph, vocabulary: Vocabulary): Block[] {
  const words = joinLines(
    lines.map((line) => line.text),
    vocabulary,
  ).trim();
  const [first] = lines;
  return first && words !== '' ? [{ words, first, lines: lines.length }] : [];
}

/** A line in the style that most letters have. */
function mostUsed(blocks: readonly Block[]): Line | undefined {
  const letters = new Map<string, { line: Line; count: number }>();
  for (const { words, first } of blocks) {
    const key = `${Math.round(first.size * 2)} ${first.font}`;
    const style = letters.get(key) ?? { line: first, count: 0 };
    style.count += words.length;
    letters.set(key, style);
  }
  return [...letters.values()].toSorted((a, b) => b.count - a.count)[0]?.line;
}

function isLarge({ words, first, lines }: Block, body: Line): boolean {
  if (first.size < HEADING_SIZE * body.size || lines > MAX_LINES) return false;
  if (words.length > MAX_HEADING_LENGTH || !/\p{L}/u.test(words)) return false;
  if (words.endsWith('.') && words.split(' ').length > MAX_SENTENCE_LENGTH) return false;
  return readHeadLine(words) === undefined && !isPublicationName(words);
}

/** The one heading in the largest size, if there is only one. */
function titleAmong(large: readonly Block[]): Block | undefined {
  const [first, second] = large.toSorted((a, b) => b.first.size - a.first.size);
  return first && second && isSameSize(first.first, second.first) ? undefined : first;
}

function isSubheading({ words, first, lines }: Block, body: Line): boolean {
  if (first.font === body.font || first.size < 0.95 * body.size || first.isRow || lines > 2) return false;
  return words.length <= MAX_SUBHEADING_LENGTH && /^["“‘«]?[\p{Lu}\d]/u.test(words) && !endsSentence(words);
}
