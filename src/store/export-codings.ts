import { type AnnotationFilter, articlesOf } from '../domain/annotation-filter.ts';
import { FINAL, type Lane, SHARED } from '../domain/lane.ts';
import type { Project } from '../domain/project.ts';
import { type CodedArticle, type CodingRecord, kindOf, type MarkRecord } from '../domain/record.ts';
import type { Sight } from '../domain/sight.ts';
import { annotatorNames } from './annotators.ts';
import { articleIdsAfter } from './article-sql.ts';
import type { Database, Db } from './client.ts';
import { exportArticles, readArticle } from './export-articles.ts';
import { whereSeen } from './lane-test.ts';

/** Articles whose codings are read at once. */
const PAGE = 100;

/**
 * A project's articles in order, each with its annotations and the codings that may be seen, one in memory at a time.
 * Beside the articles of `exportArticles` come those on which only "nothing here" was said, where the filter lets it
 * through. A filter for certain annotations lets no "nothing here" through; one for an annotator lets theirs through.
 */
export async function* exportCodedArticles(
  database: Database,
  sight: Sight,
  project: Pick<Project, 'slug'>,
  filter: AnnotationFilter,
): AsyncGenerator<CodedArticle> {
  const { db } = database;
  const codings = exportCodings(db, sight, filter);
  const lone = async function* (found: ArticleCodings): AsyncGenerator<CodedArticle> {
    if (found.codings.every(({ marks }) => marks.length === 0)) return;
    const article = await readArticle(db, sight.projectId, found.articleId);
    if (article) yield { article, annotations: [], codings: found.codings };
  };
  let next = await codings.next();
  for await (const records of exportArticles(database, sight, project, filter)) {
    for (; !next.done && next.value.articleId < records.article.id; next = await codings.next())
      yield* lone(next.value);
    const same = !next.done && next.value.articleId === records.article.id ? next.value : null;
    yield { ...records, codings: same?.codings ?? [] };
    if (same) next = await codings.next();
  }
  for (; !next.done; next = await codings.next()) yield* lone(next.value);
}

/** The codings of one article. */
interface ArticleCodings {
  readonly articleId: string;
  readonly codings: readonly CodingRecord[];
}

/** The codings that may be seen, article by article in the order of ids. */
async function* exportCodings(
  db: Db,
  sight: Sight,
  filter: AnnotationFilter,
): AsyncGenerator<ArticleCodings, undefined, undefined> {
  const names = await annotatorNames(db, sight);
  for (let after = ''; ; ) {
    const ids = await articleIdsAfter(db, sight, articlesOf(filter), after, PAGE);
    yield* await codingsOf(db, sight, filter, ids, names);
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last;
  }
}

async function codingsOf(
  db: Db,
  sight: Sight,
  filter: AnnotationFilter,
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<ArticleCodings[]> {
  const where = { ...whereSeen(sight), articleId: { in: [...ids] } };
  const rows = await db.coding.findMany({
    where,
    select: { articleId: true, lane: true, state: true, isBlind: true, doneAt: true },
    orderBy: [{ articleId: 'asc' }, { lane: 'asc' }],
  });
  const marks = asksForContent(filter) ? new Map() : await marksOf(db, where, filter, names);
  const byArticle = new Map<string, CodingRecord[]>(ids.map((id) => [id, []]));
  for (const { articleId, lane, doneAt, ...row } of rows) {
    if (!concerns(filter, lane)) continue;
    byArticle.get(articleId)?.push({
      ...row,
      lane,
      annotator: kindOf(lane) === 'own' ? (names.get(lane) ?? '') : null,
      doneAt: doneAt?.toISOString() ?? null,
      marks: marks.get(keyOf(articleId, lane)) ?? [],
      isWhole: isWhole(filter, lane),
    });
  }
  return ids.map((articleId) => ({ articleId, codings: byArticle.get(articleId) ?? [] }));
}

async function marksOf(
  db: Db,
  where: ReturnType<typeof whereSeen> & { readonly articleId: { in: string[] } },
  { annotatorId }: AnnotationFilter,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, MarkRecord[]>> {
  const rows = await db.sentenceMark.findMany({
    where: { ...where, ...(annotatorId !== null && { annotatorId }) },
    select: { articleId: true, lane: true, sentence: true, annotatorId: true },
    orderBy: [{ articleId: 'asc' }, { lane: 'asc' }, { sentence: 'asc' }],
  });
  const marks = new Map<string, MarkRecord[]>();
  for (const { articleId, lane, sentence, annotatorId: by } of rows) {
    const key = keyOf(articleId, lane);
    const own = marks.get(key) ?? [];
    own.push({ sentence, annotator: names.get(by) ?? '' });
    marks.set(key, own);
  }
  return marks;
}

function keyOf(articleId: string, lane: Lane): string {
  return `${articleId}/${lane}`;
}

/** Whether a filter asks for annotations by what they say. */
function asksForContent({ tag, confidence, worth, speaker, words }: AnnotationFilter): boolean {
  return (tag ?? confidence ?? worth) !== null || speaker.trim() !== '' || words.trim() !== '';
}

/** Whether what a filter asks for may stand in a coding. */
function concerns({ annotatorId }: AnnotationFilter, lane: Lane): boolean {
  return annotatorId === null || [annotatorId, SHARED, FINAL].includes(lane);
}

function isWhole(filter: AnnotationFilter, lane: Lane): boolean {
  return !asksForContent(filter) && (filter.annotatorId === null || filter.annotatorId === lane);
}
