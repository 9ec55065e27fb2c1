import { v7 as uuidv7 } from 'uuid';
import { NotFoundError } from '../domain/errors.ts';
import { type AnnotationPreview, IMPORT_OUTCOMES } from '../domain/import.ts';
import type { Lane } from '../domain/lane.ts';
import type { Member } from '../domain/permission.ts';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { insertFiles, type NewImportFile } from './import-files.ts';
import { lanesIn } from './imported-annotations.ts';
import { holdsNow, MEMBER_COLUMNS, memberIn } from './member-rows.ts';

const { sql, raw } = Prisma;

/** What is brought in: articles, annotations with the articles that their files hold, or another project's articles. */
export type ImportKind = 'articles' | 'annotations' | 'copy';

/** An import as it stands. `done` and `total` count files, or documents where annotations are brought in. */
export interface StoredImport {
  readonly id: string;
  readonly projectId: string;
  readonly annotatorId: string;
  readonly kind: ImportKind;
  readonly state: 'preview' | 'waiting' | 'done' | 'undone';
  /** What the person chose, once they have. */
  readonly choices: unknown;
  readonly done: number;
  readonly total: number;
  /** How often its next step was begun and not ended, however the process came to stop. */
  readonly tries: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** The codings into which it wrote so far; null where that was not noted. */
  readonly lanes: readonly Lane[] | null;
  /** Whether its files hold all there is to say: sentences without a tag hold nothing. */
  readonly isComplete: boolean;
  /** Names of its files, the first two of them. */
  readonly names: readonly string[];
}

/** How long a process may be silent before another takes its work over, in ms. */
const LEASE = 5000;

/** How often a process that works on an import says so, in ms. */
export const RENEW_EVERY = LEASE / 3;

/** Names of files by which an import is called. */
const MAX_NAMES = 2;

/**
 * Keeps files to be worked on, all of them or none, and gives the import's id. One of annotations comes with
 * what a person sees of it, and waits until they have chosen; `encoding` is that of all its texts, where it was
 * chosen.
 */
export async function insertImport(
  db: Db,
  { projectId, annotatorId }: Member,
  kind: ImportKind,
  files: readonly NewImportFile[],
  {
    preview,
    encoding,
  }: { readonly preview?: AnnotationPreview; readonly encoding?: string | undefined } = {},
): Promise<string> {
  const id = uuidv7();
  const state = kind === 'annotations' ? 'preview' : 'waiting';
  await db.$transaction(async (tx) => {
    // The files' rows give way to those of what is in them.
    const names = files.map(({ name }) => name).slice(0, MAX_NAMES);
    const choices = encoding === undefined ? { names } : { names, encoding };
    // Prisma asks for a type with an index, which no interface has, but takes `toJSON` at its word.
    const json = preview && { preview: { toJSON: () => preview } };
    await tx.import.create({
      data: { id, projectId, annotatorId, kind, state, choices, total: files.length, ...json },
    });
    await insertFiles(tx, id, files);
  });
  return id;
}

/** One import of a project, or null. */
export async function findImport(db: Db, projectId: string, id: string): Promise<StoredImport | null> {
  const row = await db.import.findFirst({ where: { id, projectId }, omit: { preview: true } });
  return row && toImport(row);
}

/** The stored preview of an import; null if it is older than stored previews. */
export async function findPreview(db: Db, projectId: string, id: string): Promise<AnnotationPreview | null> {
  const row = await db.import.findFirst({ where: { id, projectId }, select: { preview: true } });
  // Only insertImport writes previews.
  return (row?.preview ?? null) as AnnotationPreview | null;
}

function toImport(row: Omit<Prisma.ImportGetPayload<object>, 'preview'>): StoredImport {
  // Only insertImport and startImport write choices.
  const { names = [] } = { ...(row.choices as { readonly names?: readonly string[] } | null) };
  return { ...row, names, lanes: lanesIn(row.lanes) };
}

/** The latest imports of a project, newest first; `by` certain annotators only. */
export async function listImports(
  db: Db,
  projectId: string,
  most: number,
  by?: readonly string[],
): Promise<StoredImport[]> {
  const rows = await db.import.findMany({
    where: { projectId, ...(by && { annotatorId: { in: [...by] } }) },
    orderBy: { id: 'desc' },
    take: most,
    omit: { preview: true },
  });
  return rows.map(toImport);
}

/** The project that an import is of, or null. */
export async function projectOfImport(db: Db, id: string): Promise<string | null> {
  return (await db.import.findUnique({ where: { id }, select: { projectId: true } }))?.projectId ?? null;
}

/** The member whose import it is, where they are still in its project. */
export async function memberOfImport(db: Db, annotatorId: string, id: string): Promise<Member | null> {
  const rows = await db.rows(sql`
    SELECT ${raw(Object.values(MEMBER_COLUMNS).join())} FROM "Import" AS "i"
    JOIN "Membership" AS "m" ON "m"."projectId" = "i"."projectId" AND "m"."annotatorId" = ${annotatorId} AND ${holdsNow()}
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId" WHERE "i"."id" = ${id}`);
  return memberIn(rows[0]);
}

