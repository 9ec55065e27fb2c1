// What a save has to know of an article: each question is one statement. It is answered as JSON, of which
// JSON.parse makes objects much faster than rows of columns can be made into any.

import type { Annotation } from '../domain/annotation.ts';
import type { Article, ArticleText } from '../domain/article.ts';
import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { type SuggestionChoice, storedChoice } from '../domain/suggestion.ts';
import { type Span, touching } from '../text/span.ts';
import { type AnnotationColumns, toAnnotation } from './annotation-rows.ts';
import { type ArticleRow, toArticle } from './article-rows.ts';
import { toCountColumns } from './count-columns.ts';
import type { Dialect } from './database-url.ts';
import { ANNOTATION_COLUMNS, type Columns, DIALECTS } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { idsIn } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

/** A person's word that a sentence, by its index, holds nothing to tag. */
export interface Mark {
  readonly sentence: number;
  readonly userId: string;
}

/** Whether a person has something to undo and to redo in an article. */
export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** All that stands in a part of an article, with what one person has dismissed and can undo in it. */
export interface Standing {
  readonly span: Span;
  /** Whose hull shares a code unit with the span, in text order. */
  readonly annotations: readonly Annotation[];
  /** On sentences that share a code unit with the span. */
  readonly marks: readonly Mark[];
  /** The keys of suggestions that the person has dismissed anywhere in the article. */
  readonly dismissed: ReadonlySet<string>;
  readonly undoState: UndoState;
}

/** Who asks, and where. */
interface ReadingPlace {
  readonly member: Member;
  readonly text: Pick<ArticleText, 'articleId' | 'sentences'>;
}

/** Reads what stands in a part of an article now. */
export async function readStanding(session: Session, scope: ReadingPlace, span: Span): Promise<Standing> {
  const { member, text } = scope;
  const [from, to] = touching(text.sentences, span);
  const here = sql`"projectId" = ${member.projectId} AND "articleId" = ${text.articleId}`;
  // Without the lower bound on `start` the index would be read from the article's first annotation on.
  const annotations = sql`"Annotation" WHERE ${here} AND "deletedAt" IS NULL
    AND "start" > ${span.start} - (SELECT "longestHull" FROM "Article" WHERE "id" = ${text.articleId})
    AND "start" < ${span.end} AND "end" > ${span.start} ORDER BY "start", "id"`;
  const marks = sql`"SentenceMark" WHERE ${here} AND "sentence" >= ${from} AND "sentence" < ${to}
    ORDER BY "sentence"`;
  const dismissals = sql`"Dismissal" WHERE ${here} AND "userId" = ${member.userId}`;
  const [row = []] = await session.rows(sql`
    SELECT (${list(session, READ_COLUMNS, annotations)}) AS "annotations",
      (${list(session, MARK_COLUMNS, marks)}) AS "marks",
      (${list(session, DISMISSAL_COLUMNS, dismissals)}) AS "dismissals", ${undoable(member, text.articleId)}`);
  return {
    span,
    annotations: parsed<AnnotationJson>(row[0]).map(annotationOf),
    marks: parsed<Mark>(row[1]),
    dismissed: new Set(
      parsed<{ tag: string; parts: string }>(row[2]).map(({ tag, parts }) => `${tag}:${parts}`),
    ),
    undoState: { canUndo: Boolean(row[3]), canRedo: Boolean(row[4]) },
  };
}

const { searchText: _, ...READ_COLUMNS } = ANNOTATION_COLUMNS;
const MARK_COLUMNS = { sentence: 'integer', userId: 'text' } as const satisfies Columns;
const DISMISSAL_COLUMNS = { tag: '"Tag"', parts: 'text' } as const satisfies Columns;
const EVENT_COLUMNS = {
  action: 'text',
  subject: 'text',
  subjectId: 'text',
  before: 'jsonb',
  after: 'jsonb',
} as const satisfies Columns;

/** The rows of a table as one JSON text. */
function list({ dialect }: Session, columns: Columns, from: Prisma.Sql): Prisma.Sql {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  return sql`SELECT CAST(${raw(`${DIALECTS[dialect].listOf}(${object(dialect, columns)})`)} AS TEXT)
    FROM (SELECT ${raw(names.join())} FROM ${from}) AS "rows"`;
}

