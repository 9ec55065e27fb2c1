import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.ts';
import { checkDetails } from '../domain/article-details.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { storable } from '../domain/import.ts';
import type { Member } from '../domain/permission.ts';
import type { IncomingDocument } from '../formats/incoming.ts';
import { findArticleText } from '../store/article-texts.ts';
import { findArticleByHash, findArticleEvenDeleted } from '../store/articles.ts';
import type { Db } from '../store/client.ts';
import { liveArticlesAt, liveArticlesTitled } from '../store/find-articles.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { normaliseText } from '../text/normalise.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

/** The article that a document is about: one of the project's, one to be made, or none, with the reason in a sentence. */
export type Match =
  | { readonly known: Article }
  | { readonly fresh: ReadArticle; readonly problems: readonly string[] }
  | { readonly reason: string };

/**
 * Finds the article of a document: by its identifier; by its text, with or without the lines above the article, among
 * deleted ones too; by its address; by its title where only one has it. An article that only its address or title
 * speaks for must have half of the document's lines, if that has any. Where there is none, one is read from the text,
 * all of it.
 */
export async function matchArticle(
  db: Db,
  member: Member,
  document: IncomingDocument,
  maxLength: number,
): Promise<Match> {
  const known = (await byIdOrText(db, member, document)) ?? (await byDetails(db, member, document));
  if (known) return { known };
  if (document.text === undefined) return { reason: NOWHERE };
  const content = { text: document.text, details: document.details, hasFrontMatter: false };
  try {
    const fresh = readArticle({ content, given: {} }, maxLength);
    const problems = Object.values(checkDetails(document.details).wrong);
    return { fresh: document.articleId ? { ...fresh, id: document.articleId } : fresh, problems };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { reason: error.message };
  }
}

const NOWHERE =
  'The file does not hold the text, and no article here has its address or title. Import the article first.';

async function byIdOrText(
  db: Db,
  { projectId }: Member,
  { articleId, text }: IncomingDocument,
): Promise<Article | null> {
  const named = articleId ? await findArticleEvenDeleted(db, projectId, storable(articleId)) : null;
  if (named || text === undefined) return named;
  const whole = normaliseText(text);
  const same = await findArticleByHash(db, projectId, hashOf(whole));
  if (same) return same;
  const { head, body } = readFrontMatter(whole);
  return head === '' ? null : findArticleByHash(db, projectId, hashOf(normaliseText(body)));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function byDetails(db: Db, { projectId }: Member, document: IncomingDocument): Promise<Article | null> {
  const { url, title } = checkDetails(document.details).details;
  const at = url ? await liveArticlesAt(db, projectId, addressesLike(url)) : [];
  const titled = at.length === 0 && title ? await liveArticlesTitled(db, projectId, title) : [];
  const [found] = at.length > 0 ? at : titled;
  if (!found || titled.length > 1) return null;
  if (document.text === undefined) return found;
  const stored = await findArticleText(db, projectId, found.id);
  return stored && hasHalfOf(stored.text, document.text) ? found : null;
}

/** The address as it may have been written elsewhere. */
function addressesLike(url: string): string[] {
  const [bare = url] = url.split('#');
  const other = bare.endsWith('/') ? bare.slice(0, -1) : `${bare}/`;
  const pages = [url, bare, other];
  const schemes = pages.map((page) => page.replace(/^https?/, (is) => (is === 'http' ? 'https' : 'http')));
  return [...new Set([...pages, ...schemes])];
}

function hasHalfOf(stored: string, text: string): boolean {
  const known = new Set(linesOf(stored));
  const lines = linesOf(text);
  return lines.filter((line) => known.has(line)).length * 2 >= lines.length;
}

function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.replaceAll(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '');
}
