import type { Article, Counts } from '../domain/article.ts';
import type { ArticleFilter, ArticleState } from '../domain/article-filter.ts';
import { readLabels } from '../domain/labels.ts';
import type { Sight } from '../domain/sight.ts';
import { addedCounts, type Tag } from '../domain/tag.ts';
import { toArticle } from './article-rows.ts';
import {
  ARTICLE_SORTS,
  type ArticleOrder,
  type ArticleSort,
  type ArticleTotals,
  articleIds,
  labelLines,
  lookedUp,
  totalsByState,
} from './article-sql.ts';
import type { Db } from './client.ts';
import { toCoding } from './codings.ts';

export { ARTICLE_SORTS, type ArticleOrder, type ArticleSort, type ArticleTotals };

/** A part of a list of articles; pages count from one. */
export interface ArticlePage {
  readonly order: ArticleOrder;
  readonly page: number;
  readonly pageSize: number;
  /** Whose annotations are counted in all articles together. */
  readonly tags: readonly Tag[];
}

/** An article with what is made of it in the coding whose progress is listed. */
export interface ListedArticle extends Article {
  readonly counts: Counts;
  /** When that coding, or what there is of the article, changed last. */
  readonly changedAt: Date;
}

/** One page of the articles that meet a filter, and what all of them hold. */
export interface ListedArticles {
  readonly articles: readonly ListedArticle[];
  readonly totals: ArticleTotals;
  /** How many would be found in each state. */
  readonly states: Readonly<Record<ArticleState, number>>;
}

/** Lists a project's articles. */
export async function listArticles(
  db: Db,
  sight: Sight,
  filter: ArticleFilter,
  { order, page, pageSize, tags }: ArticlePage,
): Promise<ListedArticles> {
  const known = await lookedUp(db, sight, filter);
  const range = { offset: (page - 1) * pageSize, limit: pageSize };
  const [ids, byState] = await Promise.all([
    articleIds(db, sight, known, order, range),
    totalsByState(db, sight, known, tags),
  ]);
  const articles = await articlesWithCounts(db, sight, ids);
  return { articles, ...together(byState, filter.state) };
}

function together(byState: Readonly<Record<ArticleState, ArticleTotals>>, state: ArticleState | null) {
  const { 'not-begun': notBegun, begun, done } = byState;
  const states = { 'not-begun': notBegun.articles, begun: begun.articles, done: done.articles };
  return { states, totals: state ? byState[state] : [notBegun, begun, done].reduce(sum) };
}

/** What the articles that meet a filter hold together; annotations of some tags also apart. */
export async function totalsOf(
  db: Db,
  sight: Sight,
  filter: ArticleFilter,
  tags: readonly Tag[] = [],
): Promise<ArticleTotals> {
  return together(await totalsByState(db, sight, filter, tags), filter.state).totals;
}

/** Articles in the order of `ids`; what is deleted or not in the project is left out. */
export async function articlesById(db: Db, projectId: string, ids: readonly string[]): Promise<Article[]> {
  const rows = await db.article.findMany({ where: { projectId, deletedAt: null, id: { in: [...ids] } } });
  const articles = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.flatMap((id) => articles.get(id) ?? []);
}

/** The same with what is made of them. */
async function articlesWithCounts(db: Db, sight: Sight, ids: readonly string[]): Promise<ListedArticle[]> {
  const articles = await articlesById(db, sight.projectId, ids);
  const codings = await db.coding.findMany({ where: { articleId: { in: [...ids] }, lane: sight.main } });
  const rows = new Map(codings.map((row) => [row.articleId, row]));
  return articles.map((article) => {
    const { counts, updatedAt } = toCoding(rows.get(article.id) ?? null, article, sight.main);
    return { ...article, counts, changedAt: updatedAt ?? article.updatedAt };
  });
}

function sum(a: ArticleTotals, b: ArticleTotals): ArticleTotals {
  return {
    articles: a.articles + b.articles,
    sentences: a.sentences + b.sentences,
    coded: a.coded + b.coded,
    annotations: a.annotations + b.annotations,
    tags: addedCounts(a.tags, b.tags),
  };
}

/** Different lines of labels that are looked at for their labels. */
const MAX_LINES = 1000;

/** The labels of a project's articles by name, each with how many articles have it. */
export async function listLabels(db: Db, projectId: string): Promise<{ name: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { line, count } of await labelLines(db, projectId, MAX_LINES)) {
    for (const label of readLabels(line)) counts.set(label, (counts.get(label) ?? 0) + count);
  }
  const labels = [...counts].map(([name, count]) => ({ name, count }));
  return labels.sort((a, b) => a.name.localeCompare(b.name));
}
