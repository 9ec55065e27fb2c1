// Puts a backup in the place of a SQLite database, also while desks are open on it: the pages are written by SQLite's
// own backup, in one transaction, so that every desk sees either what was there or what is restored, and a process that
// is killed in the middle has done nothing.

import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { CannotOpenError, cannotOpen } from './cannot-open.ts';
import { checkFile, type Held, heldBy } from './check-file.ts';
import { copyDatabase, copyDatabaseTo, PAGES } from './copy-database.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrate.ts';
import { codeOf, isLocked } from './outages.ts';

export interface Restored {
  readonly held: Held;
  /** Where what stood there before is kept. */
  readonly before?: string;
}

/** How long to wait for others to end their writing, in ms, and how often to look. */
const PATIENCE = 30_000;
const PAUSE = 50;

/**
 * Restores the database at `path` from a backup, which is first copied, brought to this version and checked. What
 * stood there before is kept in `backupsDir`. Throws what `migrate` throws, and a CannotOpenError; the database is
 * then as it was.
 */
export async function restoreDatabase(backup: string, path: string, backupsDir: string): Promise<Restored> {
  if (!existsSync(backup)) throw new CannotOpenError(`There is no backup ${backup}.`);
  const copy = `${path}.${process.pid}.restoring`;
  await makeFolder(dirname(path));
  try {
    await copyDatabaseTo(backup, copy).catch(async (error: unknown) => {
      throw await cannotOpen(`file:${backup}`, backupsDir, error);
    });
    await migrate(`file:${copy}`, { backupsDir: `${copy}.backups` });
    const held = await checkFile(copy);
    return { held, ...(await replace(copy, path, backupsDir)) };
  } finally {
    await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${copy}${end}`, { force: true })));
    await rm(`${copy}.backups`, { recursive: true, force: true });
  }
}

async function replace(copy: string, path: string, backupsDir: string): Promise<{ before?: string }> {
  if (!existsSync(path)) {
    await rename(copy, path);
    return {};
  }
  if (!isReadable(path)) return { before: await putAside(copy, path) };
  const before = await copyDatabase(path, backupsDir, 'before-restore');
  await overwrite(copy, path);
  return { before };
}

/** Whether SQLite can read a file at all; what it cannot, it cannot write over. */
function isReadable(path: string): boolean {
  const file = new Sqlite(path, { timeout: PATIENCE });
  try {
    heldBy(file);
    return true;
  } catch (error) {
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(codeOf(error))) return false;
    throw error;
  } finally {
    file.close();
  }
}

/** A desk that is open on the damaged file sees that it is gone, and takes no more changes. */
async function putAside(copy: string, path: string): Promise<string> {
  const damaged = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(`${path}${end}`)) await rename(`${path}${end}`, `${damaged}${end}`);
  await rename(copy, path);
  return damaged;
}

async function overwrite(copy: string, path: string): Promise<void> {
  const source = new Sqlite(copy, { readonly: true });
  try {
    for (const end = Date.now() + PATIENCE; ; await wait(PAUSE)) {
      if (await isOverwritten(source, path)) return;
      if (Date.now() > end)
        throw new CannotOpenError(`The database ${path} is in use and could not be restored.`);
    }
  } finally {
    source.close();
  }
}

/** Where others are writing, SQLite's backup says that nothing is left to do, having done nothing. */
async function isOverwritten(source: Sqlite.Database, path: string): Promise<boolean> {
  try {
    const { totalPages } = await source.backup(path, { progress: () => PAGES });
    return totalPages > 0;
  } catch (error) {
    if (isLocked(error)) return false;
    throw error;
  }
}
