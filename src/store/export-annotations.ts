import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import { ATTRIBUTES, NO_ATTRIBUTES } from '../domain/attributes.ts';
import type { Project } from '../domain/project.ts';
import type { AnnotationRecord, ExportArticle } from '../domain/record.ts';
import type { Sight } from '../domain/sight.ts';
import type { Structure } from '../text/blocks.ts';
import type { Span } from '../text/span.ts';
import { conditionsFor } from './annotation-table.ts';
import { annotatorNames } from './annotators.ts';
import { unpackStructure } from './article-texts.ts';
import type { Database, Db } from './client.ts';
import { type AnnotationArray, annotationsAfter, FIRST_ATTRIBUTE } from './dialect.ts';

/** Annotations read at once. */
const BATCH = 1000;
/** Article texts held at once, in UTF-16 code units, unless one alone is longer. */
const MAX_UNITS = 2_000_000;
/** Before the first annotation. */
const BEGINNING = { articleId: '', start: -1, id: '' };

/**
 * The annotations of a project that may be seen, in the order of articles and text, batch by batch, nothing read ahead. Each batch
 * is read by itself, so that an export holds up nobody: an annotation that stays where it is comes exactly
 * once, as it is when its turn comes. Memory does not grow with the project.
 */
export async function* exportAnnotations(
  database: Database,
  sight: Sight,
  project: Pick<Project, 'slug'>,
  filter: AnnotationFilter,
): AsyncGenerator<readonly AnnotationRecord[]> {
  const conditions = await conditionsFor(database.db, sight, filter);
  const reader = new ArticleReader(database.db, sight.projectId);
  const names = await annotatorNames(database.db, sight);
  let place = BEGINNING;
  for (;;) {
    const rows = await annotationsAfter(database, sight, conditions, place, BATCH);
    for await (const group of reader.withArticles(rows)) {
      yield group.map(([row, article]) => toExported(row, article, project.slug, names));
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    place = { articleId: last[ARTICLE_ID], start: last[START], id: last[ID] };
  }
}

const [ID, ARTICLE_ID, START] = [0, 1, 4] as const;

type WithArticle = readonly [row: AnnotationArray, article: ExportArticle];

/** Gives annotations their articles, of which it holds few at a time. */
class ArticleReader {
  readonly #db: Db;
  readonly #projectId: string;
  /** The article that the last batch ended in, where the next is likely to begin. */
  #last: ExportArticle | undefined;

  constructor(db: Db, projectId: string) {
    this.#db = db;
    this.#projectId = projectId;
  }

  /** The rows in order, as many at a time as their texts allow, without those of deleted articles. */
  async *withArticles(rows: readonly AnnotationArray[]): AsyncGenerator<WithArticle[]> {
    for (const group of groupsOf(await this.#detailsOf(rows))) {
      const articles = await this.#read(group);
      const pairs: WithArticle[] = [];
      for (const row of rows) {
        const article = articles.get(row[ARTICLE_ID]);
        if (article) pairs.push([row, article]);
      }
      if (pairs.length > 0) yield pairs;
    }
  }

  /** The rows' articles without their texts, in order. */
  async #detailsOf(rows: readonly AnnotationArray[]): Promise<StoredDetails[]> {
    const ids = [...new Set(rows.map((row) => row[ARTICLE_ID]))];
    const known = this.#last && ids.includes(this.#last.id) ? [{ ...this.#last, length: 0 }] : [];
    const missing = ids.filter((id) => id !== known[0]?.id);
    if (missing.length === 0) return known;
    const where = { projectId: this.#projectId, id: { in: missing }, deletedAt: null };
    return [
      ...known,
      ...(await this.#db.article.findMany({ where, select: DETAILS, orderBy: { id: 'asc' } })),
    ];
  }

  async #read(group: readonly StoredDetails[]): Promise<Map<string, ExportArticle>> {
    const last = this.#last;
    const missing = group.filter(({ id }) => id !== last?.id);
    // These are the project's: asked once more, SQLite would look through all its articles for each batch.
    const where = { articleId: { in: missing.map(({ id }) => id) } };
    const select = { articleId: true, text: true, blocks: true, sentences: true };
    const texts = missing.length > 0 ? await this.#db.articleText.findMany({ where, select }) : [];
    const textOf = new Map(texts.map((text) => [text.articleId, text]));
    const articles = group.flatMap(({ length: _, ...details }): ExportArticle[] => {
      const stored = textOf.get(details.id);
      if (details.id === last?.id) return [last];
      if (!stored) return [];
      return [{ ...details, text: stored.text, ...unpackStructure(stored.blocks, stored.sentences) }];
    });
    this.#last = articles.at(-1);
    return new Map(articles.map((article) => [article.id, article]));
  }
}

type StoredDetails = Omit<ExportArticle, 'text' | keyof Structure> & { readonly length: number };

const DETAILS = {
  id: true,
  title: true,
  byline: true,
  publication: true,
  published: true,
  url: true,
  language: true,
  labels: true,
  length: true,
  textHash: true,
} as const;

/** Articles in their order, as many together as have no more than MAX_UNITS of text. */
function groupsOf(articles: readonly StoredDetails[]): StoredDetails[][] {
  const groups: StoredDetails[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    units += article.length;
    if (units > MAX_UNITS) {
      groups.push([]);
      units = article.length;
    }
    groups.at(-1)?.push(article);
  }
  return groups;
}

/** Every record begins as a copy of this: objects of one shape hold their values in themselves, at half the room. */
const BLANK = {
  id: '',
  project: '',
  article: null as unknown,
  lane: '',
  annotator: '',
  tag: '',
  parts: [] as readonly Span[],
  text: '',
  origin: '',
  createdAt: '',
  updatedAt: '',
  answers: null as unknown,
  ...NO_ATTRIBUTES,
};

function toExported(
  row: AnnotationArray,
  article: ExportArticle,
  project: string,
  names: ReadonlyMap<string, string>,
): AnnotationRecord {
  const [id, , annotatorId, tag, , parts, text, origin, createdAt, updatedAt, lane, fields] = row;
  const record: Record<keyof typeof BLANK, unknown> = { ...BLANK };
  record.id = id;
  record.project = project;
  record.article = article;
  record.lane = lane;
  record.annotator = names.get(annotatorId) ?? '';
  record.tag = tag;
  record.parts = parts.map(toSpan);
  record.text = text;
  record.origin = origin;
  record.createdAt = isoTime(createdAt);
  record.updatedAt = isoTime(updatedAt);
  record.answers = fields;
  for (const [at, { name }] of ATTRIBUTES.entries()) record[name] = row[FIRST_ATTRIBUTE + at];
  // Nothing else belongs to a record; the attributes were checked before they were stored.
  return record as unknown as AnnotationRecord;
}

function toSpan([start, end]: readonly [number, number]): Span {
  return { start, end };
}

/** `2026-11-22T20:39:02.120+00:00` is SQLite's way to write a time, `2026-11-22T20:39:02.12` PostgreSQL's. */
function isoTime(written: string): string {
  return written.endsWith('+00:00') ? `${written.slice(0, -6)}Z` : new Date(`${written}Z`).toISOString();
}
