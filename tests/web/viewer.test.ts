import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { newArticle } from '../support/articles.ts';
import { databases } from '../support/databases.ts';
import { localMember, stranger } from '../support/desk.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  /** What was asked of the database about people. */
  const asked: string[] = [];
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    const listening = db.$extends({
      query: {
        $allOperations({ model, operation, args, query }) {
          // A statement of our own is a text with values.
          const words = JSON.stringify(args ?? '');
          if (model === 'User' || words.includes('\\"User\\"')) asked.push(operation);
          return query(args);
        },
      },
    });
    // Cast: an extended client lacks $on alone, which the program does not use.
    server = await startTestServer({ database: { ...database, db: listening as unknown as Db } });
  });
  afterAll(() => server.close());

  test('who asks is found once for a page', async () => {
    const { article } = await newArticle(db, await localMember(db));
    const pages = ['/', '/imports', '/settings', '/help', '/articles/new'];
    for (const page of [...pages, `/articles/${article.id}`, `/articles/${article.id}/sheet`]) {
      asked.length = 0;
      expect((await server.request(page)).status, page).toBe(200);
      expect(asked, page).toEqual(['$queryRaw']);
    }
  });

  test('an address that names somebody else’s project is not there', async () => {
    const { projectId } = await stranger(db);
    expect((await server.request(`/?project=s-${projectId}`)).status).toBe(404);
    expect((await server.request('/?project=desk')).status).toBe(200);
  });
});
