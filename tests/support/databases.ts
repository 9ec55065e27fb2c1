import { afterAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/store/client.ts';
import type { Dialect } from '../../src/store/database-url.ts';
import type { Content } from './database-sources.ts';
import { askShared } from './shared.ts';

/** One kind of database to run tests on. */
export interface TestDatabases {
  readonly name: Dialect;
  /** The address of a new database, migrated or empty, that nobody else uses. */
  url(content?: Content): Promise<string>;
}

export const databases: readonly TestDatabases[] = (['sqlite', 'postgresql'] as const).map((name) => ({
  name,
  url: (content = 'migrated') => newDatabase(name, content),
}));

/**
 * Runs a suite on every kind of database. Each `open()` gives a new, migrated, empty one, which is closed after the
 * suite; that costs about 10 ms on SQLite and 150 ms on PostgreSQL, so open one in `beforeAll` where tests can share it.
 */
export function eachDatabase(suite: (open: () => Promise<Database>, name: Dialect) => void): void {
  describe.each(databases)('on $name', ({ name, url }) => {
    const opened: Database[] = [];
    afterAll(async () => {
      for (const database of opened) await database.close();
    });
    suite(async () => {
      const database = await openDatabase(await url());
      opened.push(database);
      return database;
    }, name);
  });
}

/** The address of a new database of one kind, that nobody else uses. */
export function newDatabase(name: Dialect, content: Content): Promise<string> {
  return askShared(`${name}/${content}`);
}
