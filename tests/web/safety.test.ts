import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as errors from '../../src/domain/errors.ts';
import { errorStatuses } from '../../src/web/errors.ts';
import { sentFiles } from '../../src/web/middleware/upload.ts';
import type { Route } from '../../src/web/routes.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

const SECRET = 'The minister met Jane Roe in a tunnel';

const routes: Route[] = [
  { method: 'get', path: '/', handler: (_request, response) => void response.send('<p>home</p>') },
  {
    method: 'get',
    path: '/things/:id',
    handler: (request, response) => void response.send(request.params.id),
  },
  { method: 'post', path: '/things', handler: (request, response) => void response.json(request.body) },
  { method: 'delete', path: '/things/:id', handler: (_request, response) => void response.send('deleted') },
  {
    method: 'post',
    path: '/articles',
    handler: (request, response) => void response.json(received(request)),
  },
  { method: 'get', path: '/broken', handler: () => Promise.reject(new Error(`cannot save ${SECRET}`)) },
  {
    method: 'get',
    path: '/broken-late',
    handler: (_request, response) => {
      response.write('half');
      throw new Error(SECRET);
    },
  },
];

function received(request: Request) {
  const sent = Array.isArray(request.files) ? request.files : [];
  const sizes = sent.reduce((sum, { size }) => sum + size, 0);
  return { text: request.body.text?.length ?? 0, file: sizes, kept: keptBytes(request) };
}

function keptBytes(request: Request): number {
  try {
    return sentFiles(request).reduce((sum, { bytes }) => sum + bytes.length, 0);
  } catch (error) {
    if (error instanceof errors.InvalidInputError) return 0;
    throw error;
  }
}

let server: TestServer;
beforeAll(async () => {
  const settings = { MAX_ARTICLE_LENGTH: '100000', MAX_UPLOAD_BYTES: '5000' };
  server = await startTestServer({ routes, settings });
});
afterAll(() => server.close());

describe('a request for another host', () => {
  const port = () => server.port;
  test.each([
    ['our address', () => `127.0.0.1:${port()}`, 200],
    ['our name', () => `localhost:${port()}`, 200],
    ['our address in IPv6', () => `[::1]:${port()}`, 200],
    ['another port', () => `localhost:${port() + 1}`, 421],
    ['no port', () => 'localhost', 421],
    ['a foreign name', () => `desk.example:${port()}`, 421],
    ['a name that ends in ours', () => `evil.localhost:${port()}`, 421],
    ['a name that begins with ours', () => `127.0.0.1.example:${port()}`, 421],
  ])('is answered by what it names: %s', async (_name, host, status) => {
    expect((await server.request('/', { headers: { Host: host() } })).status).toBe(status);
  });

  test('is refused for files and health too', async () => {
    const headers = { Host: 'desk.example' };
    expect((await server.request('/healthz', { headers })).status).toBe(421);
    expect((await server.request('/built/main.css', { headers })).status).toBe(421);
  });
});

