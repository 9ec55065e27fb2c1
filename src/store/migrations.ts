import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { Dialect } from './database-url.ts';
import { packageRoot } from './package-root.ts';

/** The folder of the migrations of one dialect, as `prisma migrate deploy` reads it. */
export function migrationsFolder(dialect: Dialect): string {
  return join(packageRoot(), 'prisma', 'migrations', dialect);
}

/** The names of the migrations in a folder, oldest first; none if there is no such folder yet. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(ignoreMissing);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations in a folder with their scripts, in the form the schema engine takes. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const scripts = await Promise.all(names.map((name) => readFile(join(folder, name, SCRIPT), 'utf8')));
  return {
    baseDir: folder,
    lockfile: { path: LOCKFILE, content: await readFile(join(folder, LOCKFILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: scripts.map((value, index) => ({
      path: names[index] ?? '',
      migrationFile: { path: SCRIPT, content: { tag: 'ok', value } },
    })),
  };
}

export const SCRIPT = 'migration.sql';
export const LOCKFILE = 'migration_lock.toml';

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
