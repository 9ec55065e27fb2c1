// What is written from prisma/schema.prisma: PostgreSQL's schema, and the migrations of both dialects, which
// Prisma's engine finds by applying the ones that there are to an empty database and comparing that with the
// schema.

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { DiffTarget, MigrationList } from '@prisma/schema-engine-wasm';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Dialect } from '../src/store/database-url.ts';
import { migrationsFolder, readMigrations, SCRIPT } from '../src/store/migrations.ts';
import { packageRoot } from '../src/store/package-root.ts';
import { createSchemaEngine, NO_FILTERS } from './schema-engine.ts';

const SCHEMAS: Record<Dialect, string> = {
  sqlite: join(packageRoot(), 'prisma', 'schema.prisma'),
  postgresql: join(packageRoot(), 'prisma', 'postgresql', 'schema.prisma'),
};

const DIALECTS = ['sqlite', 'postgresql'] as const;

/** PostgreSQL's schema: the source, with another provider and another place for the client. */
export function postgresqlSchema(source: string): string {
  return source
    .replace(/^\/\/.*\n/, '// Generated from ../schema.prisma by npm run schema: change that file.\n')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../src/store/generated/sqlite"', '"../../src/store/generated/postgresql"');
}

/** Writes PostgreSQL's schema where it is not what the source gives. */
export async function writePostgresqlSchema(): Promise<void> {
  if (await postgresqlSchemaFollows()) return;
  await mkdir(join(SCHEMAS.postgresql, '..'), { recursive: true });
  await writeFile(SCHEMAS.postgresql, postgresqlSchema(await readFile(SCHEMAS.sqlite, 'utf8')));
}

/** Writes a migration for each dialect whose migrations do not lead to its schema; gives their folders. */
export async function writeMigrations(name: string | undefined): Promise<string[]> {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const written: string[] = [];
  for (const dialect of DIALECTS) {
    const script = await missingMigration(dialect);
    if (script === '') continue;
    if (!name)
      throw new Error(
        `The ${dialect} schema has changed: name the change, npm run schema -- --name what-changed`,
      );
    written.push(await writeMigration(dialect, `${time}_${name.replace(/\W+/g, '_')}`, script));
  }
  return written;
}

async function writeMigration(dialect: Dialect, name: string, script: string): Promise<string> {
  const folder = join(migrationsFolder(dialect), name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SCRIPT), script);
  await writeFile(join(migrationsFolder(dialect), LOCKFILE), `provider = "${dialect}"\n`);
  return folder;
}

/** What no longer follows from the source schema, a sentence each; empty where all is well. */
export async function schemaDrift(): Promise<string[]> {
  const problems: string[] = [];
  if (!(await postgresqlSchemaFollows()))
    problems.push('prisma/postgresql/schema.prisma is not what prisma/schema.prisma gives: npm run schema');
  for (const dialect of DIALECTS) {
    const script = await missingMigration(dialect);
    if (script !== '')
      problems.push(
        `The ${dialect} migrations do not lead to the schema: npm run schema -- --name what-changed\n${script}`,
      );
  }
  return problems;
}

async function postgresqlSchemaFollows(): Promise<boolean> {
  if (!existsSync(SCHEMAS.postgresql)) return false;
  const [source, generated] = await Promise.all(
    DIALECTS.map((dialect) => readFile(SCHEMAS[dialect], 'utf8')),
  );
  return postgresqlSchema(source ?? '') === generated;
}

/** The SQL that leads from the migrations of a dialect to its schema; empty where they are there already. */
export async function missingMigration(
  dialect: Dialect,
  folder = migrationsFolder(dialect),
): Promise<string> {
  const scratch = await emptyDatabase(dialect);
  const engine = await createSchemaEngine(scratch.adapter, scratch.adapter);
  try {
    const from = await migrationsTarget(folder);
    const to = await schemaTarget(dialect);
    const command = { from, to, script: true, exitCode: true, filters: NO_FILTERS };
    const { stdout, exitCode } = await engine.diff(command);
    return exitCode === NO_DIFFERENCE ? '' : (stdout ?? '');
  } finally {
    engine.free();
    await scratch.close();
  }
}

const NO_DIFFERENCE = 0;

async function migrationsTarget(folder: string): Promise<DiffTarget> {
  if (!existsSync(folder)) return { tag: 'empty' };
  return { tag: 'migrations', ...(await migrationList(folder)) };
}

/** The migrations in a folder, in the form the schema engine takes. */
export async function migrationList(folder: string): Promise<MigrationList> {
  const migrations = await readMigrations(folder);
  return {
    baseDir: folder,
    lockfile: { path: LOCKFILE, content: await readFile(join(folder, LOCKFILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: SCRIPT, content: { tag: 'ok', value: script } },
    })),
  };
}

const LOCKFILE = 'migration_lock.toml';

async function schemaTarget(dialect: Dialect): Promise<DiffTarget> {
  const path = SCHEMAS[dialect];
  return { tag: 'schemaDatamodel', files: [{ path, content: await readFile(path, 'utf8') }] };
}

async function emptyDatabase(
  dialect: Dialect,
): Promise<{ adapter: SqlDriverAdapter; close(): Promise<void> }> {
  if (dialect === 'sqlite') {
    const adapter = await new PrismaBetterSqlite3({ url: ':memory:' }).connect();
    return { adapter, close: () => adapter.dispose() };
  }
  // Not through PrismaPg: to compare, the engine reads catalogues with a type that one does not know
  // ("char").
  const database = await PGlite.create();
  const adapter = await new PrismaPGlite(database).connect();
  // The adapter's own does not wait until the script is through.
  adapter.executeScript = async (script) => void (await database.exec(script));
  return { adapter, close: () => database.close() };
}
