import { setImmediate } from 'node:timers/promises';
import type { Db } from '../store/client.ts';
import {
  claimImport,
  failImport,
  finishImport,
  memberOfImport,
  releaseImport,
  type StoredImport,
} from '../store/imports.ts';
import { importAnnotationFiles } from './annotations/work.ts';
import { importArticleFiles } from './articles/work.ts';
import type { ImportWork } from './run.ts';
import { onNewImport } from './wake.ts';

/** Works on the imports that wait, oldest first, until none is left or it is told to stop. */
export async function runImports(work: ImportWork): Promise<void> {
  while (!work.signal.aborted) {
    const next = await claimImport(work.database.db);
    if (!next) return;
    const failures = failuresOf(work.database.db);
    try {
      const isDone = await runImport(work, next);
      if (isDone) await finishImport(work.database.db, next.id);
      else await releaseImport(work.database.db, next.id);
      failures.delete(next.id);
    } catch (error) {
      const count = (failures.get(next.id) ?? 0) + 1;
      failures.set(next.id, count);
      if (count >= MOST_TRIES) await failImport(work.database.db, next, STUMBLED);
      throw error;
    }
  }
}

/** A database that is away for a moment comes back; what fails again and again is in the files. */
const MOST_TRIES = 3;
const STUMBLED =
  'Something in the files that no reader knows of stopped the import here, three times: what came before is in. Try the files one by one.';

/** How often each import has failed in this process. */
const failuresByDatabase = new WeakMap<Db, Map<string, number>>();

function failuresOf(db: Db): Map<string, number> {
  const failures = failuresByDatabase.get(db) ?? new Map<string, number>();
  failuresByDatabase.set(db, failures);
  return failures;
}

/** Whether all of it is done. */
async function runImport(work: ImportWork, next: StoredImport): Promise<boolean> {
  const { id, userId, kind, choices, done } = next;
  const member = await memberOfImport(work.database.db, userId, id);
  // Who began it is no longer in the project: there is nobody to do it for.
  if (!member) return true;
  const run = { ...work, importId: id, member, choices, done };
  const steps = kind === 'articles' ? importArticleFiles(run) : importAnnotationFiles(run);
  for await (const _ of steps) {
    work.onStep?.();
    if (work.signal.aborted) return false;
    // SQLite answers without waiting: without this nobody else would get a turn.
    await setImmediate();
  }
  return true;
}

/** How often a process looks for imports that another has left behind, in ms. */
const LOOK_EVERY = 2000;

/**
 * Works on imports as they come, and on those that an earlier process has left. `onError` is told what went wrong;
 * the import is tried again at the next look. `stop` waits for what is under way to be put down.
 */
export function startImportWorker(
  work: Omit<ImportWork, 'signal'>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  const look = (): void => {
    if (running) again = true;
    else if (!stopping.signal.aborted) {
      running = runImports({ ...work, signal: stopping.signal })
        .catch(onError)
        .finally(() => {
          running = undefined;
          if (again) look();
          again = false;
        });
    }
  };
  const forget = onNewImport(work.database.db, look);
  const timer = setInterval(look, LOOK_EVERY).unref();
  look();
  return {
    async stop() {
      clearInterval(timer);
      forget();
      stopping.abort();
      await running;
    },
  };
}
