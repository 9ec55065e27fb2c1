import { v7 as uuidv7 } from 'uuid';
import { NotFoundError } from '../domain/errors.ts';
import { IMPORT_OUTCOMES } from '../domain/import.ts';
import type { Member } from '../domain/permission.ts';
import type { Db, Tx } from './client.ts';
import type { Prisma } from './generated/sqlite/client.ts';

/** What is brought in: articles, or annotations with the articles that their files hold. */
export type ImportKind = 'articles' | 'annotations';

/** An import as it stands. `done` and `total` count files, or documents where annotations are brought in. */
export interface StoredImport {
  readonly id: string;
  readonly projectId: string;
  readonly userId: string;
  readonly kind: ImportKind;
  readonly state: 'preview' | 'waiting' | 'done' | 'undone';
  /** What the person chose, once they have. */
  readonly choices: unknown;
  readonly done: number;
  readonly total: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Names of its files, the first two of them. */
  readonly names: readonly string[];
}

/** What a file's bytes are: as they were handed in, one file of an article, or an article out of a table. */
export const FILE_TYPES = {
  received: 'application/octet-stream',
  single: 'application/vnd.on-record.file',
  article: 'application/vnd.on-record.article+json',
} as const;

/** A file on its way in. */
export interface NewImportFile {
  readonly name: string;
  readonly mediaType: (typeof FILE_TYPES)[keyof typeof FILE_TYPES];
  readonly bytes: Uint8Array;
}

/** A file that could not be taken, with the reason in a sentence. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: string;
}

/** A file that waits. */
export interface WaitingFile extends NewImportFile {
  readonly id: string;
}

/** A file with what became of it, without its bytes. */
export interface ImportedFile {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'duplicate' | 'failed';
  readonly articleId: string | null;
  readonly problem: string | null;
}

/** What became of a file once it was read. */
export interface FileOutcome {
  readonly id: string;
  readonly state: 'done' | 'duplicate' | 'failed';
  readonly articleId?: string;
  readonly problem?: string;
}

/** How long a process may be silent before another takes its work over, in ms. */
const LEASE = 5000;

/** Names of files by which an import is called. */
const MOST_NAMES = 2;

/** Keeps files to be worked on, all of them or none, and gives the import's id. */
export async function insertImport(
  db: Db,
  { projectId, userId }: Member,
  kind: ImportKind,
  files: readonly NewImportFile[],
): Promise<string> {
  const id = uuidv7();
  const state = kind === 'annotations' ? 'preview' : 'waiting';
  await db.$transaction(async (tx) => {
    // The files' rows give way to those of what is in them.
    const choices = { names: files.map(({ name }) => name).slice(0, MOST_NAMES) };
    await tx.import.create({ data: { id, projectId, userId, kind, state, choices, total: files.length } });
    await insertFiles(tx, id, files);
  });
  return id;
}

/** In bytes; what is stored at once stands in memory several times. */
const MOST_AT_ONCE = 4_000_000;
const MOST_ROWS_AT_ONCE = 500;

async function insertFiles(
  tx: Tx,
  importId: string,
  files: readonly (NewImportFile | RefusedFile)[],
): Promise<void> {
  let rows: Prisma.ImportFileCreateManyInput[] = [];
  let bytes = 0;
  for (const [at, file] of files.entries()) {
    rows.push('problem' in file ? refusedRow(importId, file) : fileRow(importId, file));
    bytes += 'problem' in file ? 0 : file.bytes.length;
    if (bytes < MOST_AT_ONCE && rows.length < MOST_ROWS_AT_ONCE && at < files.length - 1) continue;
    await tx.importFile.createMany({ data: rows });
    rows = [];
    bytes = 0;
  }
}

function refusedRow(importId: string, file: RefusedFile) {
  return { id: uuidv7(), importId, mediaType: '', state: 'failed' as const, ...file };
}

function fileRow(importId: string, { name, mediaType, bytes }: NewImportFile) {
  return { id: uuidv7(), importId, name, mediaType, bytes: Buffer.from(bytes) };
}

/** One import of a project, or null. */
export async function findImport(db: Db, projectId: string, id: string): Promise<StoredImport | null> {
  const row = await db.import.findFirst({ where: { id, projectId } });
  return row && toImport(row);
}

function toImport(row: Prisma.ImportGetPayload<object>): StoredImport {
  // Only insertImport and startImport write choices.
  const { names = [] } = { ...(row.choices as { readonly names?: readonly string[] } | null) };
  return { ...row, names };
}

/** The latest imports of a project, newest first. */
export async function listImports(db: Db, projectId: string, most: number): Promise<StoredImport[]> {
  const rows = await db.import.findMany({
    where: { projectId },
    orderBy: { id: 'desc' },
    take: most,
  });
  return rows.map(toImport);
}

/** The project that an import belongs to, where the person is in it. */
export async function memberOfImport(db: Db, userId: string, id: string): Promise<Member | null> {
  const found = await db.import.findUnique({ where: { id }, select: { projectId: true } });
  const membership =
    found && (await db.membership.findFirst({ where: { userId, projectId: found.projectId } }));
  return membership && { userId, projectId: membership.projectId, role: membership.role };
}

/** How many files of an import are in each state. */
export async function countFiles(db: Db, importId: string): Promise<Record<ImportedFile['state'], number>> {
  const groups = await db.importFile.groupBy({ by: ['state'], where: { importId }, _count: true });
  const counts = { waiting: 0, done: 0, duplicate: 0, failed: 0 };
  for (const { state, _count } of groups) counts[state] = _count;
  return counts;
}

