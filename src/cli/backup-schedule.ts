// The server's own backups. Each is made by a process of its own, so that checking it holds up nobody at the desk.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import type { Config } from '../config.ts';
import { listBackups } from '../store/backup-folder.ts';
import { dialectOf } from '../store/database-url.ts';
import type { Log } from '../web/log.ts';
import type { Surroundings } from './command.ts';

/** How often to look whether a backup is due, in ms. */
const LOOK_EVERY = 300_000;

/** Backs a SQLite database up as often as the settings say, until the function that it gives is called. */
export function startBackupSchedule(
  config: Config,
  environment: Surroundings['environment'],
  log: Log,
): () => void {
  if (config.backups.every === 0 || dialectOf(config.databaseUrl) === 'postgresql') return () => {};
  let running = false;
  const look = async () => {
    if (running || !(await isDue(config, Date.now()))) return;
    running = true;
    await backUp(environment, log).finally(() => {
      running = false;
    });
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ error: String(error) }, 'backup failed'));
  }, LOOK_EVERY).unref();
  return () => clearInterval(timer);
}

/** Whether the newest backup of any kind is older than the settings allow. */
export async function isDue(
  { backupsDir, backups: { every } }: Pick<Config, 'backupsDir' | 'backups'>,
  now: number,
): Promise<boolean> {
  const [newest] = await listBackups(backupsDir);
  return !newest || now - newest.madeAt >= every;
}

/** Makes one backup now, with this program's own command. */
async function backUp(environment: Surroundings['environment'], log: Log): Promise<void> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'backup', '--scheduled'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([readText(child.stderr), once(child, 'close')]);
  if (code === 0) log.info('backed up');
  else log.error({ code, said: said.trim() }, 'backup failed');
}
