import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { NO_FILTERS } from '../../scripts/schema-engine.ts';
import {
  migrationList,
  missingMigration,
  postgresqlSchema,
  schemaDrift,
} from '../../scripts/schema-files.ts';
import { openDatabase } from '../../src/store/client.ts';
import { type Dialect, sqlitePath } from '../../src/store/database-url.ts';
import { DatabaseTooNewError, MigrationFailedError, migrate } from '../../src/store/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/store/migrations.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { databases, newDatabase } from '../support/databases.ts';
import { isPglite } from '../support/pglite.ts';
import { execute, withPrismaEngine } from '../support/prisma-engine.ts';
import { BUILD_TIMEOUT } from '../support/program.ts';

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

  test('refuses a database in which a migration was applied that is another now', async () => {
    const migrated = await url();
    const [first] = await migrationNames(migrationsFolder(name));
    await execute(migrated, `UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name = '${first}'`);
    const refusal = await migrate(migrated, options()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MigrationFailedError);
    expect(refusal).toMatchObject({ message: expect.stringContaining(`${first} is not the one`) });
  });

  test('knows a migration again whose line ends Git has changed', async () => {
    const migrated = await url();
    const changed = await mkdtemp(join(folder, 'migrations-'));
    for (const migration of await readMigrations(migrationsFolder(name))) {
      await mkdir(join(changed, migration.name));
      const script = migration.script.replaceAll('\n', '\r\n');
      await writeFile(join(changed, migration.name, 'migration.sql'), script);
    }
    expect(await migrate(migrated, { ...options(), migrationsDir: changed })).toEqual({ applied: [] });
  });

  test('refuses a database of another program', async () => {
    const foreign = await url('empty');
    await execute(foreign, 'CREATE TABLE "Theirs" ("id" TEXT)');
    await expect(migrate(foreign, options())).rejects.toThrow('tables of another program');
  });

  test('takes scripts whole, with semicolons in strings, comments and bodies', async () => {
    const migrated = await url();
    const migrationsDir = await withMigration(name, SCRIPTS_WITH_SEMICOLONS[name]);
    await migrate(migrated, { ...options(), migrationsDir });
    await execute(migrated, `INSERT INTO "Later" ("word") VALUES ('first')`);
    expect(await execute(migrated, 'SELECT "word" FROM "Later" ORDER BY "word"')).toEqual([
      ['a;b'],
      ['also; first'],
      ['first'],
    ]);
  });

  test("leaves a history that Prisma's engine finds whole, and goes on with", async () => {
    const migrated = await url();
    const migrationsDir = await withMigration(name, 'CREATE TABLE "Later" ("id" TEXT);');
    await withPrismaEngine(migrated, async (engine) => {
      const diagnosis = await engine.diagnoseMigrationHistory({
        migrationsList: await migrationList(migrationsFolder(name)),
        optInToShadowDatabase: false,
        filters: NO_FILTERS,
      });
      expect(diagnosis).toEqual({
        history: null,
        editedMigrationNames: [],
        failedMigrationNames: [],
        hasMigrationsTable: true,
      });
      const migrationsList = await migrationList(migrationsDir);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      expect(appliedMigrationNames).toEqual([LATER]);
    });
    expect(await migrate(migrated, { ...options(), migrationsDir })).toEqual({ applied: [] });
  });

  test("goes on with a database that Prisma's engine migrated, in the same record", async () => {
    const [theirs, ours] = [await url('empty'), await url()];
    await withPrismaEngine(theirs, async (engine) => {
      const migrationsList = await migrationList(migrationsFolder(name));
      await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    });
    expect(await migrate(theirs, options())).toEqual({ applied: [] });
    const migrationsDir = await withMigration(name, 'CREATE TABLE "Later" ("id" TEXT);');
    for (const database of [theirs, ours])
      expect(await migrate(database, { ...options(), migrationsDir })).toMatchObject({ applied: [LATER] });
    for (const question of [RECORD, RECORD_TABLE[name]])
      expect(await execute(ours, question)).toEqual(await execute(theirs, question));
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

describe.each(databases)('processes that migrate $name', ({ name, url }) => {
  test('apply each migration once when they start together', async ({ skip }) => {
    const empty = await url('empty');
    skip(isPglite(empty), 'PGlite has one session, which cannot wait for itself');
    const processes = [1, 2, 3].map(() => startMigrating(empty, migrationsFolder(name)));
    const outputs = await Promise.all(processes.map(({ stdout }) => readText(stdout)));
    const names = await migrationNames(migrationsFolder(name));
    // Each may apply some of them.
    expect(outputs.flatMap((output) => JSON.parse(output).applied).toSorted()).toEqual(names);
  });

  test('leave nothing half done when they are killed in the middle', async ({ skip }) => {
    const migrated = await url();
    skip(isPglite(migrated), 'PGlite does not tell what its one session is at');
    const migrationsDir = await withMigration(name, `CREATE TABLE "Later" ("id" TEXT); ${ENDLESS[name]}`);
    const killed = startMigrating(migrated, migrationsDir);
    await vi.waitUntil(() => isInTheMiddle[name](migrated), BUILD_TIMEOUT);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await release[name](migrated);
    expect(await migrate(migrated, { backupsDir: folder })).toEqual({ applied: [] });
    await expect(execute(migrated, 'SELECT * FROM "Later"')).rejects.toThrow();

    const mended = await withMigration(name, 'CREATE TABLE "Later" ("id" TEXT);');
    const applied = await migrate(migrated, { backupsDir: folder, migrationsDir: mended });
    expect(applied).toMatchObject({ applied: [LATER] });
  });
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

/** What two databases with the same history have alike, but for ids and times. */
const RECORD = `SELECT migration_name, checksum, finished_at IS NULL, logs, rolled_back_at, applied_steps_count
  FROM _prisma_migrations ORDER BY migration_name`;

const RECORD_TABLE: Record<Dialect, string> = {
  sqlite: `SELECT sql, (SELECT group_concat(typeof(started_at) || length(started_at) || length(finished_at) || length(id))
    FROM _prisma_migrations) FROM sqlite_master WHERE name = '_prisma_migrations'`,
  postgresql: `SELECT column_name, column_default, is_nullable, data_type, character_maximum_length
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
};

const SCRIPTS_WITH_SEMICOLONS: Record<Dialect, string> = {
  sqlite: `-- a comment; with a semicolon
    CREATE TABLE "Later" ("word" TEXT); INSERT INTO "Later" VALUES ('a;b');
    CREATE TRIGGER "Twice" AFTER INSERT ON "Later" WHEN NEW."word" = 'first' BEGIN
      UPDATE "Later" SET "word" = "word" WHERE false; INSERT INTO "Later" VALUES ('also; first');
    END; -- the end;`,
  postgresql: `-- a comment; with a semicolon
    CREATE TABLE "Later" ("word" TEXT); INSERT INTO "Later" VALUES ('a;b');
    CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO "Later" VALUES ('also; first'); RETURN NEW;
    END $$;
    CREATE TRIGGER "Twice" AFTER INSERT ON "Later" FOR EACH ROW WHEN (NEW."word" = 'first')
      EXECUTE FUNCTION twice(); -- the end;`,
};

/** What goes on for longer than any test waits; on SQLite it writes more than its memory holds. */
const ENDLESS: Record<Dialect, string> = {
  sqlite: `INSERT INTO "Later" WITH RECURSIVE "n"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n")
    SELECT "i" FROM "n" LIMIT 100000000;`,
  postgresql: 'SELECT pg_sleep(600);',
};

const isInTheMiddle: Record<Dialect, (url: string) => Promise<boolean>> = {
  sqlite: async (url) => (await stat(`${sqlitePath(url)}-wal`).catch(() => ({ size: 0 }))).size > 1_000_000,
  postgresql: async (url) => (await execute(url, SLEEPING)).length > 0,
};

const SLEEPING = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event = 'PgSleep'`;

/** A server notices only at its next word that nobody listens any more, and a sleep says none. */
const release: Record<Dialect, (url: string) => Promise<unknown>> = {
  sqlite: async () => {},
  postgresql: async (url) => {
    await execute(url, `SELECT pg_terminate_backend(pid) FROM (${SLEEPING}) AS sleeping`);
    await vi.waitUntil(async () => (await execute(url, SLEEPING)).length === 0);
  },
};

function startMigrating(url: string, migrationsDir: string) {
  const script = ['scripts/run.mjs', 'tests/support/migrate-process.ts'];
  const child = spawn(process.execPath, [...script, url, migrationsDir, join(folder, 'backups')], {
    cwd: packageRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(join(packageRoot(), 'dist', 'scripts', `${child.pid}.mjs`), { force: true });
  });
  return child;
}

async function migrationNames(folder: string): Promise<string[]> {
  return (await readMigrations(folder)).map(({ name }) => name);
}

/** Our migrations with one more. */
async function withMigration(dialect: Dialect, script: string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'migrations-'));
  await cp(migrationsFolder(dialect), copy, { recursive: true });
  await mkdir(join(copy, LATER));
  await writeFile(join(copy, LATER, 'migration.sql'), script);
  return copy;
}