/** A row of `table` (`"a".`, or nothing where there is one alone) as a JSON object. */
function object(dialect: Dialect, columns: Columns, table = ''): string {
  const members = Object.entries(columns).map(([name, kind]) => {
    const value = `${table}"${name}"`;
    return `'${name}', ${dialect === 'sqlite' && kind === 'jsonb' ? `json(${value})` : value}`;
  });
  return `${DIALECTS[dialect].objectOf}(${members})`;
}

/** What `list` gives; nothing of no rows is NULL on PostgreSQL. */
function parsed<T>(json: unknown): T[] {
  return JSON.parse(typeof json === 'string' ? json : '[]');
}

/** A row as JSON writes it. */
type AnnotationJson = Omit<AnnotationColumns, 'createdAt' | 'updatedAt'> &
  Readonly<Record<'createdAt' | 'updatedAt', string>> & { readonly deletedAt?: string | null };

function annotationOf(row: AnnotationJson): Annotation {
  const [createdAt, updatedAt] = [new Date(inUtc(row.createdAt)), new Date(inUtc(row.updatedAt))];
  return toAnnotation({ ...row, createdAt, updatedAt });
}

/**
 * A time as a driver, Prisma's client or JSON gives it: SQLite's is written with its offset of zero,
 * PostgreSQL's without.
 */
export function timeOf(written: unknown): Date | null {
  if (written === null || written instanceof Date) return written;
  return new Date(inUtc(String(written)));
}

function inUtc(time: string): string {
  return time.endsWith('Z') || time.endsWith('+00:00') ? time : `${time}Z`;
}

function undoable({ projectId, userId }: Member, articleId: string): Prisma.Sql {
  const mine = sql`"projectId" = ${projectId} AND "articleId" = ${articleId} AND "userId" = ${userId}`;
  // One look-up of the index for each state: a search for either would read all that is settled, too.
  return sql`EXISTS (SELECT 1 FROM "Event" WHERE ${mine} AND "state" = 'done') AS "canUndo",
    EXISTS (SELECT 1 FROM "Event" WHERE ${mine} AND "state" = 'undone') AS "canRedo"`;
}

/** Whether a person has something to undo and to redo in an article. */
export async function undoState(session: Session, member: Member, articleId: string): Promise<UndoState> {
  const [row = []] = await session.rows(sql`SELECT ${undoable(member, articleId)}`);
  return { canUndo: Boolean(row[0]), canRedo: Boolean(row[1]) };
}

/** An annotation as it stands, deleted or not. */
export interface StoredAnnotation {
  readonly annotation: Annotation;
  readonly isDeleted: boolean;
}

/** Annotations by their ids, deleted ones and those of other articles and projects included. */
export async function annotationsById(
  session: Session,
  ids: readonly string[],
): Promise<Map<string, StoredAnnotation>> {
  const columns = { ...READ_COLUMNS, deletedAt: 'timestamp(3)' } as const;
  // By id alone: with the article's, PostgreSQL might read all of it and compare each row with all ids.
  const from = sql`"Annotation" WHERE "id" IN (${idsIn(session.dialect, ids)})`;
  const [row = []] = await session.rows(list(session, columns, from));
  const found = parsed<AnnotationJson>(row[0]).map((stored) => ({
    annotation: annotationOf(stored),
    isDeleted: stored.deletedAt !== null,
  }));
  return new Map(found.map((stored) => [stored.annotation.id, stored]));
}

/** A line of history. */
export interface StoredEvent {
  /** `create`, `update`, `delete`, `undo` or `redo`. */
  readonly action: string;
  readonly change: Change;
}

/** What one step has done in an article, in the order in which it was done. */
export async function eventsOf(
  session: Session,
  { member, text }: ReadingPlace,
  step: string,
): Promise<StoredEvent[]> {
  const { projectId } = member;
  return readEvents(
    session,
    sql`"step" = ${step} AND "projectId" = ${projectId} AND "articleId" = ${text.articleId}`,
  );
}

