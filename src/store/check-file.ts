import Sqlite from 'better-sqlite3';
import { CannotOpenError } from './cannot-open.ts';
import { openDatabase } from './client.ts';
import { makeOneFile } from './copy-database.ts';
import { verifyWork } from './verify-work.ts';

/** What a database holds; deleted things are not counted. */
export interface Held {
  readonly projects: number;
  readonly articles: number;
  readonly annotations: number;
}

/** Articles whose spans are held against their texts. */
const SAMPLE = 200;

/**
 * Looks whether a SQLite file is whole: its pages, its references, and for a sample of its articles that every
 * annotation stands on its words. Throws a CannotOpenError that says what is wrong.
 */
export async function checkFile(path: string): Promise<Held> {
  const held = checkPages(path);
  const { db, close } = await openDatabase(`file:${path}`);
  try {
    const faults: string[] = [];
    await verifyWork(db, { most: SAMPLE, onFault: (fault) => void faults.push(fault) });
    const [first] = faults;
    if (first) throw new CannotOpenError(`${path} is not whole: ${first} (${faults.length} in all).`);
  } finally {
    await close();
    makeOneFile(path);
  }
  return held;
}

function checkPages(path: string): Held {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const [broken] = file.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(1)').all();
    if (broken?.integrity_check !== 'ok')
      throw new CannotOpenError(`${path} is damaged: ${broken?.integrity_check}.`);
    if (file.prepare('PRAGMA foreign_key_check').get())
      throw new CannotOpenError(`${path} is not whole: rows refer to rows that are not there.`);
    return heldBy(file);
  } finally {
    file.close();
  }
}

/** Counts what a SQLite database holds. */
export function heldBy(file: Sqlite.Database): Held {
  const count = (sql: string) =>
    Number(file.prepare<[], number>(`SELECT count(*) FROM ${sql}`).pluck().get());
  return {
    projects: count('"Project"'),
    articles: count('"Article" WHERE "deletedAt" IS NULL'),
    annotations: count('"Annotation" WHERE "deletedAt" IS NULL'),
  };
}
