import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/client.ts';
import { makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const PAGE = `<!doctype html><title>Ferry</title><article><h1>Ferry</h1>${'<p>The ferry was late again on Tuesday, and nobody at the harbour could say why it had been so for weeks.</p>'.repeat(4)}`;
const BOUNDARY = 'the-boundary';

/** Parts as they are sent, each with its headers. */
function multipart(...parts: readonly string[]) {
  const body = parts.map((part) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${part}\r\n`).join('');
  return {
    body: `${body}--${BOUNDARY}--\r\n`,
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}

function file(name: string, words: string): string {
  return `name="file"; filename*=utf-8''${encodeURIComponent(name)}\r\n\r\n${words}`;
}

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    await makeCast(server.database.db);
  });
  afterAll(() => server.close());

  test.each([
    ['a zero', 'a\u0000b.html', 'a%EF%BF%BDb.html'],
    ['line breaks', 'a\r\nSet-Cookie: b.html', 'a%EF%BF%BD%EF%BF%BDSet-Cookie%3A%20b.html'],
    ['what turns the words', 'a\u202Elmth.html', 'a%EF%BF%BDlmth.html'],
    ['thousands of letters', `${'a'.repeat(9000)}.html`, `%E2%80%A6${'a'.repeat(194)}.html`],
  ])('a name with %s is kept in one line, and given back', async (what, name, given) => {
    const page = PAGE.replace('Tuesday', what);
    const answer = await server.request('/articles', multipart(file(name, page)));
    expect(answer.status).toBe(303);
    const source = await server.request(`${answer.headers.location}/source`);
    expect(source.text).toBe(page);
    expect(source.headers['content-disposition']).toMatch(/^attachment; /);
    expect(source.headers['content-disposition']).toContain(`filename*=UTF-8''${given}`);
    expect(source.headers['content-security-policy']).toContain('sandbox');
    expect(source.headers['x-content-type-options']).toBe('nosniff');
  });

  test('names of annotation files too', async () => {
    const words = JSON.stringify({ text: 'The ferry.', label: [[4, 9, 'ship']] });
    const answer = await server.request('/imports', multipart(file('a\u0000b.jsonl', words)));
    expect(answer.status).toBe(303);
    expect((await server.request(answer.headers.location ?? '')).status).toBe(200);
  });
});

describe('forms as no browser sends them', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await makeCast(server.database.db);
  });
  afterAll(() => server.close());

  test.each([
    ['a file without a name', 422, ['name="file"\r\n\r\nwords']],
    ['a file with an empty name', 422, ['name="file"; filename=""\r\n\r\nwords']],
    ['a file without a byte', 422, [file('a.txt', '')]],
    ['a file under another name', 400, ['name="other"; filename="a.txt"\r\n\r\nwords']],
    [
      'names of every object',
      422,
      ['name="__proto__"\r\n\r\na', 'name="constructor[prototype][b]"\r\n\r\nc'],
    ],
    ['fields without end', 413, Array.from({ length: 1000 }, (_, at) => `name="f${at}"\r\n\r\na`)],
    ['files without end', 422, Array.from({ length: 1001 }, (_, at) => file(`${at}.txt`, 'words'))],
  ])('%s', async (_, status, parts) => {
    for (const path of ['/articles', '/readings', '/imports']) {
      expect((await server.request(path, multipart(...parts))).status).toBe(status);
    }
    expect(await server.database.db.import.count()).toBe(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('one that breaks off', async () => {
    const { body, headers } = multipart(file('a.txt', 'words'));
    const answer = await server.request('/articles', { body: body.slice(0, -20), headers });
    expect(answer.status).toBe(400);
  });
});
