import { v7 as uuidv7 } from 'uuid';
import type { Article, ArticleDetails } from '../domain/article.ts';
import { ForbiddenError, NotFoundError } from '../domain/errors.ts';
import { canEditArticles, type Member } from '../domain/permission.ts';
import { type Batch, findArticle, freeIds, insertArticles } from '../store/articles.ts';
import type { Db } from '../store/client.ts';
import { saveStep } from '../store/steps.ts';
import type { ReadArticle } from './read-article.ts';

/** The article that holds a text; `duplicate` where it was in the project before, deleted ones included. */
export interface Imported {
  readonly article: Article;
  readonly duplicate: boolean;
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
  batch: Batch = {},
): Promise<Imported[]> {
  if (!canEditArticles(member))
    throw new ForbiddenError('You may read this project, but not import into it.');
  const free = await freeIds(
    db,
    articles.flatMap(({ id }) => id ?? []),
  );
  // Taken out of the free ones, so that no second article of the batch gets the same.
  const idFor = (id: string | undefined) => (id !== undefined && free.delete(id) ? id : uuidv7());
  const drafts = articles.map((article) => ({ ...article, id: idFor(article.id) }));
  const byHash = await insertArticles(db, member, drafts, batch);
  const imported: Imported[] = [];
  for (const { id, textHash, given } of drafts) {
    const found = byHash.get(textHash);
    if (!found) throw new NotFoundError('article');
    const article = found.deletedAt ? await restored(db, member, found, given) : found;
    byHash.set(textHash, article);
    imported.push({ article, duplicate: found.id !== id });
  }
  return imported;
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
