// Where the databases of the tests come from: each call of `create` gives the address of one that nobody else uses.

import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from '../../src/store/database-url.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startPglite } from './pglite.ts';
import { installedPostgresql, startCluster } from './postgresql-cluster.ts';

export type Content = 'empty' | 'migrated';

export interface DatabaseSource {
  create(content: Content): Promise<string>;
  close(): Promise<void>;
}

export const startSource: Record<Dialect, () => Promise<DatabaseSource>> = {
  sqlite: startSqlite,
  postgresql: startPostgresql,
};

const NO_BACKUPS = { backupsDir: '' };

async function startSqlite(): Promise<DatabaseSource> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-sqlite-'));
  const migrated = join(folder, 'migrated.db');
  await migrate(`file:${migrated}`, NO_BACKUPS);
  return {
    create: async (content) => {
      const path = join(await mkdtemp(join(folder, 'test-')), 'on-record.db');
      if (content === 'migrated') await copyFile(migrated, path);
      return `file:${path}`;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function startPostgresql(): Promise<DatabaseSource> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return announced('the server at TEST_POSTGRES_URL', onServer(given));
  const programs = installedPostgresql();
  if (programs) return announced(`a throw-away cluster of ${programs}`, onCluster(programs));
  if (process.env.CI)
    throw new Error('PGlite is not enough in CI: install PostgreSQL or set TEST_POSTGRES_URL');
  return announced('PGlite, for no server is installed', onPglite());
}

async function announced(what: string, source: DatabaseSource | Promise<DatabaseSource>) {
  console.log(`PostgreSQL tests use ${what}.`);
  return source;
}

async function onCluster(programs: string): Promise<DatabaseSource> {
  const cluster = await startCluster(programs);
  const { create, disconnect } = await onServer(cluster.url);
  // The databases go with the cluster.
  return { create, close: () => disconnect().then(cluster.stop) };
}

async function onServer(url: string): Promise<DatabaseSource & { disconnect(): Promise<void> }> {
  const prefix = `on_record_test_${randomUUID().slice(0, 8)}`;
  const created: string[] = [];
  const admin = new pg.Client(url);
  await admin.connect();
  // From 15 on PostgreSQL would log every page instead, which costs half as much again.
  const byFiles =
    Number((await admin.query('SHOW server_version_num')).rows[0].server_version_num) >= 150_000
      ? ' STRATEGY FILE_COPY'
      : '';
  const create = async (template?: string) => {
    const name = `${prefix}_${created.length}`;
    created.push(name);
    await admin.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}${byFiles}` : ''}`);
    return name;
  };
  const migrated = await create();
  await migrate(withDatabase(url, migrated), NO_BACKUPS);
  return {
    create: async (content) => withDatabase(url, await create(content === 'migrated' ? migrated : undefined)),
    close: async () => {
      for (const name of created) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
    disconnect: () => admin.end(),
  };
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = name;
  return address.href;
}

function onPglite(): DatabaseSource {
  const started: { close(): Promise<void> }[] = [];
  return {
    create: async (content) => {
      const database = await startPglite();
      started.push(database);
      if (content === 'migrated') await migrate(database.url, NO_BACKUPS);
      return database.url;
    },
    close: async () => {
      for (const database of started) await database.close();
    },
  };
}
