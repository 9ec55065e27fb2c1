import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingMigration, postgresqlSchema, schemaDrift } from '../../scripts/schema-files.ts';
import { openDatabase } from '../../src/store/client.ts';
import type { Dialect } from '../../src/store/database-url.ts';
import { DatabaseTooNewError, MigrationFailedError, migrate } from '../../src/store/migrate.ts';
import { connectToMigrate } from '../../src/store/migration-connection.ts';
import { migrationNames, migrationsFolder, readMigrations } from '../../src/store/migrations.ts';
import { createSchemaEngine } from '../../src/store/schema-engine.ts';
import { databases, newDatabase } from '../support/databases.ts';
import { isPglite } from '../support/pglite.ts';

const LATER = '99990101000000_later';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-migrate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(databases)('migrate on $name', ({ name, url }) => {
  const options = () => ({ backupsDir: join(folder, 'backups', name) });

  test('creates the schema in an empty database', async () => {
    const empty = await url('empty');
    const names = await migrationNames(migrationsFolder(name));
    expect(names).not.toEqual([]);
    expect(await migrate(empty, options())).toEqual({ applied: names });

    const { db, close } = await openDatabase(empty);
    await db.project.create({ data: { id: 'p', slug: 'desk', name: 'Desk' } });
    expect(await db.project.count()).toBe(1);
    await close();
  });

  test('has nothing to do the second time', async () => {
    const migrated = await url();
    expect(await migrate(migrated, options())).toEqual({ applied: [] });
  });

  test('refuses a database that is newer than the code', async () => {
    const migrated = await url();
    await execute(migrated, `UPDATE _prisma_migrations SET migration_name = '${LATER}'`);
    const refusal = await migrate(migrated, options()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseTooNewError);
    expect(refusal).toMatchObject({ migration: LATER, message: expect.stringContaining(LATER) });
  });

  test('refuses a database in which a migration was left unfinished', async () => {
    const migrated = await url();
    await execute(migrated, 'UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(migrated, options())).rejects.toThrow(MigrationFailedError);
  });

  test('takes a failed migration back whole, and applies it once it is mended', async () => {
    const migrated = await url();
    const broken = await withMigration(name, 'CREATE TABLE "Later" ("id" TEXT); DROP TABLE "Nowhere";');
    const failure = migrate(migrated, { ...options(), migrationsDir: broken });
    await expect(failure).rejects.toThrow(MigrationFailedError);
    await expect(execute(migrated, 'SELECT * FROM "Later"')).rejects.toThrow();
    expect(await migrate(migrated, options())).toEqual({ applied: [] });

    const mended = await withMigration(
      name,
      'CREATE TABLE "Later" ("id" TEXT); -- a comment; with a semicolon',
    );
    expect(await migrate(migrated, { ...options(), migrationsDir: mended })).toMatchObject({
      applied: [LATER],
    });
    await execute(migrated, 'SELECT * FROM "Later"');
  });

  test("leaves a history that Prisma's engine finds whole", async () => {
    const connection = await connectToMigrate(await url());
    const engine = await createSchemaEngine(connection.adapter);
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList: await readMigrations(migrationsFolder(name)),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    });
    expect(diagnosis).toEqual({
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
    });
    engine.free();
    await connection.close();
  });

  test('finds what a schema has and the migrations lack', async () => {
    expect(await missingMigration(name, join(folder, 'none'))).toContain('CREATE TABLE "Project"');
  });
});

test('a SQLite database is copied before it is changed', async () => {
  const migrated = await newDatabase('sqlite', 'migrated');
  const before = await openDatabase(migrated);
  await before.db.project.create({ data: { id: 'p', slug: 'desk', name: 'Desk' } });
  const last = (await migrationNames(migrationsFolder('sqlite'))).at(-1);

  const backupsDir = join(folder, 'backups', 'copied');
  const migrationsDir = await withMigration('sqlite', 'DELETE FROM "Project";');
  const { backup } = await migrate(migrated, { backupsDir, migrationsDir });
  expect(await before.db.project.count()).toBe(0);
  await before.close();

  expect(await readdir(backupsDir)).toEqual([expect.stringMatching(`^\\d{4}-.*_${last}\\.db$`)]);
  const copy = await openDatabase(`file:${backup}`);
  expect(await copy.db.project.count()).toBe(1);
  await copy.close();
});

test('PostgreSQL waits while another process migrates', async ({ skip }) => {
  const empty = await newDatabase('postgresql', 'empty');
  skip(isPglite(empty), 'PGlite has one session, which cannot wait for itself');
  const results = await Promise.all([1, 2, 3].map(() => migrate(empty, { backupsDir: folder })));
  const names = await migrationNames(migrationsFolder('postgresql'));
  expect(results.flatMap(({ applied }) => applied)).toEqual(names);
});

test('the folder of a new SQLite database is created', async () => {
  const path = join(folder, 'new', 'data', 'on-record.db');
  await migrate(`file:${path}`, { backupsDir: folder });
  expect(existsSync(path)).toBe(true);
});

test('the migrations lead to the schemas, and those follow from one source', async () => {
  expect(await schemaDrift()).toEqual([]);
});

test("PostgreSQL's schema differs from the source in the header alone", async () => {
  const source = await readFile('prisma/schema.prisma', 'utf8');
  const models = (schema: string) => schema.slice(schema.indexOf('model Project'));
  expect(models(postgresqlSchema(source))).toBe(models(source));
  expect(postgresqlSchema(source)).not.toMatch(/sqlite/);
});

async function execute(url: string, sql: string) {
  const connection = await connectToMigrate(url);
  try {
    await connection.adapter.queryRaw({ sql, args: [], argTypes: [] });
  } finally {
    await connection.close();
  }
}

/** Our migrations with one more. */
async function withMigration(dialect: Dialect, script: string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'migrations-'));
  await cp(migrationsFolder(dialect), copy, { recursive: true });
  await mkdir(join(copy, LATER));
  await writeFile(join(copy, LATER, 'migration.sql'), script);
  return copy;
}
