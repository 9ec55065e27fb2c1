// Brings a database to the schema of this code. What was applied is recorded in Prisma's own table and form
// (`_prisma_migrations`), so `prisma migrate` understands the history and can go on with it.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { backupAdvice } from './backup-folder.ts';
import { cannotOpen } from './cannot-open.ts';
import { copyDatabase } from './copy-database.ts';
import { dialectOf, sqlitePath } from './database-url.ts';
import { makeFolder } from './make-folder.ts';
import { connectToMigrate, type MigrationConnection, type Row } from './migration-connection.ts';
import { type Migration, migrationsFolder, readMigrations } from './migrations.ts';

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

/** A migration did not succeed now, was left unfinished earlier, or has been edited since it was applied. */
export class MigrationFailedError extends Error {
  override readonly name = 'MigrationFailedError';
}

export interface MigrateOptions {
  /** Where a SQLite database is copied to before it is changed. */
  readonly backupsDir: string;
  /** Where the migrations are, if not those of this code. */
  readonly migrationsDir?: string;
  /** An address of the same database that leads past poolers and proxies. */
  readonly directUrl?: string | undefined;
}

export interface Migrated {
  /** The names of the migrations that were applied, oldest first. */
  readonly applied: string[];
  /** The path of the copy made before. */
  readonly backup?: string;
}

/**
 * Applies the migrations that the database at `url` lacks, and creates a SQLite database that is not there.
 * Throws a DatabaseTooNewError, a MigrationFailedError or a CannotOpenError; a SQLite database is then as it was.
 */
export async function migrate(url: string, options: MigrateOptions): Promise<Migrated> {
  try {
    return await bringUpToDate(url, options);
  } catch (error) {
    if (!(error instanceof DatabaseTooNewError || error instanceof MigrationFailedError))
      throw await cannotOpen(url, options.backupsDir, error);
    if (dialectOf(url) === 'sqlite') error.message += ` ${await backupAdvice(options.backupsDir)}`;
    throw error;
  }
}

async function bringUpToDate(url: string, options: MigrateOptions): Promise<Migrated> {
  const migrations = await readMigrations(options.migrationsDir ?? migrationsFolder(dialectOf(url)));
  const isNew = dialectOf(url) === 'sqlite' && (await isNewFile(sqlitePath(url)));
  const connection = await connectToMigrate(options.directUrl ?? url);
  const backUp = async (at = 'before-the-first-migration') =>
    dialectOf(url) === 'postgresql' || isNew
      ? {}
      : { backup: await copyDatabase(sqlitePath(url), options.backupsDir, at) };
  try {
    if (await isUpToDate(connection, migrations)) return { applied: [] };
    return await catchUp(connection, migrations, backUp);
  } finally {
    await connection.close();
  }
}

/** What looks wrong may be another process in the middle of it: only what `catchUp` finds counts. */
async function isUpToDate(connection: MigrationConnection, migrations: readonly Migration[]) {
  try {
    return (await compare(connection, migrations)).missing.length === 0;
  } catch (error) {
    if (error instanceof MigrationFailedError) return false;
    throw error;
  }
}

async function catchUp(
  connection: MigrationConnection,
  migrations: readonly Migration[],
  backUp: (at: string | undefined) => Promise<{ backup?: string }>,
): Promise<Migrated> {
  await connection.begin(async () => void (await readRecord(connection)));
  // Another process may have done some or all of it while this one waited.
  const { missing, last } = await compare(connection, migrations);
  if (missing.length === 0) return { applied: [] };
  const copy = await backUp(last);
  const applied: string[] = [];
  for (const migration of missing) if (await apply(connection, migration)) applied.push(migration.name);
  await connection.commit().catch((error: Error) => {
    throw new MigrationFailedError(`The database could not be migrated: ${error.message}`, { cause: error });
  });
  return { applied, ...copy };
}

/** The migrations that the database lacks, and the name of the last one that it has. */
async function compare(connection: MigrationConnection, migrations: readonly Migration[]) {
  const record = await readRecord(connection);
  for (const row of record) check(row, migrations);
  const names = record.map(({ migration_name }) => migration_name);
  return { missing: migrations.filter(({ name }) => !names.includes(name)), last: names.at(-1) };
}

interface RecordedMigration extends Row {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

async function readRecord(connection: MigrationConnection): Promise<RecordedMigration[]> {
  const tables = await connection.tables();
  if (!tables.includes('_prisma_migrations')) {
    if (tables.length === 0) return [];
    throw new MigrationFailedError('The database holds tables of another program: On Record needs its own.');
  }
  const rows = await connection.read(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  // Both dialects declare these columns as text that is never null.
  return rows as RecordedMigration[];
}

function check(
  { migration_name, checksum, finished_at }: RecordedMigration,
  migrations: readonly Migration[],
) {
  const migration = migrations.find(({ name }) => name === migration_name);
  if (!migration) throw new DatabaseTooNewError(migration_name);
  if (finished_at === null)
    throw new MigrationFailedError(
      `The migration ${migration_name} was begun earlier and never finished. Restore a backup, or mend the database and say so with "prisma migrate resolve".`,
    );
  if (!checksumsOf(migration.script).includes(checksum))
    throw new MigrationFailedError(
      `The migration ${migration_name} is not the one that was applied to this database: its script has been edited since.`,
    );
}

/** The checksum as Prisma writes it, then those with other line ends, which Git may have changed. */
function checksumsOf(script: string): string[] {
  const lines = script.replaceAll('\r\n', '\n');
  return [script, lines, lines.replaceAll('\n', '\r\n')].map(sha256);
}

function sha256(script: string): string {
  return createHash('sha256').update(script).digest('hex');
}

/**
 * A script is applied whole or not at all, so one that failed leaves nothing to record. False where another process
 * has applied it.
 */
async function apply(connection: MigrationConnection, { name, script }: Migration): Promise<boolean> {
  const row = { id: randomUUID(), checksum: sha256(script), migration_name: name, started_at: now() };
  try {
    return await connection.apply(name, script, () => ({
      ...row,
      finished_at: now(),
      applied_steps_count: '1',
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The migration ${name} failed, and what it had changed is taken back: ${reason}`;
    throw new MigrationFailedError(message, { cause: error });
  }
}

/** As Prisma's adapters write times. */
function now(): string {
  return new Date().toISOString().replace('Z', '+00:00');
}

async function isNewFile(path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  return !existsSync(path);
}