describe('a change', () => {
  const ours = () => `http://127.0.0.1:${server.port}`;
  const form = { note: 'x' };
  test.each([
    ['from our own page', () => ({ 'Sec-Fetch-Site': 'same-origin' }), 200],
    ['typed by the person', () => ({ 'Sec-Fetch-Site': 'none' }), 200],
    ['from another site', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['from another port here', () => ({ 'Sec-Fetch-Site': 'same-site' }), 403],
    [
      'from another site that claims our origin',
      () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: ours() }),
      403,
    ],
    ['from our origin in an old browser', () => ({ Origin: ours() }), 200],
    ['from another origin in an old browser', () => ({ Origin: 'http://desk.example' }), 403],
    ['from a page without origin', () => ({ Origin: 'null' }), 403],
    ['from a program', () => ({}), 200],
  ])('is judged by where it comes from: %s', async (_name, headers, status) => {
    expect((await server.request('/things', { form, headers: headers() })).status).toBe(status);
  });

  test('by any method is guarded, by the form field too', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    for (const method of ['DELETE', 'PUT', 'PATCH'])
      expect((await server.request('/things/1', { method, headers })).status).toBe(403);
    expect((await server.request('/things/1', { form: { _method: 'DELETE' }, headers })).status).toBe(403);
  });

  test('does not guard what only reads: links from elsewhere work', async () => {
    expect((await server.request('/things/1', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(
      200,
    );
  });
});

describe('the method of a plain form', () => {
  test.each([
    ['DELETE', 200, 'deleted'],
    ['delete', 200, 'deleted'],
    ['GET', 405, ''],
    ['TRACE', 405, ''],
  ])('is the one it names, if it changes something: %s', async (name, status, text) => {
    const answer = await server.request('/things/1', { form: { _method: name } });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  test('that no route has is answered with those there are', async () => {
    const answer = await server.request('/things/1', { method: 'PUT' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, DELETE']);
  });
});

describe('every answer', () => {
  test.each(['/', '/nowhere', '/broken', '/healthz'])('carries the safety headers: %s', async (path) => {
    const { headers } = await server.request(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is a page is asked for again before it is shown', async () => {
    expect((await server.request('/')).headers['cache-control']).toBe('private, no-cache');
  });
});

describe('a body', () => {
  test('larger than a form is refused with a sentence', async () => {
    const answer = await server.request('/things', { form: { note: 'x'.repeat(300_000) } });
    expect(answer.status).toBe(413);
    expect(answer.html()('main').text()).toContain('larger than the limit');
  });

  test('with an article of the greatest length is read, in the most expensive characters too', async () => {
    for (const character of ['x', 'ऊ']) {
      const text = character.repeat(100_000);
      const answer = await server.request('/articles', { form: { text } });
      expect([answer.status, answer.text]).toEqual([
        200,
        JSON.stringify({ text: 100_000, file: 0, kept: 0 }),
      ]);
    }
  });

  test('with far more than an article is refused', async () => {
    const answer = await server.request('/articles', { form: { text: 'x'.repeat(1_200_000) } });
    expect(answer.status).toBe(413);
  });

  test.each([
    ['a file', 'file', 5000, 200],
    ['a file under another name', 'other', 10, 400],
  ])('with an upload is read: %s', async (_name, field, size, status) => {
    const answer = await server.request('/articles', multipart(field, 'x'.repeat(size)));
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.text).toBe(JSON.stringify({ text: 0, file: size, kept: size }));
  });

  test('with too large an upload is read to its end, so that the form can be shown again, and the file dropped', async () => {
    const answer = await server.request('/articles', multipart('file', 'x'.repeat(5001)));
    expect([answer.status, answer.text]).toEqual([200, JSON.stringify({ text: 0, file: 5001, kept: 0 })]);
  });

  test.each([
    ['a multipart form without boundary', 'multipart/form-data', 'text'],
    ['a multipart form cut off', 'multipart/form-data; boundary=b', '--b\r\nContent-Disp'],
    ['an unknown character encoding', 'application/x-www-form-urlencoded; charset=klingon', 'a=b'],
  ])('that is malformed is refused: %s', async (_name, type, body) => {
    const answer = await server.request('/articles', { body, headers: { 'Content-Type': type } });
    expect([400, 415]).toContain(answer.status);
    expect(answer.html()('main p').first().text()).not.toBe('');
  });

  test('is not asked for by an address that cannot be decoded', async () => {
    expect((await server.request('/things/%E0%A4%A')).status).toBe(400);
  });
});

describe('an error', () => {
  test('of every expected kind has a status', () => {
    // The database's absence is nobody's error, and has a table of its own.
    const { AppError: _, DatabaseAwayError: __, ...classes } = errors;
    expect(Object.values(classes).filter((one) => !errorStatuses.has(one))).toEqual([]);
  });

  test('is a page for a browser, a sentence for htmx', async () => {
    const page = await server.request('/nowhere');
    expect(page.status).toBe(404);
    expect(page.html()('html[lang] h1').text()).toBe('Not found');
    const fragment = await server.request('/nowhere', { htmx: true });
    expect([fragment.status, fragment.headers['hx-retarget'], fragment.headers['hx-reswap']]).toEqual([
      404,
      '#notice',
      'innerHTML',
    ]);
    expect(fragment.text).toMatch(/^<p>.*<\/p>$/);
  });

  test.each([false, true])(
    'that nobody expected tells its number and nothing else, htmx %s',
    async (htmx) => {
      const answer = await server.request('/broken', { htmx });
      expect(answer.status).toBe(500);
      expect(answer.text).toContain(String(answer.headers['x-request-id']));
      expect(answer.text).not.toContain(SECRET);
      expect(answer.text).not.toMatch(/Error|\bat .*:\d+/);
      const line = server.logged().findLast((one) => one.message === 'request failed');
      expect(line).toMatchObject({ id: answer.headers['x-request-id'], error: 'Error' });
      expect(line?.stack).not.toEqual([]);
    },
  );

  test('in the middle of an answer cuts it off', async () => {
    await expect(server.request('/broken-late')).rejects.toThrow();
  });
});

describe('the log', () => {
  test('says what was asked for by its pattern, with the id that was answered', async () => {
    const answer = await server.request('/things/42?q=word');
    const line = server.logged().find((one) => one.id === answer.headers['x-request-id']);
    expect(line).toMatchObject({ level: 'info', method: 'GET', route: '/things/:id', status: 200 });
    expect(typeof line?.ms).toBe('number');
  });

  test('holds nothing of what people typed', async () => {
    const query = encodeURIComponent(SECRET);
    await server.request(`/?q=${query}`, {
      headers: { Referer: `${server.url}/?q=${query}`, Cookie: `a=${query}` },
    });
    await server.request(`/things/${query}`);
    await server.request(`/${query}`);
    await server.request('/things', { form: { text: SECRET, _method: SECRET } });
    await server.request('/articles', { form: { text: SECRET, title: SECRET } });
    await server.request('/articles', multipart('other', SECRET, SECRET));
    await server.request('/broken');
    const everything = decodeURIComponent(JSON.stringify(server.logged()));
    expect(everything).toContain('/things/:id');
    for (const word of SECRET.split(' ').filter((one) => one.length > 3))
      expect(everything).not.toContain(word);
  });
});

function multipart(field: string, content: string, filename = 'a.txt') {
  const body = `--b\r\nContent-Disposition: form-data; name="${field}"; filename="${filename}"\r\n\r\n${content}\r\n--b--\r\n`;
  return { body, headers: { 'Content-Type': 'multipart/form-data; boundary=b' } };
}
