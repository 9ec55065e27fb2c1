import type { Article } from '../../domain/article.ts';
import { checkDetails } from '../../domain/article-details.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { type ImportTask, storable } from '../../domain/import.ts';
import type { Member } from '../../domain/permission.ts';
import type { IncomingDocument } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import {
  findArticle,
  findArticleByHash,
  findArticleEvenDeleted,
  liveArticles,
} from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import { readFrontMatter } from '../../text/front-matter.ts';
import { normaliseText } from '../../text/normalise.ts';
import { hashOf, type ReadArticle, readArticle } from '../articles/read.ts';

/** The article of a document: one of the project's, a new one, or none, with the reason. */
export type Match =
  | { readonly known: Article }
  | { readonly fresh: ReadArticle; readonly problems: readonly string[] }
  | { readonly reason: string };

/**
 * Finds the article of a document: by its identifier, or by its text, with or without the lines above the
 * article, among deleted ones too. Where no article has its text, one is read from it, all of it: another
 * version of a story is another article. A document without a text is about the only article that has its
 * address, or else its title, or else about the one that the person has chosen.
 */
export async function matchArticle(
  db: Db,
  member: Member,
  document: IncomingDocument,
  { maxArticleLength, articleId }: Pick<ImportTask, 'maxArticleLength' | 'articleId'>,
): Promise<Match> {
  const known = await byIdOrText(db, member, document);
  if (known) return { known };
  if (document.text === undefined) {
    const chosen = articleId === undefined ? null : await findArticle(db, member.projectId, articleId);
    const described = (await byDetails(db, member, document)) ?? chosen;
    return described ? { known: described } : { reason: document.whyNoText ?? t('outcome.noArticle') };
  }
  const content = { text: document.text, details: document.details, hasFrontMatter: false };
  try {
    const fresh = readArticle({ content, given: {} }, maxArticleLength);
    const problems = Object.values(checkDetails(document.details).wrong);
    return { fresh: document.articleId ? { ...fresh, id: document.articleId } : fresh, problems };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { reason: error.message };
  }
}

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

/** Articles with one address or title may be two versions of a story: which is meant is unknown. */
async function byDetails(
  db: Db,
  { projectId }: Member,
  { details }: IncomingDocument,
): Promise<Article | null> {
  const { url, title } = checkDetails(details).details;
  const at = url ? await liveArticles(db, projectId, { url: { in: addressesLike(url) } }) : [];
  const found = at.length === 0 && title ? await liveArticles(db, projectId, { title }) : at;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The address as it may have been written elsewhere. */
function addressesLike(url: string): string[] {
  const [bare = url] = url.split('#');
  const other = bare.endsWith('/') ? bare.slice(0, -1) : `${bare}/`;
  const pages = [url, bare, other];
  const schemes = pages.map((page) => page.replace(/^https?/, (is) => (is === 'http' ? 'https' : 'http')));
  return [...new Set([...pages, ...schemes])];
}
