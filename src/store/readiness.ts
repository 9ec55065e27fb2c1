import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseAwayError } from '../domain/errors.ts';
import type { Database } from './client.ts';

/** How long a database may take to say that it is there, in ms. */
const PROBE_LIMIT = 3000;

/**
 * Rejects where the database cannot be reached in time, has not been migrated, or is a file that is no longer where it
 * was.
 */
export async function probeDatabase({ db, check }: Pick<Database, 'db' | 'check'>): Promise<void> {
  check();
  const answered = new AbortController();
  const tooLong = wait(PROBE_LIMIT, undefined, { signal: answered.signal }).then(() => {
    throw new DatabaseAwayError('away');
  });
  try {
    await Promise.race([db.project.findFirst({ select: { id: true } }), tooLong]);
  } finally {
    answered.abort();
    tooLong.catch(() => {});
  }
}
