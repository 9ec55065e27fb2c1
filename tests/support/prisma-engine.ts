// Prisma's own schema engine on a database of a test, to hold our record of migrations to what Prisma makes of it.

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { createSchemaEngine } from '../../scripts/schema-engine.ts';
import { dialectOf, sqlitePath } from '../../src/store/database-url.ts';

/** Runs `work` with an engine that is connected to the database at `url`. */
export async function withPrismaEngine(url: string, work: (engine: SchemaEngine) => Promise<void>) {
  await connected(url, async (adapter) => {
    const engine = await createSchemaEngine(adapter);
    try {
      await work(engine);
    } finally {
      engine.free();
    }
  });
}

/** Runs one statement; gives its rows as arrays. */
export function execute(url: string, sql: string): Promise<unknown[][]> {
  return connected(url, async (adapter) => (await adapter.queryRaw(plain(sql))).rows);
}

async function connected<Result>(url: string, work: (adapter: SqlDriverAdapter) => Promise<Result>) {
  const adapter = await connect(url);
  try {
    return await work(adapter);
  } finally {
    await adapter.dispose();
  }
}

async function connect(url: string): Promise<SqlDriverAdapter> {
  if (dialectOf(url) === 'sqlite') return new PrismaBetterSqlite3({ url: sqlitePath(url) }).connect();
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  // The adapter would cut a script at each semicolon, also inside of comments and functions.
  adapter.executeScript = async (script) => void (await adapter.executeRaw(plain(script)));
  return adapter;
}

function plain(sql: string) {
  return { sql, args: [], argTypes: [] };
}