/** What was noted of one annotation of an import. */
export interface ImportedLine {
  readonly id: string;
  readonly place: string;
  readonly outcome: string;
  readonly label: string | null;
  readonly words: string | null;
  readonly reason: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
}

/** A page of report lines of an import: what needs a look first, else in the order of its files. */
export async function listLines(
  db: Db,
  importId: string,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<ImportedLine[]> {
  const counts = await countLines(db, importId);
  const lines: ImportedLine[] = [];
  let before = skip;
  for (const outcome of IMPORT_OUTCOMES) {
    const count = counts.get(outcome) ?? 0;
    const range = { skip: Math.min(before, count), take: take - lines.length };
    before -= range.skip;
    if (range.skip === count || range.take === 0) continue;
    lines.push(
      ...(await db.importLine.findMany({ where: { importId, outcome }, orderBy: { id: 'asc' }, ...range })),
    );
  }
  return lines;
}

/** How many lines of an import's report have each outcome. */
export async function countLines(db: Db, importId: string): Promise<Map<string, number>> {
  const groups = await db.importLine.groupBy({ by: ['outcome'], where: { importId }, _count: true });
  return new Map(groups.map(({ outcome, _count }) => [outcome, _count]));
}

/** How many articles an import of annotations has made. */
export async function countMadeArticles(db: Db, importId: string): Promise<number> {
  return db.event.count({ where: { step: importId, subject: 'article', action: 'create' } });
}

/** How many annotations an import has made, or sentences it has marked "nothing here". */
export async function countImported(
  db: Db,
  importId: string,
  subject: 'annotation' | 'sentence-mark',
): Promise<number> {
  return db.event.count({ where: { step: importId, subject, action: 'create' } });
}

/** How many codings an import has finished. */
export async function countFinished(db: Db, importId: string): Promise<number> {
  return db.event.count({ where: { step: importId, subject: 'coding', action: 'update' } });
}

/** Takes up an import that waits and on which nobody works, as one more try of its next step, or null. */
export async function claimImport(db: Db): Promise<StoredImport | null> {
  const now = new Date();
  const where = { state: 'waiting' as const, OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] };
  const found = await db.import.findFirst({ where, orderBy: { id: 'asc' }, omit: { preview: true } });
  if (!found) return null;
  const claimed = await db.import.updateMany({
    where: { ...where, id: found.id },
    data: { leasedUntil: later(now), tries: { increment: 1 } },
  });
  return claimed.count === 1 ? toImport({ ...found, tries: found.tries + 1 }) : claimImport(db);
}

/** Says that work on an import goes on; nothing where it is gone. */
export async function renewLease(db: Db | Tx, id: string): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { leasedUntil: later(new Date()) } });
}

/** Ends a step of an import, so the next is tried for the first time. Does nothing if it is gone. */
export async function endStep(db: Db | Tx, id: string): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { leasedUntil: later(new Date()), tries: 1 } });
}

/** Leaves an import, between two steps, to whoever takes it up next. */
export async function releaseImport(db: Db, id: string): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { leasedUntil: null, tries: 0 } });
}

function later(now: Date): Date {
  return new Date(now.getTime() + LEASE);
}

const ended = () => ({ state: 'done' as const, finishedAt: new Date(), leasedUntil: null });

/** The work of an import is done: what it kept of its files goes. */
export async function finishImport(db: Db, id: string): Promise<void> {
  await db.$transaction([
    db.importFile.updateMany({ where: { importId: id }, data: { bytes: null } }),
    db.importPiece.deleteMany({ where: { file: { importId: id } } }),
    db.import.updateMany({ where: { id }, data: ended() }),
  ]);
}

/** The work of an import cannot go on: what is not in yet is named with the problem, and it is done. */
export async function failImport(
  db: Db,
  { id, kind }: Pick<StoredImport, 'id' | 'kind'>,
  problem: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { state: 'failed' as const, problem, bytes: null };
    await tx.importFile.updateMany({ where: { importId: id, state: 'waiting' }, data });
    await tx.importPiece.deleteMany({ where: { file: { importId: id } } });
    // Of articles in files the files themselves say it.
    if (kind !== 'articles') await noteProblem(tx, id, problem);
    await tx.import.updateMany({ where: { id }, data: ended() });
  });
}

/** Notes what keeps an import from going on. */
export async function noteProblem(db: Db | Tx, importId: string, problem: string): Promise<void> {
  const line = { id: uuidv7(), importId, place: 'the import', outcome: 'unreadable', reason: problem };
  await db.importLine.create({ data: line });
}

/** Sets an import whose labels were chosen to work. Throws NotFoundError where it does not wait for that. */
export async function startImport(
  db: Db,
  projectId: string,
  id: string,
  choices: object,
  { total, isComplete }: Pick<StoredImport, 'total' | 'isComplete'>,
): Promise<void> {
  const { count } = await db.import.updateMany({
    where: { id, projectId, state: 'preview' },
    data: { state: 'waiting', choices, total, isComplete },
  });
  if (count === 0) throw new NotFoundError('waitingImport');
}

/** Throws an import away that has not begun. */
export async function deletePreview(db: Db, projectId: string, id: string): Promise<void> {
  const { count } = await db.import.deleteMany({ where: { id, projectId, state: 'preview' } });
  if (count === 0) throw new NotFoundError('waitingImport');
}
