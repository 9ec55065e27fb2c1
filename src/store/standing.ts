// What a save has to know of an article: each question is one statement. It is answered as JSON, of which
// JSON.parse makes objects much faster than rows of columns can be made into any.

import type { Annotation } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import { DETAILS, type Lane } from '../domain/sight.ts';
import { type Span, touching } from '../text/span.ts';
import { type AnnotationColumns, toAnnotation } from './annotation-rows.ts';
import { ANNOTATION_COLUMNS, type Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { inUtc, list, parsed } from './json-rows.ts';
import { idsIn } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** The word that a sentence, by its index, holds nothing to tag. */
export interface Mark {
  readonly sentence: number;
  /** Who said so. */
  readonly annotatorId: string;
}

/** Whether a person has something to undo and to redo in an article. */
export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** All that stands in a part of a coding, with what one person has dismissed and can undo in it. */
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

/** Who asks, and in which coding of which article. */
export interface ReadingPlace {
  readonly member: Member;
  readonly lane: Lane;
  readonly text: Pick<ArticleText, 'articleId' | 'sentences'>;
}

/** Reads what stands in a part of a coding now. */
export async function readStanding(session: Session, scope: ReadingPlace, span: Span): Promise<Standing> {
  const { member, text, lane } = scope;
  const { articleId } = text;
  const [from, to] = touching(text.sentences, span);
  const here = sql`"projectId" = ${member.projectId} AND "articleId" = ${articleId} AND "lane" = ${lane}`;
  // Without the lower bound on `start` the index would be read from the article's first annotation on.
  const annotations = sql`"Annotation" WHERE ${here} AND "deletedAt" IS NULL
    AND "start" > ${span.start} - (SELECT "longestHull" FROM "Coding" WHERE "articleId" = ${articleId} AND "lane" = ${lane})
    AND "start" < ${span.end} AND "end" > ${span.start} ORDER BY "start", "id"`;
  const marks = sql`"SentenceMark" WHERE ${here} AND "sentence" >= ${from} AND "sentence" < ${to}
    ORDER BY "sentence"`;
  const dismissals = sql`"Dismissal" WHERE ${here} AND "annotatorId" = ${member.annotatorId}`;
  const [row = []] = await session.rows(sql`
    SELECT (${list(session, READ_COLUMNS, annotations)}) AS "annotations",
      (${list(session, MARK_COLUMNS, marks)}) AS "marks",
      (${list(session, DISMISSAL_COLUMNS, dismissals)}) AS "dismissals", ${undoable(scope)}`);
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
const MARK_COLUMNS = { sentence: 'integer', annotatorId: 'text' } as const satisfies Columns;
const DISMISSAL_COLUMNS = { tag: 'text', parts: 'text' } as const satisfies Columns;
/** A row as JSON writes it. */
type AnnotationJson = Omit<AnnotationColumns, 'createdAt' | 'updatedAt'> &
  Readonly<Record<'createdAt' | 'updatedAt', string>> & { readonly deletedAt?: string | null };

function annotationOf(row: AnnotationJson): Annotation {
  const [createdAt, updatedAt] = [new Date(inUtc(row.createdAt)), new Date(inUtc(row.updatedAt))];
  return toAnnotation({ ...row, createdAt, updatedAt });
}

function undoable(scope: OwnPlace): Prisma.Sql {
  const mine = ownEventsIn(scope);
  // One look-up of the index for each state: a search for either would read all that is settled, too.
  return sql`EXISTS (SELECT 1 FROM "Event" WHERE ${mine} AND "state" = 'done') AS "canUndo",
    EXISTS (SELECT 1 FROM "Event" WHERE ${mine} AND "state" = 'undone') AS "canRedo"`;
}

type OwnPlace = Omit<ReadingPlace, 'text'> & { readonly text: Pick<ArticleText, 'articleId'> };

/** Of events: those of a person in a coding and in the details of its article. */
export function ownEventsIn({ member, text, lane }: OwnPlace): Prisma.Sql {
  const { projectId, annotatorId } = member;
  return sql`"articleId" = ${text.articleId} AND "lane" IN (${lane}, ${DETAILS})
    AND "annotatorId" = ${annotatorId} AND "projectId" = ${projectId}`;
}

/** Whether a person has something to undo and to redo in a coding. */
export async function undoState(session: Session, scope: OwnPlace): Promise<UndoState> {
  const [row = []] = await session.rows(sql`SELECT ${undoable(scope)}`);
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
