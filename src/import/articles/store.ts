import { v7 as uuidv7 } from 'uuid';
import type { Article, ArticleDetails } from '../../domain/article.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type Member, require } from '../../domain/permission.ts';
import { findArticle, freeIds, insertArticles } from '../../store/articles.ts';
import type { Db, Tx } from '../../store/client.ts';
import { saveStep } from '../../store/steps.ts';
import type { ReadArticle } from './read.ts';

/** The article that holds a text; `duplicate` where it was in the project before, deleted ones included. */
export interface Imported {
  readonly article: Article;
  readonly duplicate: boolean;
}

/** What belongs to storing articles together. */
export interface ImportBatch {
  /** The step of their lines of history; without it each is a step of its own. */
  readonly step?: string;
  /** Done in the same transaction, or nothing is. */
  readonly andThen?: (tx: Tx, imported: readonly Imported[]) => Promise<void>;
}

/**
 * Stores articles in a project, all of them or none, and answers in their order. A text that is there already leads
 * to its article; where that was deleted it comes back, with the details it had and those now given by hand.
 * Throws ForbiddenError for a member who may only read.
 */
export async function importArticles(
  db: Db,
  member: Member,
  articles: readonly ReadArticle[],
  { step, andThen }: ImportBatch = {},
): Promise<Imported[]> {
  require(member, 'importArticles');
  const drafts = await withIds(db, articles);
  const byHash = await insertArticles(db, member, drafts, {
    ...(step && { step }),
    ...(andThen && { andThen: (tx, stored) => andThen(tx, toImported(drafts, stored)) }),
  });
  for (const { given, textHash } of drafts) {
    const article = byHash.get(textHash);
    if (article?.deletedAt) byHash.set(textHash, await restored(db, member, article, given));
  }
  return toImported(drafts, byHash);
}

type Draft = ReadArticle & { readonly id: string };

/** Articles with the ids they had elsewhere, where these are free, or with new ones. */
async function withIds(db: Db, articles: readonly ReadArticle[]): Promise<Draft[]> {
  const wished = articles.flatMap(({ id }) => id ?? []);
  const free = await freeIds(db, wished);
  // Taken out of the free ones, so that no second article of the batch gets the same.
  return articles.map((article) => {
    const { id } = article;
    return { ...article, id: id !== undefined && free.delete(id) ? id : uuidv7() };
  });
}

function toImported(drafts: readonly Draft[], byHash: ReadonlyMap<string, Article>): Imported[] {
  return drafts.map(({ id, textHash }) => {
    const article = byHash.get(textHash);
    if (!article) throw new NotFoundError('article');
    return { article, duplicate: article.id !== id };
  });
}

/** Stores one article; see `importArticles`. */
export async function importArticle(db: Db, member: Member, article: ReadArticle): Promise<Imported> {
  const [imported] = await importArticles(db, member, [article]);
  if (!imported) throw new NotFoundError('article');
  return imported;
}

async function restored(
  db: Db,
  member: Member,
  { id, title, byline, publication, published, url, language }: Article,
  given: Partial<ArticleDetails>,
): Promise<Article> {
  const after = { title, byline, publication, published, url, language, ...given };
  const changes = [{ subject: 'article' as const, subjectId: id, before: null, after }];
  await saveStep(db, { member, articleId: id, sentences: [] }, { action: 'change', changes });
  const article = await findArticle(db, member.projectId, id);
  if (!article) throw new NotFoundError('article');
  return article;
}
