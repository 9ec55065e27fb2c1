import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialect } from './database-url.ts';
import { packageRoot } from './package-root.ts';

/** One migration on disk. */
export interface Migration {
  readonly name: string;
  readonly script: string;
}

/** The folder of the migrations of one dialect, as `prisma migrate deploy` reads it. */
export function migrationsFolder(dialect: Dialect): string {
  return join(packageRoot(), 'prisma', 'migrations', dialect);
}

/** The migrations in a folder, oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string) => ({ name, script: await readFile(join(folder, name, SCRIPT), 'utf8') });
  return Promise.all(names.sort().map(read));
}

export const SCRIPT = 'migration.sql';
