import { type AnnotationFilter, articlesOf, isFiltering } from '../domain/annotation-filter.ts';
import { detailsOf } from '../domain/article.ts';
import type { ArticleFilter } from '../domain/article-filter.ts';
import type { Project } from '../domain/project.ts';
import type { AnnotationRecord, ArticleRecords, ExportArticle } from '../domain/record.ts';
import type { Sight } from '../domain/sight.ts';
import { articleIdsAfter } from './article-sql.ts';
import { unpackStructure } from './article-texts.ts';
import type { Database, Db } from './client.ts';
import { exportAnnotations } from './export-annotations.ts';

/** Articles listed at once. */
const PAGE = 500;

/**
 * A project's articles in order, each with its annotations, one in memory at a time. Articles without
 * annotations come too, unless the filter asks for certain annotations.
 */
export async function* exportArticles(
  database: Database,
  sight: Sight,
  project: Pick<Project, 'slug'>,
  filter: AnnotationFilter,
): AsyncGenerator<ArticleRecords> {
  const annotated = byArticle(exportAnnotations(database, sight, project, filter));
  try {
    if (asksForSome(filter)) yield* annotated;
    else yield* merged(annotated, allArticles(database.db, sight, articlesOf(filter)));
  } finally {
    await annotated.return(undefined);
  }
}

/** Whether a filter asks for certain annotations of its articles. */
function asksForSome({ articles: _, ...filter }: AnnotationFilter): boolean {
  return isFiltering({ ...filter, articleId: null });
}

async function* byArticle(
  batches: AsyncIterable<readonly AnnotationRecord[]>,
): AsyncGenerator<ArticleRecords, void, undefined> {
  let annotations: AnnotationRecord[] = [];
  for await (const batch of batches) {
    for (const annotation of batch) {
      const [first] = annotations;
      if (first && first.article.id !== annotation.article.id) {
        yield { article: first.article, annotations };
        annotations = [];
      }
      annotations.push(annotation);
    }
  }
  const [first] = annotations;
  if (first) yield { article: first.article, annotations };
}

/** Both streams are in order of article id. What one lacks was stored or deleted in the meantime. */
async function* merged(
  annotated: AsyncGenerator<ArticleRecords>,
  articles: AsyncIterable<UnreadArticle>,
): AsyncGenerator<ArticleRecords> {
  let next = await annotated.next();
  for await (const { id, read } of articles) {
    while (!next.done && next.value.article.id < id) {
      yield next.value;
      next = await annotated.next();
    }
    if (!next.done && next.value.article.id === id) {
      yield next.value;
      next = await annotated.next();
      continue;
    }
    const article = await read();
    if (article) yield { article, annotations: [] };
  }
  for (; !next.done; next = await annotated.next()) yield next.value;
}

interface UnreadArticle {
  readonly id: string;
  read(): Promise<ExportArticle | null>;
}

async function* allArticles(db: Db, sight: Sight, filter: ArticleFilter): AsyncGenerator<UnreadArticle> {
  const { projectId } = sight;
  let after = '';
  for (;;) {
    const ids = await articleIdsAfter(db, sight, filter, after, PAGE);
    for (const id of ids) yield { id, read: () => readArticle(db, projectId, id) };
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last;
  }
}

/** An article as it is exported; null for none, or a deleted one. */
export async function readArticle(db: Db, projectId: string, id: string): Promise<ExportArticle | null> {
  const row = await db.article.findFirst({
    where: { id, projectId, deletedAt: null },
    include: { text: { select: { text: true, blocks: true, sentences: true } } },
  });
  if (!row?.text) return null;
  const { text, blocks, sentences } = row.text;
  return { id, ...detailsOf(row), textHash: row.textHash, text, ...unpackStructure(blocks, sentences) };
}
