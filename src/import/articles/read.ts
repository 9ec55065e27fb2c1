import { createHash } from 'node:crypto';
import type { ArticleDetails } from '../../domain/article.ts';
import { checkDetails, type DetailName } from '../../domain/article-details.ts';
import { InvalidInputError, UnreadableTextError } from '../../domain/errors.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import { decodeText } from '../../formats/reading/decode-text.ts';
import type { Structure } from '../../text/blocks.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { normaliseText } from '../../text/normalise.ts';
import { structureOf } from '../../text/structure.ts';

/** What an article is read from. */
export type ArticleContent = string | Uint8Array | FoundArticle;

/** An article as somebody hands it in. */
export interface ArticleSource {
  /** As pasted, the bytes of a plain text, or what was read out of another file or a page. */
  readonly content: ArticleContent;
  /** Details given by hand, as typed; an empty one says that there is none. What is absent is read from the text. */
  readonly given: Readonly<Partial<Record<DetailName, string>>>;
}

/** An article ready to be stored. */
export interface ReadArticle {
  /** The identifier that it had elsewhere and keeps where that is free. */
  readonly id?: string;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly textHash: string;
  readonly structure: Structure;
  readonly details: ArticleDetails;
  /** Those of the details that were given by hand. */
  readonly given: Partial<ArticleDetails>;
}

/**
 * Reads an article: its text as it is stored, without the front matter, and what is known of it. `limit` is the most
 * UTF-16 code units that a text may have. Throws InvalidInputError naming every wrong field: `file` for bytes or
 * `text` for a paste, and the details.
 */
export function readArticle({ content, given: typed }: ArticleSource, limit: number): ReadArticle {
  const { details: checked, wrong } = checkDetails(typed);
  const found = readText(content, limit);
  const problems = 'problem' in found ? { ...wrong, ...found.problem } : wrong;
  if ('problem' in found || Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  const { text, details: read } = found;
  const structure = structureOf(text);
  const { title, ...others } = checked;
  const given = title ? { ...others, title } : others;
  const details = {
    ...NO_DETAILS,
    ...read,
    ...given,
    title: title ?? read.title ?? titleFrom(text, structure),
  };
  return { text, textHash: hashOf(text), structure, details, given };
}

const NO_DETAILS = { byline: null, publication: null, published: null, url: null, language: null };

type FoundText =
  | { readonly text: string; readonly details: Partial<Record<DetailName, string | null>> }
  | { readonly problem: Readonly<Record<string, string>> };

function readText(content: ArticleContent, limit: number): FoundText {
  const field = typeof content === 'string' ? 'text' : 'file';
  try {
    const { body, found } = withoutFrontMatter(content);
    const text = normaliseText(body);
    const problem = problemWith(text, limit, field);
    return problem ? { problem: { [field]: problem } } : { text, details: checkDetails(found).details };
  } catch (error) {
    if (!(error instanceof UnreadableTextError)) throw error;
    return { problem: { [field]: error.message } };
  }
}

function withoutFrontMatter(content: ArticleContent) {
  const whole = normaliseText(wordsIn(content));
  const outside = isFound(content) ? content.details : {};
  if (isFound(content) && !content.hasFrontMatter) return { body: whole, found: outside };
  const { body, frontMatter } = readFrontMatter(whole);
  return { body, found: { ...frontMatter, ...outside } };
}

function wordsIn(content: ArticleContent): string {
  if (isFound(content)) return content.text;
  return typeof content === 'string' ? content : decodeText(content);
}

function isFound(content: ArticleContent): content is FoundArticle {
  return typeof content === 'object' && 'hasFrontMatter' in content;
}

/** The content as it can be shown in a form to go on with; empty where the bytes are no text. */
export function shownContent(content: ArticleContent): string {
  try {
    return wordsIn(content);
  } catch (error) {
    if (error instanceof UnreadableTextError) return '';
    throw error;
  }
}

/** White space, control characters and invisible marks alone are no text. */
const VISIBLE = /[^\s\p{C}\p{Z}\p{M}]/u;

function problemWith(text: string, limit: number, field: 'text' | 'file'): string | undefined {
  if (!VISIBLE.test(text)) {
    return field === 'file'
      ? 'This file is empty: choose another, or paste the words.'
      : 'There are no words here yet: paste the article, or choose a file.';
  }
  if (text.length <= limit) return undefined;
  const [length, most] = [text.length, limit].map((units) => units.toLocaleString('en'));
  return `This text has ${length} characters; at most ${most} can be imported. Divide it into several articles.`;
}

const MOST_TITLE = 90;

/** The first heading, or else the first words. */
function titleFrom(text: string, { blocks }: Structure): string {
  const block = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0];
  const line = text.slice(block?.start, block?.end).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= MOST_TITLE) return line;
  const words = line.slice(0, Math.max(0, line.lastIndexOf(' ', MOST_TITLE)));
  const cut = words.length > MOST_TITLE / 2 && words.length <= MOST_TITLE ? words : line.slice(0, MOST_TITLE);
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
