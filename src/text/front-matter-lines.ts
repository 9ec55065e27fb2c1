import { readByline, readCreditedName } from './bylines.ts';
import { parseNewsDate } from './dates.ts';
import { type FrontMatter, isAddress, readField } from './front-matter-fields.ts';
import { isPublicationName } from './publication-names.ts';

/** What one line of the head tells, and how much its date is to be believed. */
export interface HeadLine extends FrontMatter {
  readonly rank?: number;
}

/** A date that the article calls its own beats one that only stands there, and that beats the day of a change. */
const RANKS = { changed: 1, plain: 2, published: 3 };

const DATE_LABEL =
  /^(?:(?:first |originally |date )?(published|posted|issued|filed|date)|(?:last )?(updated|modified|edited))(?:\s+on)?\s*:?\s+/i;
const SEPARATOR = /\s+[/|•·–—-]\s+|\s+(?=by\s)/i;
const MAX_LENGTH = 300;

/** Reads a line that holds nothing but fields: date, byline, address, `Key: value`, or several of them in a row. */
export function readHeadLine(line: string): HeadLine | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  return readPart(line) ?? readParts(line.split(SEPARATOR));
}

function readPart(part: string): HeadLine | undefined {
  if (isAddress(part)) return { url: part };
  return readDate(part) ?? readKeyed(part) ?? readWriters(part);
}

function readDate(part: string): HeadLine | undefined {
  const label = DATE_LABEL.exec(part);
  const published = parseNewsDate(part.slice(label?.[0].length ?? 0));
  if (!published) return undefined;
  return { published, rank: label?.[2] ? RANKS.changed : label ? RANKS.published : RANKS.plain };
}

function readKeyed(part: string): HeadLine | undefined {
  const [, key, value] = /^([A-Za-z_ ]{2,20}):\s+(\S.*)$/.exec(part) ?? [];
  return key && value ? readField(key, value) : undefined;
}

function readWriters(part: string): HeadLine | undefined {
  const byline = readByline(part) ?? readCreditedName(part);
  return byline ? { byline } : readDatedByline(part);
}

/** A byline that runs on into a date: "By Jane Doe, Feb. 15, 2017". */
function readDatedByline(part: string): HeadLine | undefined {
  if (!/^\p{L}+(?: \p{L}+)? |^by:/iu.test(part) || !/\d{4}/.test(part)) return undefined;
  for (const { index } of part.matchAll(/\s(?=\S)/g)) {
    const date = readDate(part.slice(index + 1));
    const byline = date && readByline(part.slice(0, index));
    if (byline) return { ...date, byline };
  }
  return undefined;
}

/** All parts must tell something, and one of them a date or a writer, or the line may be a sentence with a dash. */
function readParts(parts: readonly string[]): HeadLine | undefined {
  if (parts.length < 2) return undefined;
  let line: HeadLine = {};
  for (const part of parts) {
    const read = readPart(part.trim()) ?? (isPublicationName(part) ? { publication: part } : undefined);
    if (!read) return undefined;
    line = joined(line, read);
  }
  return line.published || line.byline ? line : undefined;
}

/** What two lines tell together: of two values the first, of two dates the one to be believed more. */
export function joined(first: HeadLine, second: HeadLine): HeadLine {
  const { published, rank } = rankOf(second) > rankOf(first) ? second : first;
  const date = published === undefined ? {} : { published, rank: rank ?? RANKS.published };
  return { ...second, ...first, ...date };
}

function rankOf({ published, rank }: HeadLine): number {
  return published === undefined ? 0 : (rank ?? RANKS.published);
}
