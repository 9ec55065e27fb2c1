import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { backupName } from './backup-folder.ts';
import { makeFolder } from './make-folder.ts';

/** Pages copied at a time; between two, everybody else gets their turn. */
export const PAGES = 1000;

/**
 * Copies a SQLite database into a folder by SQLite's own backup, which is whole even while others write; gives the
 * path of the copy. `why` becomes a part of its name.
 */
export async function copyDatabase(path: string, folder: string, why: string): Promise<string> {
  const copy = join(folder, backupName(why, 'db'));
  await copyDatabaseTo(path, copy);
  return copy;
}

/** Copies a SQLite database to a path, where the copy appears once it is whole and on the disk. */
export async function copyDatabaseTo(path: string, copy: string): Promise<void> {
  await makeFolder(dirname(copy));
  const part = `${copy}.${process.pid}.part`;
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    await source.backup(part, { progress: () => PAGES });
    makeOneFile(part);
    await flush(part);
    await rename(part, copy);
  } catch (error) {
    await Promise.all(['', '-journal', '-wal', '-shm'].map((end) => rm(`${part}${end}`, { force: true })));
    throw error;
  } finally {
    source.close();
  }
}

/** Leaves a database that nobody has open without a write-ahead log, so that it can be read without leaving files. */
export function makeOneFile(path: string): void {
  const file = new Sqlite(path);
  try {
    file.pragma('journal_mode = DELETE');
  } finally {
    file.close();
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
