// What agreement is measured on: finished codings with what stands in them, and figures that were worked out before.

import { ATTRIBUTES, type AttributeName } from '../domain/attributes.ts';
import { dayOf } from '../domain/progress.ts';
import { FINAL, type Lane, SHARED, type Sight } from '../domain/sight.ts';
import type { Span } from '../text/span.ts';
import type { Db } from './client.ts';
import { ANNOTATION_COLUMNS, type Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed, timeOf } from './json-rows.ts';
import { seenBy } from './lane-test.ts';
import { idsIn } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** A coding that somebody has finished. */
export interface FinishedCoding {
  readonly articleId: string;
  readonly title: string;
  /** The annotator whose it is, or `final`. */
  readonly lane: Lane;
  readonly version: number;
  /** Whether it was made by somebody who could not see others' codings. */
  readonly isBlind: boolean;
  /** ISO 8601 date in UTC. */
  readonly finished: string;
}

/** All finished codings that may be seen, the final ones among them, by article. */
export async function finishedCodings(session: Session, sight: Sight): Promise<FinishedCoding[]> {
  const rows = await session.rows(sql`
    SELECT "articleId", "title", "lane", "c"."version", "isBlind", "doneAt", "c"."updatedAt"
    FROM (SELECT * FROM "Coding" WHERE ${seenBy(sight)} AND "state" = 'done' AND "lane" <> ${SHARED}) AS "c"
    JOIN "Article" AS "a" ON "a"."id" = "c"."articleId"
    WHERE "a"."deletedAt" IS NULL ORDER BY "articleId", "lane"`);
  return rows.map(([articleId, title, lane, version, isBlind, doneAt, updatedAt]) => ({
    articleId: String(articleId),
    title: String(title),
    lane: String(lane),
    version: Number(version),
    isBlind: Boolean(isBlind),
    finished: dayOf(timeOf(doneAt) ?? timeOf(updatedAt) ?? new Date(0)),
  }));
}

/** Whether a coding is the one that was agreed on. */
export function isFinal({ lane }: Pick<FinishedCoding, 'lane'>): boolean {
  return lane === FINAL;
}

/** What stands in a coding, as far as agreement is about it. */
export interface StoredMark {
  readonly id: string;
  readonly articleId: string;
  readonly lane: Lane;
  readonly tag: string;
  readonly parts: readonly Span[];
  readonly fields: Readonly<Partial<Record<AttributeName, string | number>>>;
}

/** What is filled in by people. */
const FIELDS = ATTRIBUTES.filter(({ isComputed }) => !isComputed).map(({ name }) => name);

// `ANNOTATION_COLUMNS` has a column for every attribute.
const MARK_COLUMNS = Object.fromEntries(
  (['id', 'articleId', 'lane', 'tag', 'parts', ...FIELDS] as const).map((name) => [
    name,
    ANNOTATION_COLUMNS[name],
  ]),
) as Columns;

/** The annotations in some codings of some articles, by article, coding and place in the text. */
export async function marksIn(
  session: Session,
  sight: Sight,
  { articleIds, lanes }: { readonly articleIds: readonly string[]; readonly lanes: readonly Lane[] },
): Promise<StoredMark[]> {
  const from = sql`"Annotation" WHERE ${seenBy(sight)} AND "articleId" IN (${idsIn(session.dialect, articleIds)})
    AND "lane" IN (${idsIn(session.dialect, lanes)}) AND "deletedAt" IS NULL
    ORDER BY "articleId", "lane", "start", "id"`;
  const [row = []] = await session.rows(list(session, MARK_COLUMNS, from));
  return parsed<MarkRow>(row[0]).map(({ id, articleId, lane, tag, parts, ...values }) => ({
    ...{ id, articleId, lane, tag },
    parts: parts.map(([start, end]) => ({ start, end })),
    fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }));
}

type MarkRow = Pick<StoredMark, 'id' | 'articleId' | 'lane' | 'tag'> & {
  readonly parts: readonly (readonly [number, number])[];
} & Readonly<Record<string, string | number | null>>;

/** Figures that were worked out under this key; null where none were. */
export async function findAgreementResult(db: Db, projectId: string, key: string): Promise<unknown> {
  const row = await db.agreementResult.findUnique({ where: { projectId_key: { projectId, key } } });
  return row?.document ?? null;
}

/** How many results of a project are kept. */
const MOST_KEPT = 50;

/** Keeps figures under a key, and lets go of the oldest ones. */
export async function keepAgreementResult(
  db: Db,
  projectId: string,
  key: string,
  document: Prisma.InputJsonValue,
): Promise<void> {
  const where = { projectId_key: { projectId, key } };
  await db.agreementResult.upsert({ where, create: { projectId, key, document }, update: {} });
  const old = await db.agreementResult.findMany({
    where: { projectId },
    orderBy: { createdAt: 'desc' },
    skip: MOST_KEPT,
    select: { key: true },
  });
  if (old.length === 0) return;
  await db.agreementResult.deleteMany({ where: { projectId, key: { in: old.map((row) => row.key) } } });
}
