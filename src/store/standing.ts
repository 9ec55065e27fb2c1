// What a save has to know of an article: each question is one statement, answered as JSON where it has many
// rows.

import type { Annotation } from '../domain/annotation.ts';
import type { Article, ArticleText } from '../domain/article.ts';
import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import { type SuggestionChoice, storedChoice } from '../domain/suggestion.ts';
import { type Span, touching } from '../text/span.ts';
import { type AnnotationRow, toAnnotation } from './annotation-rows.ts';
import { type ArticleRow, toArticle } from './article-rows.ts';
import { toCountColumns } from './count-columns.ts';
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
    annotations: parsed<unknown[][]>(row[0]).map(annotationOf),
    marks: parsed<[number, string][]>(row[1]).map(([sentence, userId]) => ({ sentence, userId })),
    dismissed: new Set(parsed<[string, string][]>(row[2]).map((key) => key.join(':'))),
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

/** The rows of a table as one JSON text, each an array of columns. */
function list({ dialect }: Session, columns: Columns, from: Prisma.Sql): Prisma.Sql {
  const { arrayOf, listOf } = DIALECTS[dialect];
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const values = Object.entries(columns).map(([name, kind]) =>
    dialect === 'sqlite' && kind === 'jsonb' ? `json("${name}")` : `"${name}"`,
  );
  return sql`SELECT CAST(${raw(`${listOf}(${arrayOf}(${values}))`)} AS TEXT)
    FROM (SELECT ${raw(names.join())} FROM ${from}) AS "rows"`;
}

/** What `list` gives; nothing of no rows is NULL on PostgreSQL. */
function parsed<T>(json: unknown): T {
  return JSON.parse(typeof json === 'string' ? json : '[]');
}

function annotationOf(values: readonly unknown[]): Annotation {
  const columns = Object.fromEntries(Object.keys(READ_COLUMNS).map((name, at) => [name, values[at]]));
  const times = { createdAt: timeOf(columns.createdAt), updatedAt: timeOf(columns.updatedAt) };
  // These are the columns that toAnnotation reads.
  return toAnnotation({ ...columns, ...times } as AnnotationRow);
}

/**
 * A time as a driver, Prisma's client or JSON gives it: SQLite's is written with its offset of zero,
 * PostgreSQL's without.
 */
export function timeOf(written: unknown): Date | null {
  if (written === null || written instanceof Date) return written;
  const time = String(written);
  return new Date(/(Z|\+00:00)$/.test(time) ? time : `${time}Z`);
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
  const found = parsed<unknown[][]>(row[0]).map((values) => ({
    annotation: annotationOf(values),
    isDeleted: values.at(-1) !== null,
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
  return parsed<[string, Change['subject'], string, never, never][]>(row[0]).map(
    ([action, subject, subjectId, before, after]) => ({
      action,
      change: { subject, subjectId, before, after },
    }),
  );
}

const ARTICLE_COLUMNS = [
  ...[
    'id',
    'projectId',
    'title',
    'byline',
    'publication',
    'published',
    'url',
    'language',
    'labels',
    'length',
    'sentenceCount',
  ],
  ...['codedCount', ...Object.keys(toCountColumns((tag) => tag)), 'longestHull', 'version'],
  ...['createdAt', 'updatedAt', 'deletedAt'],
];

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
    SELECT ${articleColumns('')} FROM "Article"
    WHERE "id" = ${text.articleId} AND "projectId" = ${member.projectId} ${lock}`);
  return row ? articleOf(row) : null;
}

function articleColumns(table: string): Prisma.Sql {
  return raw(ARTICLE_COLUMNS.map((name) => `${table}"${name}"`).join());
}

function articleOf(row: readonly unknown[]): Article {
  const columns = Object.fromEntries(ARTICLE_COLUMNS.map((name, at) => [name, row[at]]));
  const { createdAt, updatedAt, deletedAt } = columns;
  const times = { createdAt: timeOf(createdAt), updatedAt: timeOf(updatedAt), deletedAt: timeOf(deletedAt) };
  // These are the columns that toArticle reads.
  return toArticle({ ...columns, ...times } as ArticleRow);
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
      ${articleColumns('"a".')} FROM "Article" AS "a"
    JOIN "Membership" AS "m" ON "m"."projectId" = "a"."projectId" AND "m"."userId" = ${userId}
    JOIN "User" AS "u" ON "u"."id" = "m"."userId"
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    WHERE "a"."id" = ${articleId}`);
  if (!row) return null;
  const [role, tags, sureness, personWants, projectWants, ...columns] = row;
  const article = articleOf(columns);
  // The database's own enumeration.
  const member = { userId, projectId: article.projectId, role: role as Member['role'] };
  const wantsSuggestions = Boolean(personWants) && Boolean(projectWants);
  const suggestionChoice = storedChoice(
    tags === null ? null : String(tags),
    sureness === null ? null : Number(sureness),
  );
  return { member, article, wantsSuggestions, suggestionChoice };
}
