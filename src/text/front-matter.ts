import { isNames } from './bylines.ts';
import { findBlocks } from './find-blocks.ts';
import type { FoundBlock } from './found-block.ts';
import { readFrontMatterBlock } from './front-matter-block.ts';
import type { FrontMatter } from './front-matter-fields.ts';
import { type HeadLine, joined, readHeadLine } from './front-matter-lines.ts';
import { endsWithStop } from './line-ends.ts';
import { isPublicationName } from './publication-names.ts';

/** A text parted in two: `head` and `body` joined are the text, so that nothing is lost. */
export interface ReadArticle {
  readonly frontMatter: FrontMatter;
  /** What the fields were read from, and kept out of the body; often empty. */
  readonly head: string;
  readonly body: string;
}

/**
 * Reads what stands above an article in text copied from a news page (site, title, date, byline, address, in any
 * order, the title perhaps twice) or in a Markdown file (`---` block, `# Title`).
 *
 * The body begins at the first line whose words are not all in a field, and keeps everything from there on as it
 * was: a line that leaves a doubt stays in it. Fields may still be read from lines after a doubtful one. Of several
 * dates the one called published is taken, then one that only stands there, then an update. A text that is nothing
 * but front matter is taken for a body. Expects LF line endings.
 */
export function readFrontMatter(text: string): ReadArticle {
  const block = readFrontMatterBlock(text);
  const given = block?.fields ?? {};
  const lines = firstLines(text, block?.end ?? 0);
  const reach = headLength(lines);
  const fields = readHead(lines, reach, given);
  const first = lines.findIndex((line, at) => at >= reach || !isTold(line, fields));
  const body = lines[first];
  if (!body || (first === 0 && !block)) return parted(text, block?.end ?? 0, body ? fields : given);
  return parted(text, startOfLine(text, body.block.lineStart), fields);
}

function parted(text: string, cut: number, frontMatter: FrontMatter): ReadArticle {
  return { frontMatter, head: text.slice(0, cut), body: text.slice(cut) };
}

function startOfLine(text: string, at: number): number {
  return text.slice(0, at).lastIndexOf('\n') + 1;
}

/** A block near the top, on its own line; `told` is what it tells if it holds nothing but fields. */
interface TopLine {
  readonly block: FoundBlock;
  readonly words: string;
  readonly told: HeadLine | undefined;
  readonly marked: boolean;
}

/** Front matter is looked for in so many characters and blocks; no real one is longer. */
const REACH = 10_000;
const MAX_LINES = 30;
const MAX_CREDITS = 6;

function firstLines(text: string, start: number): TopLine[] {
  const top = text.slice(start, start + REACH);
  const blocks = findBlocks(top).slice(0, MAX_LINES);
  return blocks
    .flatMap((block) => withoutCredits(top, block))
    .map((block) => {
      const words = plainWords(top.slice(block.start, block.end));
      const marked = block.kind === 'heading' && top[block.lineStart] === '#';
      const told = block.kind === 'paragraph' || block.kind === 'heading' ? readHeadLine(words) : undefined;
      const lineStart = start + block.lineStart;
      return { block: { ...block, lineStart }, words, told: marked ? undefined : told, marked };
    });
}

/** A title and a "by Jane Doe" below it look like a sentence over two lines: a line that is a field stands alone. */
function withoutCredits(top: string, block: FoundBlock): FoundBlock[] {
  if (block.kind !== 'paragraph' || block.lines === 1 || block.lines > MAX_CREDITS) return [block];
  let start = block.lineStart;
  const lines = top
    .slice(start, block.end)
    .split('\n')
    .map((line) => {
      const part: FoundBlock = {
        kind: 'paragraph',
        start,
        end: start + line.length,
        lineStart: start,
        lines: 1,
      };
      start += line.length + 1;
      return part;
    });
  const isField = (line: FoundBlock) =>
    readHeadLine(plainWords(top.slice(line.start, line.end))) !== undefined;
  return lines.some(isField) ? lines : [block];
}

/** The words on one line, without Markdown's marks of emphasis. */
function plainWords(words: string): string {
  const line = words.trim().replaceAll(/\s+/g, ' ');
  return line.replaceAll(/\*{1,3}([^*]+)\*{1,3}/g, '$1').replace(/^_{1,3}([^_].*[^_])_{1,3}$/, '$1');
}

