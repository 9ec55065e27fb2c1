import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
import { newArticle } from '../support/articles.ts';
import { databases } from '../support/databases.ts';
import { localMember, stranger } from '../support/desk.ts';
import { forgetStatements, sentStatements } from '../support/statements.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let db: Db;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    ({ db } = database);
    server = await startTestServer({ database });
  });
  afterAll(() => server.close());

  test('who asks is found once for a page', async () => {
    const { article } = await newArticle(db, await localMember(db));
    const pages = ['/', '/imports', '/settings', '/help', '/articles/new'];
    for (const page of [...pages, `/articles/${article.id}`, `/articles/${article.id}/sheet`]) {
      forgetStatements();
      expect((await server.request(page)).status, page).toBe(200);
      expect(
        sentStatements().filter((statement) => statement.includes('FROM "Account" u')),
        page,
      ).toHaveLength(1);
    }
  });

  test('nobody asks for comments where nobody ever wrote one', async () => {
    const article = await newArticle(db, await localMember(db), 'The tram was late.');
    const { annotation } = await tag(db, article, 'was late');
    const at = `/articles/${article.article.id}`;
    for (const page of [at, `${at}/sheet`, `/annotations/${annotation.id}`]) {
      forgetStatements();
      const { status, text } = await server.request(page);
      expect([status, text.includes('/comments')], page).toEqual([200, false]);
      const asking = sentStatements().filter((statement) => statement.includes('"Comment"'));
      expect(asking, page).toEqual([]);
    }
    await server.request(`${at}/comments`, { form: { annotation: annotation.id, body: 'A claim?' } });
    for (const page of [at, `/annotations/${annotation.id}`])
      expect((await server.request(page)).text, page).toContain('/comments');
  });

  test('an address that names somebody else’s project is not there', async () => {
    const { projectId } = await stranger(db);
    expect((await server.request(`/?project=s-${projectId}`)).status).toBe(404);
    expect((await server.request('/?project=desk')).status).toBe(200);
  });
});
