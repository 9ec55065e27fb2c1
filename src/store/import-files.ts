import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from './client.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { dropPieces, insertPieces, joinPieces, PIECE } from './import-pieces.ts';

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
  /** How often somebody began to read it and came to no end. */
  readonly tries: number;
}

/** A file of annotations, without its bytes. */
export interface AnnotationFile extends Pick<WaitingFile, 'id' | 'name' | 'tries'> {
  /** How many of its documents are in, once it is done; null where it is not. */
  readonly documents: number | null;
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
  let batch: NewRow[] = [];
  let bytes = 0;
  for (const [at, file] of files.entries()) {
    const row = 'problem' in file ? refusedRow(importId, file) : fileRow(importId, file);
    batch.push(row);
    bytes += row.bytes?.length ?? 0;
    const isFull = bytes >= MAX_BYTES_AT_ONCE || batch.length >= MAX_ROWS_AT_ONCE || row.inPieces;
    if (!isFull && at < files.length - 1) continue;
    await insertRows(tx, batch);
    batch = [];
    bytes = 0;
  }
}

/** The row of a file; the bytes of a large one are kept in pieces. */
interface NewRow extends Prisma.ImportFileCreateManyInput {
  readonly id: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly inPieces?: Uint8Array;
}

async function insertRows(tx: Tx, batch: readonly NewRow[]): Promise<void> {
  await tx.importFile.createMany({ data: batch.map(({ inPieces: _, ...row }) => row) });
  for (const { id, inPieces } of batch) if (inPieces) await insertPieces(tx, id, inPieces);
}

function refusedRow(importId: string, file: RefusedFile): NewRow {
  return { id: uuidv7(), importId, mediaType: '', state: 'failed', ...file };
}

function fileRow(importId: string, { name, mediaType, bytes }: NewImportFile): NewRow {
  const row = { id: uuidv7(), importId, name, mediaType };
  return bytes.length > PIECE ? { ...row, inPieces: bytes } : { ...row, bytes: Buffer.from(bytes) };
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
  return row && toWaiting(db, row);
}

/** The next files that wait, so many of them. */
export async function waitingFiles(db: Db, importId: string, most: number): Promise<WaitingFile[]> {
  const where = { importId, state: 'waiting' as const };
  const rows = await db.importFile.findMany({ where, orderBy: { id: 'asc' }, take: most });
  return allWaiting(db, rows);
}

/** All files of an import with their bytes, in the order they came. */
export async function keptFiles(db: Db, importId: string): Promise<WaitingFile[]> {
  const rows = await db.importFile.findMany({ where: { importId }, orderBy: { id: 'asc' } });
  return allWaiting(db, rows);
}

type StoredFile = Prisma.ImportFileGetPayload<object>;

async function allWaiting(db: Db, rows: readonly StoredFile[]): Promise<WaitingFile[]> {
  const files: WaitingFile[] = [];
  for (const row of rows) files.push(await toWaiting(db, row));
  return files;
}

async function toWaiting(db: Db, row: StoredFile): Promise<WaitingFile> {
  const { id, name, tries } = row;
  // Only fileRow writes media types.
  const mediaType = row.mediaType as NewImportFile['mediaType'];
  return { id, name, mediaType, tries, bytes: row.bytes ?? (await joinPieces(db, id)) };
}

/** The files of an import of annotations, in the order they came. */
export async function annotationFiles(db: Db, importId: string): Promise<AnnotationFile[]> {
  const select = { id: true, name: true, tries: true, documents: true };
  return db.importFile.findMany({ where: { importId }, select, orderBy: { id: 'asc' } });
}

/** The bytes of a file that waits; none where it is there no more. */
export async function bytesOfFile(db: Db, id: string): Promise<Uint8Array> {
  const row = await db.importFile.findUnique({ where: { id }, select: { bytes: true } });
  return row?.bytes ?? joinPieces(db, id);
}

/**
 * Counts a try of files before they are read, so that it is known however the process comes to stop. A file that
 * is read to its end is settled or replaced; one that was put down in good order is not to blame (`uncountTry`).
 */
export async function countTry(db: Db, ids: readonly string[]): Promise<void> {
  await db.importFile.updateMany({ where: { id: { in: [...ids] } }, data: { tries: { increment: 1 } } });
}

/** Takes back a try of files that were put down before they were read to the end. */
export async function uncountTry(db: Db, ids: readonly string[]): Promise<void> {
  await db.importFile.updateMany({
    where: { id: { in: [...ids] }, tries: { gt: 0 } },
    data: { tries: { decrement: 1 } },
  });
}

/** Whether an import waits for a file that has been tried so often. */
export async function hasFileTried(db: Db, importId: string, tries: number): Promise<boolean> {
  const where = { importId, state: 'waiting' as const, tries: { gte: tries } };
  return (await db.importFile.findFirst({ where, select: { id: true } })) !== null;
}

/** A document of a file of annotations is in: the try that goes on is as good as the first. */
export async function restartTries(db: Db, id: string): Promise<void> {
  await db.importFile.updateMany({ where: { id }, data: { tries: 1 } });
}

/** A file of annotations is read to its end, or given up with a problem; so many of its documents are in. */
export async function endAnnotationFile(
  db: Db | Tx,
  id: string,
  documents: number,
  problem?: string,
): Promise<void> {
  const outcome = problem === undefined ? { state: 'done' as const } : { state: 'failed' as const, problem };
  await db.importFile.updateMany({ where: { id }, data: { ...outcome, documents, tries: 0 } });
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
  await dropPieces(
    tx,
    outcomes.map(({ id }) => id),
  );
}