/** What one step of the person has done in an article; none where the name is that of somebody else's. */
export async function ownEvents(
  session: Session,
  { member, text }: ReadingPlace,
  step: string,
): Promise<StoredEvent[]> {
  const { projectId, userId } = member;
  return readEvents(
    session,
    sql`"step" = ${step} AND "projectId" = ${projectId} AND "articleId" = ${text.articleId} AND "userId" = ${userId}`,
  );
}

async function readEvents(session: Session, which: Prisma.Sql): Promise<StoredEvent[]> {
  const from = sql`"Event" WHERE ${which} ORDER BY "id"`;
  const [row = []] = await session.rows(list(session, EVENT_COLUMNS, from));
  // Only writeStep and insertArticles fill these columns, from a Change.
  return parsed<{ readonly action: string } & Change>(row[0]).map(({ action, ...change }) => ({
    action,
    change,
  }));
}

const ARTICLE_COLUMNS = {
  id: 'text',
  projectId: 'text',
  title: 'text',
  byline: 'text',
  publication: 'text',
  published: 'text',
  url: 'text',
  language: 'text',
  labels: 'text',
  length: 'integer',
  sentenceCount: 'integer',
  codedCount: 'integer',
  ...toCountColumns(() => 'integer' as const),
  longestHull: 'integer',
  version: 'integer',
  createdAt: 'timestamp(3)',
  updatedAt: 'timestamp(3)',
  deletedAt: 'timestamp(3)',
} as const satisfies Columns;

/**
 * An article of a project, deleted or not, which nobody else can change until the transaction ends; or null.
 */
export async function lockedArticle(
  session: Session,
  { member, text }: ReadingPlace,
): Promise<Article | null> {
  // A transaction of SQLite has the write lock already. PostgreSQL's lock lets in rows that point to the
  // article.
  const lock = raw(session.dialect === 'sqlite' ? '' : 'FOR NO KEY UPDATE');
  const [row] = await session.rows(sql`
    SELECT ${articleJson(session)} FROM "Article"
    WHERE "id" = ${text.articleId} AND "projectId" = ${member.projectId} ${lock}`);
  return row ? articleOf(row[0]) : null;
}

function articleJson({ dialect }: Session, table = ''): Prisma.Sql {
  return raw(`CAST(${object(dialect, ARTICLE_COLUMNS, table)} AS TEXT)`);
}

function articleOf(json: unknown): Article {
  // These are the columns that toArticle reads; times are written in JSON.
  const row = JSON.parse(String(json)) as ArticleRow;
  const [createdAt, updatedAt] = [
    new Date(inUtc(String(row.createdAt))),
    new Date(inUtc(String(row.updatedAt))),
  ];
  return toArticle({ ...row, createdAt, updatedAt, deletedAt: timeOf(row.deletedAt) });
}

/** An article as a person finds it: as a member of its project, or not at all. */
export interface FoundArticle {
  readonly member: Member;
  readonly article: Article;
  /** Whether both the project and the person want the text engine's suggestions. */
  readonly wantsSuggestions: boolean;
  /** Which of them the person wants to see in this project. */
  readonly suggestionChoice: SuggestionChoice;
}

/** An article with the membership through which a person sees it, deleted or not; or null. */
export async function articleFor(
  session: Session,
  userId: string,
  articleId: string,
): Promise<FoundArticle | null> {
  const [row] = await session.rows(sql`
    SELECT "m"."role", "m"."suggestedTags", "m"."leastSureness", "u"."suggestions", "p"."suggestions",
      ${articleJson(session, '"a".')} FROM "Article" AS "a"
    JOIN "Membership" AS "m" ON "m"."projectId" = "a"."projectId" AND "m"."userId" = ${userId}
    JOIN "User" AS "u" ON "u"."id" = "m"."userId"
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    WHERE "a"."id" = ${articleId}`);
  if (!row) return null;
  const [role, tags, sureness, personWants, projectWants, json] = row;
  const article = articleOf(json);
  // The database's own enumeration.
  const member = { userId, projectId: article.projectId, role: role as Member['role'] };
  const wantsSuggestions = Boolean(personWants) && Boolean(projectWants);
  const suggestionChoice = storedChoice(
    tags === null ? null : String(tags),
    sureness === null ? null : Number(sureness),
  );
  return { member, article, wantsSuggestions, suggestionChoice };
}
