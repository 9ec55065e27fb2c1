// Brings a database to the schema of this code, by Prisma's own engine and in Prisma's own record
// (`_prisma_migrations`), which `prisma migrate deploy` goes on to understand. The engine is loaded only when the
// record and the migrations on disk differ.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import Sqlite from 'better-sqlite3';
import { dialectOf, sqlitePath } from './database-url.ts';
import {
  connectToMigrate,
  type MigrationConnection,
  type RecordedMigration,
  readRecord,
} from './migration-connection.ts';
import { migrationNames, migrationsFolder, readMigrations } from './migrations.ts';
import { createSchemaEngine, NO_FILTERS } from './schema-engine.ts';

/** The database was migrated by a newer version of this code. */
export class DatabaseTooNewError extends Error {
  override readonly name = 'DatabaseTooNewError';
  readonly migration: string;

  constructor(migration: string) {
    super(
      `The database was written by a newer version of On Record: this version does not know its migration ${migration}.`,
    );
    this.migration = migration;
  }
}

/** A migration did not succeed now, or was left unfinished earlier. */
export class MigrationFailedError extends Error {
  override readonly name = 'MigrationFailedError';
}

export interface MigrateOptions {
  /** Where a SQLite database is copied to before it is changed. */
  readonly backupsDir: string;
  /** Where the migrations are, if not those of this code. */
  readonly migrationsDir?: string;
}

export interface Migrated {
  /** The names of the migrations that were applied, oldest first. */
  readonly applied: string[];
  /** The path of the copy made before. */
  readonly backup?: string;
}

/**
 * Applies the migrations that the database at `url` lacks, and creates a SQLite database that is not there.
 * Throws a DatabaseTooNewError or a MigrationFailedError; a SQLite database is then as it was.
 */
export async function migrate(url: string, options: MigrateOptions): Promise<Migrated> {
  const folder = options.migrationsDir ?? migrationsFolder(dialectOf(url));
  const isNew = dialectOf(url) === 'sqlite' && (await isNewFile(sqlitePath(url)));
  const connection = await connectToMigrate(url);
  const backUp = async () =>
    dialectOf(url) === 'postgresql' || isNew
      ? {}
      : copyDatabase(sqlitePath(url), options.backupsDir, connection);
  try {
    return (await isUpToDate(connection, folder))
      ? { applied: [] }
      : await catchUp(connection, folder, backUp);
  } finally {
    await connection.close();
  }
}

async function catchUp(
  connection: MigrationConnection,
  folder: string,
  backUp: () => Promise<{ backup?: string }>,
): Promise<Migrated> {
  await connection.lock();
  // Another process may have done it all while this one waited.
  if (await isUpToDate(connection, folder)) return { applied: [] };
  const copy = await backUp();
  const applied = await applyMigrations(connection.adapter, folder);
  await connection.commit();
  return { applied, ...copy };
}

async function isUpToDate(connection: MigrationConnection, folder: string): Promise<boolean> {
  const record = (await readRecord(connection.adapter)).filter(({ state }) => state !== 'rolled-back');
  const names = await migrationNames(folder);
  refuseNewer(record, names);
  refuseUnfinished(record);
  return names.every((name) => record.some((recorded) => recorded.name === name));
}

function refuseNewer(record: RecordedMigration[], names: string[]) {
  const unknown = record.find(({ name }) => !names.includes(name));
  if (unknown) throw new DatabaseTooNewError(unknown.name);
}

function refuseUnfinished(record: RecordedMigration[]) {
  const unfinished = record.find(({ state }) => state === 'unfinished');
  if (!unfinished) return;
  throw new MigrationFailedError(
    `The migration ${unfinished.name} was begun earlier and never finished. Restore a backup, or mend the database and say so with "prisma migrate resolve".`,
  );
}

async function applyMigrations(adapter: SqlDriverAdapter, folder: string): Promise<string[]> {
  const engine = await createSchemaEngine(adapter);
  try {
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  } catch (error) {
    throw await failure(error, adapter, engine);
  } finally {
    engine.free();
  }
}

/** A script is applied whole or not at all, so the one that failed can be recorded as rolled back and tried again. */
async function failure(error: unknown, adapter: SqlDriverAdapter, engine: SchemaEngine): Promise<Error> {
  const failed = (await readRecord(adapter)).find(({ state }) => state === 'unfinished');
  if (!failed) return new MigrationFailedError('The database could not be migrated.', { cause: error });
  await engine.markMigrationRolledBack({ migrationName: failed.name });
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The migration ${failed.name} failed, and what it had changed is taken back: ${reason}`;
  return new MigrationFailedError(message, { cause: error });
}

async function isNewFile(path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  return !existsSync(path);
}

/** Copies by SQLite's own backup, which is whole even while others write. */
async function copyDatabase(path: string, folder: string, connection: MigrationConnection) {
  const record = await readRecord(connection.adapter);
  const at = record.at(-1)?.name ?? 'before-the-first-migration';
  const time = new Date().toISOString().replaceAll(':', '-');
  const backup = join(folder, `${time}_${at}.db`);
  await mkdir(folder, { recursive: true });
  const source = new Sqlite(path, { readonly: true });
  try {
    await source.backup(backup);
  } finally {
    source.close();
  }
  return { backup };
}
