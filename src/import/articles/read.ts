import { createHash } from 'node:crypto';
import type { ArticleDetails } from '../../domain/article.ts';
import { checkDetails, type DetailName } from '../../domain/article-details.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import { t } from '../../messages/language.ts';
import type { ArticleDraft } from '../../store/articles.ts';
import type { Structure } from '../../text/blocks.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { looksMarked, withoutInlineMarks } from '../../text/markdown-marks.ts';
import { normaliseText } from '../../text/normalise.ts';
import { structureOf } from '../../text/structure.ts';
import { isShown } from '../../text/trim.ts';

/** What an article is read from. */
export type ArticleContent = string | FoundArticle;

/** An article as somebody hands it in. */
export interface ArticleSource {
  /** As pasted, or what was read out of a file or a page. */
  readonly content: ArticleContent;
  /** Details given by hand, as typed; empty means there is none, absent ones are read from the text. */
  readonly given: Readonly<Partial<Record<DetailName, string>>>;
}

/** An article ready to be stored. */
export interface ReadArticle extends Omit<ArticleDraft, 'id'> {
  /** The identifier that it had elsewhere and keeps where that is free. */
  readonly id?: string;
  /** Those of the details that were given by hand. */
  readonly given: Partial<ArticleDetails>;
}

/**
 * Reads an article: its text as it is stored, without the front matter, and what is known of it. `limit` is
 * the most UTF-16 code units that a text may have. Throws InvalidInputError naming every wrong field: `text`
 * for a paste or else `file`, and the details.
 */
export function readArticle({ content, given: typed }: ArticleSource, limit: number): ReadArticle {
  const { details: checked, wrong } = checkDetails(typed);
  const { body, found } = withoutFrontMatter(content);
  const text = normaliseText(body);
  const field = typeof content === 'string' ? 'text' : 'file';
  const problem = problemWith(text, limit, field);
  const problems = problem === undefined ? wrong : { ...wrong, [field]: problem };
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  const { details: read } = checkDetails(found);
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

const NO_DETAILS = {
  byline: null,
  publication: null,
  published: null,
  url: null,
  language: null,
  labels: null,
};

function withoutFrontMatter(content: ArticleContent) {
  const whole = normaliseText(shownContent(content));
  const outside = typeof content === 'string' ? {} : content.details;
  if (typeof content !== 'string' && !content.hasFrontMatter) return { body: whole, found: outside };
  const { body, frontMatter } = readFrontMatter(whole);
  return { body: isPlain(content) ? withPlainWords(body) : body, found: { ...frontMatter, ...outside } };
}

/** What other readers make is words already. */
function isPlain(content: ArticleContent): boolean {
  return typeof content === 'string' || content.isPlain === true;
}

/** A text is pasted out of Markdown as often as not, whatever it is called. */
function withPlainWords(text: string): string {
  return looksMarked(text) ? withoutInlineMarks(text) : text;
}

/** The content as it can be shown in a form to go on with, what stands above the article included. */
export function shownContent(content: ArticleContent): string {
  return typeof content === 'string' ? content : content.text;
}

function problemWith(text: string, limit: number, field: 'text' | 'file'): string | undefined {
  if (!isShown(text)) {
    return field === 'file' ? t('outcome.emptyFile') : t('outcome.emptyText');
  }
  if (text.length <= limit) return undefined;
  return t('outcome.tooLong', { length: text.length, most: limit });
}

const MAX_TITLE = 90;

/** The first heading, or else the first words. */
function titleFrom(text: string, { blocks }: Structure): string {
  const block = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0];
  const line = text.slice(block?.start, block?.end).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= MAX_TITLE) return line;
  const words = line.slice(0, Math.max(0, line.lastIndexOf(' ', MAX_TITLE)));
  const cut = words.length > MAX_TITLE / 2 && words.length <= MAX_TITLE ? words : line.slice(0, MAX_TITLE);
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** SHA-256 of a text as UTF-8, hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
