// What a save and an import write, few rows or thousands: each kind of row as one JSON text. The names in the
// SQL are written here, every value is bound.

import { v7 as uuidv7 } from 'uuid';
import type { ImportLine } from '../domain/import.ts';
import type { Lane } from '../domain/sight.ts';
import type { Dialect } from './database-url.ts';
import { ANNOTATION_COLUMNS, type ColumnKind, type Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

const EVENT_COLUMNS = {
  id: 'text',
  projectId: 'text',
  articleId: 'text',
  annotatorId: 'text',
  lane: 'text',
  step: 'text',
  action: 'text',
  subject: 'text',
  subjectId: 'text',
  before: 'jsonb',
  after: 'jsonb',
  state: '"EventState"',
  createdAt: 'timestamp(3)',
} as const satisfies Columns;

const LINE_COLUMNS = {
  id: 'text',
  importId: 'text',
  place: 'text',
  outcome: 'text',
  label: 'text',
  words: 'text',
  reason: 'text',
  articleId: 'text',
  annotationId: 'text',
} as const satisfies Columns;

const PLACE = { projectId: 'text', articleId: 'text', lane: 'text', annotatorId: 'text' } as const;

/** What is either there or not, by its key. */
const KEYS = {
  SentenceMark: { ...PLACE, sentence: 'integer' },
  Dismissal: { ...PLACE, tag: 'text', parts: 'text' },
} as const satisfies Record<string, Columns>;

/** A row for each name of a column; what is absent is NULL. */
type NewRow<C extends Columns> = { readonly [Name in Exclude<keyof C, 'lane'>]?: unknown } & LaneOf<C>;

/** A row of people's work always says of which coding it is: the database would take it for the shared one. */
type LaneOf<C extends Columns> = C extends { readonly lane: ColumnKind } ? { readonly lane: Lane } : object;

/** What the database says of an annotation that it has stored. */
export type StoredVersion = readonly [id: string, version: number, createdAt: unknown];

/**
 * Stores annotations: new ones and deleted ones, which come back as they are given, where `isThere` is false,
 * and otherwise those that are there. One that is not as `isThere` says, or not in the same coding, stays as
 * it is and is not among those given back. `createdAt` of one that was there ever before stays, unless
 * `withTimes`.
 */
export async function putAnnotations(
  session: Session,
  rows: readonly NewRow<typeof ANNOTATION_COLUMNS>[],
  { isThere, withTimes }: { readonly isThere: boolean; readonly withTimes: boolean },
): Promise<StoredVersion[]> {
  const kept = new Set(['id', 'projectId', 'articleId', 'lane', 'version']);
  if (!withTimes) kept.add('createdAt');
  const changed = Object.keys(ANNOTATION_COLUMNS).filter((name) => !kept.has(name));
  const given = changed.map((name) => `"${name}" = excluded."${name}"`);
  const again = `ON CONFLICT ("id") DO UPDATE SET ${given}, "deletedAt" = NULL, "version" = "Annotation"."version" + 1
    WHERE "Annotation"."projectId" = excluded."projectId" AND "Annotation"."articleId" = excluded."articleId"
      AND "Annotation"."lane" = excluded."lane"
      AND "Annotation"."deletedAt" IS ${isThere ? '' : 'NOT'} NULL
    RETURNING "id", "version", "createdAt"`;
  const stored = await insertRows(session, 'Annotation', ANNOTATION_COLUMNS, rows, again);
  return stored.map(([id, version, createdAt]) => [String(id), Number(version), createdAt]);
}

/** Deletes annotations; their `updatedAt` stays. */
export async function deleteAnnotations(session: Session, ids: readonly string[], at: Date): Promise<void> {
  await session.rows(sql`
    UPDATE "Annotation" SET "deletedAt" = ${stamp(at)}, "version" = "version" + 1
    WHERE "id" IN (${idsIn(session.dialect, ids)})`);
}

/** Has marks "nothing here" or dismissals be there, or not. */
export async function putKeys<Table extends keyof typeof KEYS>(
  session: Session,
  table: Table,
  rows: readonly NewRow<(typeof KEYS)[Table]>[],
  isThere: boolean,
): Promise<void> {
  if (isThere) {
    const columns = { ...KEYS[table], createdAt: 'timestamp(3)' } as const;
    const createdAt = new Date();
    const stamped = rows.map((row) => ({ ...row, createdAt }));
    await insertRows(session, table, columns, stamped, 'ON CONFLICT DO NOTHING');
  } else {
    const names = Object.keys(KEYS[table]).map((name) => `"${name}"`);
    await session.rows(sql`
      DELETE FROM ${raw(`"${table}"`)} WHERE (${raw(names.join())}) IN (${rowsIn(session.dialect, KEYS[table], rows)})`);
  }
}

/** Stores lines of history. */
export async function insertEvents(
  session: Session,
  rows: readonly NewRow<typeof EVENT_COLUMNS>[],
): Promise<void> {
  await insertRows(session, 'Event', EVENT_COLUMNS, rows);
}

/** Stores lines of an import's report. */
export async function insertImportLines(
  session: Session,
  importId: string,
  lines: readonly ImportLine[],
): Promise<void> {
  const rows = lines.map((line) => ({ ...line, id: uuidv7(), importId }));
  await insertRows(session, 'ImportLine', LINE_COLUMNS, rows);
}

/** Rows that go to the database as one JSON text. */
const MAX_ROWS_AT_ONCE = 5000;

async function insertRows<C extends Columns>(
  session: Session,
  table: string,
  columns: C,
  rows: readonly NewRow<C>[],
  again = '',
): Promise<unknown[][]> {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const into = raw(`INSERT INTO "${table}" (${names})`);
  const given: unknown[][] = [];
  for (let at = 0; at < rows.length; at += MAX_ROWS_AT_ONCE) {
    const some = rowsIn(session.dialect, columns, rows.slice(at, at + MAX_ROWS_AT_ONCE));
    given.push(...(await session.rows(sql`${into} ${some} ${raw(again)}`)));
  }
  return given;
}

/** A SELECT of rows that are handed over as one JSON text. */
export function rowsIn(dialect: Dialect, columns: Columns, rows: readonly object[]): Prisma.Sql {
  const values = Object.entries(columns).map(([name, kind]) => columnOf(dialect, name, kind));
  const source = Object.entries(columns).map(([name, kind]) => `"${name}" ${kind}`);
  const json = JSON.stringify(rows);
  // Without a WHERE, SQLite would take ON CONFLICT for the condition of a join.
  return dialect === 'sqlite'
    ? sql`SELECT ${raw(values.join())} FROM json_each(${json}) WHERE true`
    : sql`SELECT ${raw(values.join())} FROM json_to_recordset(${json}::json) AS "new" (${raw(source.join())})`;
}

function columnOf(dialect: Dialect, name: string, kind: ColumnKind): string {
  if (dialect === 'postgresql') return `"new"."${name}"`;
  const value = `json_extract("value", '$.${name}')`;
  // As Prisma's adapter writes times.
  const stored = kind === 'timestamp(3)' ? `replace(${value}, 'Z', '+00:00')` : value;
  return `${stored} AS "${name}"`;
}

/** A SELECT of ids that are handed over as one JSON text. */
export function idsIn(dialect: Dialect, ids: readonly string[]): Prisma.Sql {
  const json = JSON.stringify(ids);
  return dialect === 'sqlite'
    ? sql`SELECT "value" FROM json_each(${json})`
    : sql`SELECT json_array_elements_text(${json}::json)`;
}

/** A time as Prisma's adapter writes it into SQLite; PostgreSQL takes it as well. */
export function stamp(at: Date): string {
  return at.toISOString().replace('Z', '+00:00');
}
