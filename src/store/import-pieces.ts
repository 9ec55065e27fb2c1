import { setImmediate } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';

/**
 * Most bytes that are written or read at once. Prisma makes text of bytes, and SQLite answers without waiting: a file
 * of a hundred megabytes in one row would hold everybody up for seconds.
 */
export const PIECE = 256 * 1024;

/** Keeps the bytes of a large file, whose row is there, piece by piece; between them others get a turn. */
export async function insertPieces(tx: Tx, fileId: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at * PIECE < bytes.length; at++) {
    const piece = Buffer.from(bytes.subarray(at * PIECE, (at + 1) * PIECE));
    await tx.importPiece.create({ data: { fileId, at, bytes: piece }, select: { at: true } });
    await setImmediate();
  }
}

/** The bytes of a file that is kept in pieces; none where it is there no more. */
export async function joinPieces(db: Db, fileId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const key = { fileId_at: { fileId, at: pieces.length } };
    const piece = await db.importPiece.findUnique({ where: key, select: { bytes: true } });
    if (!piece) return Buffer.concat(pieces);
    pieces.push(piece.bytes);
    await setImmediate();
  }
}

/** Drops the bytes of large files that are read. */
export async function dropPieces(tx: Tx | Db, fileIds: readonly string[]): Promise<void> {
  await tx.importPiece.deleteMany({ where: { fileId: { in: [...fileIds] } } });
}
