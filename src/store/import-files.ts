import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from './client.ts';
import type { Prisma } from './generated/sqlite/client.ts';

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
  /** How its letters were read, where that is a guess. */
  readonly note: string | null;
}

/** What became of a file once it was read. */
export interface FileOutcome {
  readonly id: string;
  readonly state: 'done' | 'duplicate' | 'failed';
  readonly articleId?: string;
  readonly problem?: string;
  readonly note?: string;
}

/** In bytes; what is stored at once stands in memory several times. */
const MAX_BYTES_AT_ONCE = 4_000_000;
const MAX_ROWS_AT_ONCE = 500;

/** Keeps files with an import, in their order. */
export async function insertFiles(
  tx: Tx,
  importId: string,
  files: readonly (NewImportFile | RefusedFile)[],
): Promise<void> {
  let rows: Prisma.ImportFileCreateManyInput[] = [];
  let bytes = 0;
  for (const [at, file] of files.entries()) {
    rows.push('problem' in file ? refusedRow(importId, file) : fileRow(importId, file));
    bytes += 'problem' in file ? 0 : file.bytes.length;
    if (bytes < MAX_BYTES_AT_ONCE && rows.length < MAX_ROWS_AT_ONCE && at < files.length - 1) continue;
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
  const select = { id: true, name: true, state: true, articleId: true, problem: true, note: true };
  const orderBy = [{ problem: { sort: 'desc' as const, nulls: 'last' as const } }, { name: 'asc' as const }];
  return db.importFile.findMany({
    where: { importId },
    select,
    orderBy: [...orderBy, { id: 'asc' }],
    skip,
    take,
  });
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
  });
}

/** Notes what became of files, whose bytes are not needed any more. */
export async function settleFiles(tx: Tx | Db, outcomes: readonly FileOutcome[]): Promise<void> {
  for (const { id, ...data } of outcomes) {
    await tx.importFile.update({ where: { id }, data: { ...data, bytes: null } });
  }
}
