import { afterAll, beforeAll, describe } from 'vitest';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { type Cast, makeCast } from './cast.ts';
import { databases } from './databases.ts';
import { Browser, letSignIn } from './signed-in.ts';
import { startTestServer, type TestServer } from './web.ts';

/** A desk with accounts at http://localhost:3999: Alice looks after it, Bob signs in by an address, Rita by a name. */
export interface SignInDesk {
  readonly server: TestServer;
  readonly cast: Cast;
  db(): Db;
  /** A browser that reaches it. */
  browser(): Browser;
}

export const DESK = 'http://localhost:3999';

/** A key that every test desk may have, so that none writes one beside the program. */
export const DESK_KEY = 'a key of test desks, which is no secret';

/** Runs a suite against such a desk on every kind of database. */
export function eachSignInDesk(
  what: string,
  settings: () => Readonly<Record<string, string>>,
  suite: (desk: SignInDesk) => void,
): void {
  describe.each(databases)(`${what} on $name`, ({ url }) => {
    // Both are filled before the first test, so that a suite can take them apart.
    const server = {} as TestServer;
    const cast = {} as Cast;
    const db = () => server.database.db;
    beforeAll(async () => {
      const database = await openDatabase(await url());
      const all = { ACCOUNTS: 'on', PUBLIC_ADDRESS: DESK, DESK_KEY, ...settings() };
      Object.assign(server, await startTestServer({ database, settings: all }));
      Object.assign(cast, await makeCast(db()));
      await letSignIn(db(), cast.alice.accountId, 'alice', true);
      await letSignIn(db(), cast.bob.accountId, 'bob@desk.example');
      await letSignIn(db(), cast.rita.accountId, 'rita');
    });
    afterAll(() => server.close());
    const browser = () => new Browser(server, { Host: new URL(DESK).host });
    suite({ server, cast, db, browser });
  });
}

/** The log of one action, oldest first. */
export function logOf(db: Db, action: string) {
  const select = { accountId: true, subject: true, details: true, address: true };
  return db.auditEvent.findMany({ where: { action }, select, orderBy: { id: 'asc' } });
}
