import { rm } from 'node:fs/promises';
import { listBackups } from './backup-folder.ts';

/** What the name of a backup says that the schedule made; only these are ever removed. */
export const SCHEDULED = 'scheduled';

/** Which backups of the schedule stay. */
export interface BackupRules {
  /** So many at most. */
  readonly keep: number;
  /** None older than so many days, but for the newest. */
  readonly keepDays: number;
}

const DAY = 86_400_000;

/** Removes backups of the schedule that are too many or too old, and gives their paths. The newest always stays. */
export async function pruneBackups(
  folder: string,
  { keep, keepDays }: BackupRules,
  now = Date.now(),
): Promise<string[]> {
  const scheduled = (await listBackups(folder)).filter(({ path }) => path.endsWith(`_${SCHEDULED}.db`));
  const over = scheduled.filter(({ madeAt }, at) => at > 0 && (at >= keep || now - madeAt > keepDays * DAY));
  for (const { path } of over) await rm(path, { force: true });
  return over.map(({ path }) => path);
}
