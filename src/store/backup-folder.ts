import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A backup as its folder has it. */
export interface KeptBackup {
  readonly path: string;
  /** When it was made, in ms since 1970. */
  readonly madeAt: number;
}

/** A name for a backup made now: names sort by time, and no two are alike. */
export function backupName(why: string, ending: string, now = new Date()): string {
  return `${now.toISOString().replaceAll(':', '-')}_${why}.${ending}`;
}

/** The whole backups in a folder, newest first; none where there is no such folder. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.filter((name) => /^\d{4}-\d\d-\d\dT.*\.(db|dump)$/.test(name));
  const kept = await Promise.all(
    found.map(async (name) => {
      const path = join(folder, name);
      const file = await stat(path).catch(() => null);
      return file?.isFile() ? [{ path, madeAt: file.mtimeMs }] : [];
    }),
  );
  return kept.flat().toSorted((a, b) => b.madeAt - a.madeAt);
}

/** Which backup to take where a database cannot be used, in a sentence. */
export async function backupAdvice(folder: string): Promise<string> {
  const [newest] = await listBackups(folder);
  if (!newest) return `There is no backup in ${folder}.`;
  return `The newest backup is ${newest.path}: "onrecord restore" with that path brings it back.`;
}