function readHead(lines: readonly TopLine[], reach: number, given: FrontMatter): FrontMatter {
  const head = lines.slice(0, reach);
  const told = [...head, ...creditsBelow(lines, reach)].reduce<HeadLine>(
    (all, line) => joined(all, line.told ?? {}),
    given,
  );
  const { rank: _, ...fields } = { ...readNames(head, lines.length, told), ...told };
  return fields;
}

/** How many lines come before the first that is neither a field nor could be a name or title. */
function headLength(lines: readonly TopLine[]): number {
  let date: string | undefined;
  const end = lines.findIndex((line, at) => {
    const published = line.told?.published;
    const another =
      date !== undefined && published !== undefined && published !== date && line.told?.rank === 2;
    date ??= published;
    return another || !(line.told || isTitleLike(line) || isRepeated(lines.slice(0, at), line));
  });
  return end === -1 ? lines.length : end;
}

const MAX_TITLE_LENGTH = 160;
const MAX_SITE_LENGTH = 60;

function isTitleLike({ block, words, marked }: TopLine): boolean {
  if (marked) return block.level === 1;
  if (block.kind === 'list-item' || block.kind === 'blockquote' || block.lines > 2) return false;
  const span = { start: 0, end: words.length };
  return (
    words.length <= MAX_TITLE_LENGTH &&
    !words.endsWith(',') &&
    (!endsWithStop(words, span) || /[?!]\P{L}*$/u.test(words))
  );
}

function isRepeated(others: readonly TopLine[], line: TopLine): boolean {
  return others.some((other) => !other.told && isSame(other.words, line.words));
}

function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

/** The lines of fields that stand below a standfirst, if there is a byline among them. */
function creditsBelow(lines: readonly TopLine[], standfirst: number): readonly TopLine[] {
  if (standfirst === 0 || !lines[standfirst + 1]?.told?.byline) return [];
  const below = lines.slice(standfirst + 1);
  const end = below.findIndex((line) => !line.told);
  return below.slice(0, end === -1 ? below.length : end);
}

/** Title, publication and byline from the lines of the head that bear no mark of what they are. */
function readNames(head: readonly TopLine[], all: number, told: FrontMatter): FrontMatter {
  const plain = namesOf(head, all);
  const repeated = plain.find((line, at) => isRepeated(plain.slice(0, at), line));
  const marked = plain.find((line) => line.marked);
  const title = told.title ?? (marked ?? repeated)?.words ?? guessTitle(plain);
  if (title === undefined) return {};
  const at = plain.findIndex((line) => isSame(title, line.words));
  const others = plain.filter((line) => !isSame(title, line.words));
  const site = others.find((line, place) => {
    const aboveRepeated = repeated && at === 1 && place === 0 && line.words.length <= MAX_SITE_LENGTH;
    return aboveRepeated || isPublicationName(line.words);
  });
  const writers =
    told.published && at >= 0
      ? others.find((line) => plain.indexOf(line) > at && isNames(line.words))
      : undefined;
  return {
    title,
    ...(site ? { publication: site.words } : {}),
    ...(writers && writers !== site ? { byline: writers.words } : {}),
  };
}

/**
 * The plain lines that may be names: those above the last line of fields, or the one below it if there are none
 * above. Without any field it takes something to follow, no end mark, and no more than a site, a title and a heading.
 */
function namesOf(head: readonly TopLine[], all: number): readonly TopLine[] {
  const last = head.findLastIndex(
    (line, at) => line.told || line.marked || isRepeated(head.slice(0, at), line),
  );
  const plain = head.slice(0, last + 1).filter((line) => !line.told);
  if (plain.length > 0) return plain;
  const below = head.slice(last + 1);
  if (head.length === all || (below.length > 3 && !isPublicationName(below[0]?.words ?? ''))) return [];
  if (last >= 0) return below.slice(0, 1);
  return below.some((line) => /[?!]\P{L}*$/u.test(line.words)) ? [] : below;
}

/** One or two words above more are a label ("Opinion"), if they are not the site. */
function guessTitle(plain: readonly TopLine[]): string | undefined {
  const [first, second] = plain;
  if (first && second && isPublicationName(first.words)) return second.words;
  return (plain.find((line) => line.words.split(' ').length > 2) ?? first)?.words;
}

/** Whether every word of a line is in a field. A date that gave way to a better one counts as repeated. */
function isTold({ words, told }: TopLine, fields: FrontMatter): boolean {
  if (!told) return [fields.title, fields.publication, fields.byline].some((value) => isSame(value, words));
  const { published: _, rank: __, ...values } = told;
  return Object.values(values).every((value) => Object.values(fields).some((field) => isSame(field, value)));
}