/** A page of the files of an import: those that failed first, then by name. */
export async function listFiles(
  db: Db,
  importId: string,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<ImportedFile[]> {
  const select = { id: true, name: true, state: true, articleId: true, problem: true };
  const orderBy = [{ problem: { sort: 'desc' as const, nulls: 'last' as const } }, { name: 'asc' as const }];
  return db.importFile.findMany({
    where: { importId },
    select,
    orderBy: [...orderBy, { id: 'asc' }],
    skip,
    take,
  });
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

/** A page of what was noted of an import's annotations: what needs a look first, else in the order of its files. */
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

/** How many annotations an import has made. */
export async function countImported(db: Db, importId: string): Promise<number> {
  return db.event.count({ where: { step: importId, subject: 'annotation', action: 'create' } });
}

/** Takes up an import that waits and on which nobody works, or null. */
export async function claimImport(db: Db): Promise<StoredImport | null> {
  const now = new Date();
  const where = { state: 'waiting' as const, OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] };
  const found = await db.import.findFirst({ where, orderBy: { id: 'asc' } });
  if (!found) return null;
  const claimed = await db.import.updateMany({
    where: { ...where, id: found.id },
    data: { leasedUntil: later(now) },
  });
  return claimed.count === 1 ? toImport(found) : claimImport(db);
}

/** Says that work on an import goes on; nothing where it is gone. */
export async function renewLease(db: Db | Tx, id: string): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { leasedUntil: later(new Date()) } });
}

/** Leaves an import to whoever takes it up next. */
export async function releaseImport(db: Db, id: string): Promise<void> {
  await db.import.updateMany({ where: { id }, data: { leasedUntil: null } });
}

function later(now: Date): Date {
  return new Date(now.getTime() + LEASE);
}

/** The work of an import is done: what it kept of its files goes. */
export async function finishImport(db: Db, id: string): Promise<void> {
  await db.$transaction([
    db.importFile.updateMany({ where: { importId: id }, data: { bytes: null } }),
    db.import.updateMany({
      where: { id },
      data: { state: 'done', finishedAt: new Date(), leasedUntil: null },
    }),
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
    if (kind === 'annotations') {
      const line = {
        id: uuidv7(),
        importId: id,
        place: 'the import',
        outcome: 'unreadable',
        reason: problem,
      };
      await tx.importLine.create({ data: line });
    }
    await tx.import.updateMany({
      where: { id },
      data: { state: 'done', finishedAt: new Date(), leasedUntil: null },
    });
  });
}

/** Sets an import whose labels were chosen to work. Throws NotFoundError where it does not wait for that. */
export async function startImport(
  db: Db,
  projectId: string,
  id: string,
  choices: object,
  total: number,
): Promise<void> {
  const { count } = await db.import.updateMany({
    where: { id, projectId, state: 'preview' },
    data: { state: 'waiting', choices, total },
  });
  if (count === 0) throw new NotFoundError('import that waits for you');
}

/** Throws an import away that has not begun. */
export async function deletePreview(db: Db, projectId: string, id: string): Promise<void> {
  const { count } = await db.import.deleteMany({ where: { id, projectId, state: 'preview' } });
  if (count === 0) throw new NotFoundError('import that waits for you');
}

/** A file of an import that is still as it was handed in, or null. */
export async function receivedFile(db: Db, importId: string): Promise<WaitingFile | null> {
  const where = { importId, state: 'waiting' as const, mediaType: FILE_TYPES.received };
  const row = await db.importFile.findFirst({ where, orderBy: { id: 'asc' } });
  return row && toWaiting(row);
}

/** The next files that wait, so many of them. */
export async function waitingFiles(db: Db, importId: string, most: number): Promise<WaitingFile[]> {
  const where = { importId, state: 'waiting' as const };
  const rows = await db.importFile.findMany({ where, orderBy: { id: 'asc' }, take: most });
  return rows.map(toWaiting);
}

/** All files of an import with their bytes, in the order they came. */
export async function keptFiles(db: Db, importId: string): Promise<WaitingFile[]> {
  const rows = await db.importFile.findMany({ where: { importId }, orderBy: { id: 'asc' } });
  return rows.map(toWaiting);
}

function toWaiting({ id, name, mediaType, bytes }: Prisma.ImportFileGetPayload<object>): WaitingFile {
  // Only fileRow writes media types.
  return { id, name, mediaType: mediaType as NewImportFile['mediaType'], bytes: bytes ?? new Uint8Array() };
}

/** Puts what a file held in its place, all of it or nothing; nothing where the file is there no more. */
export async function replaceFile(
  db: Db,
  importId: string,
  id: string,
  found: readonly (NewImportFile | RefusedFile)[],
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.importFile.deleteMany({ where: { id, importId } });
    // Another process has been faster, or the import is gone.
    if (count === 0) return;
    await insertFiles(tx, importId, found);
    await tx.import.update({ where: { id: importId }, data: { leasedUntil: later(new Date()) } });
  });
}

/** Notes what became of files, whose bytes are not needed any more. */
export async function settleFiles(tx: Tx | Db, outcomes: readonly FileOutcome[]): Promise<void> {
  for (const { id, ...data } of outcomes) {
    await tx.importFile.update({ where: { id }, data: { ...data, bytes: null } });
  }
}
