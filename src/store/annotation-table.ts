import type { Annotation } from '../domain/annotation.ts';
import { type AnnotationFilter, articlesOf } from '../domain/annotation-filter.ts';
import type { Sight } from '../domain/sight.ts';
import { countOf } from '../domain/tag.ts';
import { fold } from '../text/fold.ts';
import { toAnnotation } from './annotation-rows.ts';
import { annotatorNames } from './annotators.ts';
import { totalsOf } from './article-list.ts';
import { articleConditions } from './article-sql.ts';
import type { Database, Db } from './client.ts';
import {
  ANNOTATION_ORDERS,
  type AnnotationConditions,
  type AnnotationOrder,
  annotationIds,
  countUpTo,
  isDescending,
} from './dialect.ts';
import { whereSeen } from './lane-test.ts';
import { searchTextOf } from './search-text.ts';
import { speakerNames } from './speakers.ts';

export { ANNOTATION_ORDERS, type AnnotationOrder, isDescending };

/** Words looked for beyond these are passed over. */
const MAX_WORDS = 12;
const MAX_SPEAKERS = 500;
/** Annotations beyond these are not counted one by one. */
const MAX_COUNTED = 100_000;

/** An annotation with the names that its row shows. */
export interface TableRow {
  readonly annotation: Annotation;
  readonly articleTitle: string;
  readonly annotator: string;
}

/** One page of a project's annotations, pages counted from one. */
export async function listAnnotations(
  database: Database,
  sight: Sight,
  filter: AnnotationFilter,
  { page, pageSize, ...order }: PageOfRows,
): Promise<TableRow[]> {
  const conditions = await conditionsFor(database.db, sight, filter);
  const offset = (page - 1) * pageSize;
  const ids = await annotationIds(database, sight, conditions, { ...order, offset, limit: pageSize });
  return findRows(database.db, sight, ids);
}

/** Which page of the table, pages counted from one, in which order. */
export interface PageOfRows {
  readonly order: AnnotationOrder;
  readonly isReversed?: boolean;
  readonly page: number;
  readonly pageSize: number;
}

/** The ids of the first annotations that a filter finds, in the order of articles and text. */
export async function idsMatching(
  database: Database,
  sight: Sight,
  filter: AnnotationFilter,
  most: number,
): Promise<string[]> {
  const conditions = await conditionsFor(database.db, sight, filter);
  return annotationIds(database, sight, conditions, { order: 'text', offset: 0, limit: most });
}

/** The rows of annotations, in the order of `ids`; what may not be seen is left out. */
export async function findRows(db: Db, sight: Sight, ids: readonly string[]): Promise<TableRow[]> {
  const found = await db.annotation.findMany({
    where: { ...whereSeen(sight), id: { in: [...ids] } },
    include: { article: { select: { title: true } } },
  });
  const names = await annotatorNames(db, sight);
  const rows = new Map(
    found.map(({ article, ...row }) => [
      row.id,
      {
        annotation: toAnnotation(row),
        articleTitle: article.title,
        annotator: names.get(row.annotatorId) ?? '',
      },
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** How many annotations a filter finds; `hasMore` if not all were counted. */
export async function countMatching(
  database: Database,
  sight: Sight,
  filter: AnnotationFilter,
): Promise<{ readonly total: number; readonly hasMore: boolean }> {
  const conditions = await conditionsFor(database.db, sight, filter);
  // Codings keep numbers each for itself: what is seen of several is counted.
  const isOne = sight.lanes !== 'all' && sight.lanes.every((lane) => lane === sight.main);
  if (isOne && isCounted(conditions)) {
    return { total: await sumOfCounts(database.db, sight, filter), hasMore: false };
  }
  const counted = await countUpTo(database, sight, conditions, MAX_COUNTED + 1);
  return { total: Math.min(MAX_COUNTED, counted), hasMore: counted > MAX_COUNTED };
}

/** Whether codings keep the numbers that are asked for. */
function isCounted({
  annotatorId,
  confidence,
  worth,
  speakers,
  words,
  coding,
}: AnnotationConditions): boolean {
  return (coding ?? annotatorId ?? confidence ?? worth ?? speakers ?? null) === null && words.length === 0;
}

async function sumOfCounts(db: Db, sight: Sight, filter: AnnotationFilter): Promise<number> {
  const { tag } = filter;
  const { annotations, tags } = await totalsOf(db, sight, articlesOf(filter), tag === null ? [] : [tag]);
  return tag === null ? annotations : countOf(tags, tag);
}

/** A filter in the database's terms. */
export async function conditionsFor(
  db: Db,
  sight: Sight,
  { speaker, words, articles, ...exact }: AnnotationFilter,
): Promise<AnnotationConditions> {
  const wanted = fold(speaker);
  const speakers = wanted === '' ? null : await speakersWith(db, sight, wanted);
  const found = searchTextOf(words).split(' ').filter(Boolean);
  const inArticles = articles ? articleConditions(db.dialect, sight, articles) : null;
  return { ...exact, speakers, words: found.slice(0, MAX_WORDS), articles: inArticles };
}

/** Speakers whose folded name contains `part`: the database cannot fold, and speakers are few. */
async function speakersWith(db: Db, sight: Sight, part: string): Promise<string[]> {
  const speakers = await speakerNames(db, sight);
  return speakers.filter((speaker) => fold(speaker).includes(part)).slice(0, MAX_SPEAKERS);
}
