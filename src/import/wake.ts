import type { Db } from '../store/client.ts';

/** Who works on the imports of a database, in this process. */
const workers = new WeakMap<Db, () => void>();

/** Has `wake` called when there is something new to work on; the function given back ends that. */
export function onNewImport(db: Db, wake: () => void): () => void {
  workers.set(db, wake);
  return () => workers.delete(db);
}

/** Tells the worker of this process, if there is one, that an import waits. Another process finds it by looking. */
export function wakeImports(db: Db): void {
  workers.get(db)?.();
}
