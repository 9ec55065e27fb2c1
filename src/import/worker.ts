import { setImmediate } from 'node:timers/promises';
import { MAX_TRIES } from '../domain/import.ts';
import type { Member } from '../domain/permission.ts';
import { ENGLISH, inLanguage, t } from '../messages/language.ts';
import type { Database, Db } from '../store/client.ts';
import { hasFileTried } from '../store/import-files.ts';
import {
  claimImport,
  failImport,
  finishImport,
  type ImportKind,
  memberOfImport,
  RENEW_EVERY,
  releaseImport,
  renewLease,
  type StoredImport,
} from '../store/imports.ts';
import { importAnnotationFiles } from './annotations/work.ts';
import { importArticleFiles } from './articles/work.ts';
import { copyArticles } from './copies/work.ts';

/** What the background work on imports needs. */
export interface ImportWork {
  readonly database: Database;
  /** Most UTF-16 code units of one article. */
  readonly maxArticleLength: number;
  /** Aborted when the process is to stop; what is under way is then left to be taken up again. */
  readonly signal: AbortSignal;
  /** Told after each step. */
  readonly onStep?: () => void;
}

/** A file that stops the process is given up by its own tries; what is left then is in no file. */
const MAX_TRIES_OF_STEP = 2 * MAX_TRIES;

/** Works on the imports that wait, oldest first, until none is left or it is told to stop. */
export function runImports(work: ImportWork): Promise<void> {
  // What it stores is of everybody in the project, and read again to know what is here already.
  return inLanguage(ENGLISH, () => runWaiting(work));
}

async function runWaiting(work: ImportWork): Promise<void> {
  const { db } = work.database;
  while (!work.signal.aborted) {
    const next = await claimImport(db);
    if (!next) return;
    // Those tries have ended with their processes, which could not tell.
    if (await isHopeless(db, next)) await failImport(db, next, t('outcome.stopped'));
    else if (await runImport(work, next)) await finishImport(db, next.id);
    else await releaseImport(db, next.id);
  }
}

async function isHopeless(db: Db, { id, tries }: StoredImport): Promise<boolean> {
  if (tries <= MAX_TRIES) return false;
  return tries > MAX_TRIES_OF_STEP || !(await hasFileTried(db, id, MAX_TRIES));
}

/** Whether all of it is done. Errors are thrown; the lease then runs out and the step is tried again. */
async function runImport(work: ImportWork, found: StoredImport): Promise<boolean> {
  const { db } = work.database;
  // A file may take longer to read than the lease lasts. Should the database be away, the step itself will say so.
  const renewing = setInterval(() => renewLease(db, found.id).catch(() => {}), RENEW_EVERY);
  try {
    return await runSteps(work, found);
  } catch (error) {
    if (work.signal.aborted) return false;
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

async function runSteps(
  work: ImportWork,
  { id, annotatorId, kind, choices, done, isComplete }: StoredImport,
): Promise<boolean> {
  const member = await memberOfImport(work.database.db, annotatorId, id);
  // Who began it is no longer in the project: there is nobody to do it for.
  if (!member) return true;
  const own = { ...work, importId: id, member, choices, done, isComplete };
  for await (const _ of WORK[kind](own)) {
    work.onStep?.();
    if (work.signal.aborted) return false;
    // SQLite answers without waiting: without this nobody else would get a turn.
    await setImmediate();
  }
  return true;
}

/** How each kind is worked on, a step after another. */
const WORK = {
  articles: importArticleFiles,
  annotations: importAnnotationFiles,
  copy: copyArticles,
} as const satisfies Readonly<Record<ImportKind, (own: OwnWork) => AsyncGenerator<void>>>;

interface OwnWork extends ImportWork {
  readonly importId: string;
  readonly member: Member;
  readonly choices: unknown;
  readonly done: number;
  readonly isComplete: boolean;
}

/** Who works on the imports of a database, in this process. */
const workers = new WeakMap<Db, () => void>();

/** Wakes the worker of this process, if there is one. Other processes find a waiting import by polling. */
export function wakeWorker(db: Db): void {
  workers.get(db)?.();
}

/** How often a process looks for imports that another has left behind, in ms. */
const LOOK_EVERY = 2000;

/**
 * Works on imports as they come, and on those that an earlier process has left. `onError` is told what went
 * wrong; the import is tried again at a later look. `stop` waits for what is under way to be put down.
 */
export function startImportWorker(
  work: Omit<ImportWork, 'signal'>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const { db } = work.database;
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
  workers.set(db, look);
  const timer = setInterval(look, LOOK_EVERY).unref();
  look();
  return {
    async stop() {
      clearInterval(timer);
      workers.delete(db);
      stopping.abort();
      await running;
    },
  };
}
