import { readHeadLine } from '../../text/front-matter-lines.ts';
import type { PageBlock } from '../reading/page/page-block.ts';
import type { FoundDetails } from './page-details.ts';

interface PageText {
  readonly blocks: readonly PageBlock[];
  readonly details: FoundDetails;
}

/** Title, byline and date above an article. */
const MAX_LINES = 4;

/**
 * Takes the title, byline and date off the top of a page's words: they are details. A line that tells
 * something else, or something other than what is known, stays, and so does everything below it.
 */
export function takeHeadLines({ blocks, details }: PageText, lines = MAX_LINES): PageText {
  const [first, ...others] = blocks;
  const line = first?.lines.length === 1 && isHeadBlock(first) ? (first.lines[0] ?? '') : '';
  const known = lines > 0 && line !== '' ? withLine(details, line) : undefined;
  return known && others.length > 0
    ? takeHeadLines({ blocks: others, details: known }, lines - 1)
    : { blocks, details };
}

function isHeadBlock({ kind }: PageBlock): boolean {
  return kind === 'heading' || kind === 'paragraph';
}

/** The details with what the line tells, or undefined where the line is no such line. */
function withLine(details: FoundDetails, line: string): FoundDetails | undefined {
  if (details.title && isSame(line, details.title)) return details;
  const told = readHeadLine(line);
  const { published, byline, rank: _, ...others } = told ?? {};
  if ((!published && !byline) || Object.keys(others).length > 0) return undefined;
  const isOther = byline && details.byline && !details.byline.toLowerCase().includes(byline.toLowerCase());
  return isOther
    ? undefined
    : { ...(byline ? { byline } : {}), ...(published ? { published } : {}), ...details };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
