import { v7 as uuidv7 } from 'uuid';
import type { Article, ArticleDetails } from '../../domain/article.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { articleChange } from '../../domain/history.ts';
import { type Member, require } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import type { TextReading } from '../../formats/reading/text-reading.ts';
import { t } from '../../messages/language.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { type Batch, freeIds, insertArticles } from '../../store/articles.ts';
import type { Db, Tx } from '../../store/client.ts';
import { attachSource, findSource, keepSource, type NewSource } from '../../store/sources.ts';
import { saveStep } from '../../store/steps.ts';
import type { ReadArticle } from './read.ts';

/** An article to be stored, with what it was read from. */
export interface SourcedArticle extends ReadArticle {
  /** What is kept with it, or the id by which it is kept already; none of a text, which is its own source. */
  readonly source?: NewSource | string | null;
}

/** The article that holds a text; `duplicate` where it was in the project before, deleted ones included. */
export interface Imported {
  readonly article: Article;
  readonly duplicate: boolean;
}

/**
 * Stores articles with their sources in a project, all of them or none, and answers in their order. A text
 * that is there already leads to its article, which keeps the source that it has; where that was deleted it
 * comes back, with the details it had and those now given by hand. Throws ForbiddenError for a member who may
 * only read, and InvalidInputError (field `text`) where a source that was kept is gone.
 */
export async function importArticles(
  db: Db,
  member: Member,
  articles: readonly SourcedArticle[],
  { step, andThen }: Batch<readonly Imported[]> = {},
): Promise<Imported[]> {
  require(member, 'importArticles');
  const drafts = await withIds(db, articles);
  const byHash = await insertArticles(db, member, drafts, {
    ...(step && { step }),
    andThen: async (tx, stored) => {
      const imported = toImported(drafts, stored);
      for (const [at, each] of imported.entries()) await keepWith(tx, member, each, drafts[at]?.source);
      await andThen?.(tx, imported);
    },
  });
  for (const { given, textHash } of drafts) {
    const article = byHash.get(textHash);
    if (article?.deletedAt) byHash.set(textHash, await restored(db, member, article, given));
  }
  return toImported(drafts, byHash);
}

type Draft = SourcedArticle & { readonly id: string };

/** Articles with the ids they had elsewhere, where these are free, or with new ones. */
async function withIds(db: Db, articles: readonly SourcedArticle[]): Promise<Draft[]> {
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

/** The result of a file: an article to store, one that the same bytes gave before, or a problem. */
export type FileArticle =
  /** `name` is for people: the path in an archive, the line of a table, an address. */
  | { readonly name: string; readonly article: SourcedArticle; readonly reading?: TextReading | undefined }
  | { readonly name: string; readonly known: Article }
  /** `problem` is one sentence. */
  | { readonly name: string; readonly problem: string };

/** What became of what a file gave. */
export type FileResult = { readonly name: string } & (
  | (Imported & { readonly reading?: TextReading | undefined })
  | { readonly problem: string }
);

/** Stores the articles of files, with a result for each file, in order; else as `importArticles`. */
export async function importFiles(
  db: Db,
  member: Member,
  files: readonly FileArticle[],
  { step, andThen }: Batch<readonly FileResult[]> = {},
): Promise<FileResult[]> {
  const articles = files.flatMap((file) => ('article' in file ? file.article : []));
  const imported = await importArticles(db, member, articles, {
    ...(step && { step }),
    ...(andThen && { andThen: (tx, stored) => andThen(tx, toResults(files, stored)) }),
  });
  return toResults(files, imported);
}

function toResults(files: readonly FileArticle[], imported: readonly Imported[]): FileResult[] {
  let next = 0;
  return files.map((file) => {
    if ('problem' in file) return file;
    if ('known' in file) return { name: file.name, article: file.known, duplicate: true };
    const one = imported[next++];
    if (!one) throw new NotFoundError('article');
    return { name: file.name, ...one, ...(file.reading && { reading: file.reading }) };
  });
}

/** Stores one article; see `importArticles`. */
export async function importArticle(db: Db, member: Member, article: SourcedArticle): Promise<Imported> {
  const [imported] = await importArticles(db, member, [article]);
  if (!imported) throw new NotFoundError('article');
  return imported;
}

async function keepWith(
  tx: Tx,
  member: Member,
  { article: { id: articleId }, duplicate }: Imported,
  source: SourcedArticle['source'],
): Promise<void> {
  if (!source) return;
  if (typeof source === 'string') {
    if (!(await attachSource(tx, member, source, articleId))) throw sourceIsGone();
  } else if (!(duplicate && (await findSource(tx, member.projectId, articleId)))) {
    await keepSource(tx, member, source, articleId);
  }
}

function sourceIsGone(): InvalidInputError {
  return new InvalidInputError({
    text: t('outcome.sourceGone'),
  });
}

async function restored(
  db: Db,
  member: Member,
  article: Article,
  given: Partial<ArticleDetails>,
): Promise<Article> {
  const changes = [articleChange(article.id, null, { ...article, ...given })];
  const text = await findArticleText(db, member.projectId, article.id);
  if (!text) throw new NotFoundError('article');
  const scope = { member, article, text, lane: sightOf(member).main };
  return (await saveStep(db, scope, async () => ({ action: 'change', changes }), 'details')).article;
}
