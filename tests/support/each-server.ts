import { afterAll, beforeAll, describe } from 'vitest';
import { type Db, openDatabase } from '../../src/store/client.ts';
import type { Dialect } from '../../src/store/database-url.ts';
import { type Cast, makeCast } from './cast.ts';
import { databases } from './databases.ts';
import { startTestServer, type TestServer } from './web.ts';

/** A server with an empty project and the cast, all there from the first test on. */
export interface Served {
  readonly name: Dialect;
  readonly server: TestServer;
  readonly cast: Cast;
  db(): Db;
}

/** Runs a suite against a server on every kind of database. */
export function eachServer(what: string, suite: (served: Served) => void): void {
  describe.each(databases)(`${what} on $name`, ({ name, url }) => {
    // Both are filled before the first test, so that a suite can take them apart.
    const server = {} as TestServer;
    const cast = {} as Cast;
    const db = () => server.database.db;
    beforeAll(async () => {
      Object.assign(server, await startTestServer({ database: await openDatabase(await url()) }));
      Object.assign(cast, await makeCast(db()));
    });
    afterAll(() => server.close());
    suite({ name, server, cast, db });
  });
}
