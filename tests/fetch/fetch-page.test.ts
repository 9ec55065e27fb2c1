import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FetchError } from '../../src/domain/errors.ts';
import { type FetchOptions, fetchPage } from '../../src/fetch/fetch-page.ts';
import type { FindAddresses } from '../../src/fetch/guarded-agent.ts';
import { startSite, startUntrustedSite, type WebSite } from '../support/web-site.ts';

const PAGE = '<!doctype html><title>Tide</title><p>The tide came in at nine.';

let asked: { url: string; headers: IncomingHttpHeaders }[] = [];
let open = 0;

function html(response: ServerResponse, body: string | Uint8Array = PAGE, headers = {}, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset="UTF-8"', ...headers }).end(body);
}

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { Location: location }).end('moved');
}

/** Sends the same again and again until nobody listens. */
function endless(response: ServerResponse, chunk: Uint8Array): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

const NOTHING = Buffer.alloc(50_000_000);
const BOMB = gzipSync(NOTHING);
const BR_BOMB = brotliCompressSync(NOTHING, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const DEFLATE_BOMB = deflateSync(NOTHING);
const packed = (name: string, bytes: Uint8Array) => [bytes, { 'Content-Encoding': name }] as const;

const answers: Record<string, RequestListener> = {
  '/page': (_request, response) => html(response),
  '/untyped': (_request, response) => void response.end(PAGE),
  '/words.md': (_request, response) => html(response, '# Tide', { 'Content-Type': 'text/markdown' }),
  '/gzip': (_request, response) => html(response, ...packed('gzip', gzipSync(PAGE))),
  '/deflate': (_request, response) => html(response, ...packed('deflate', deflateSync(PAGE))),
  '/raw-deflate': (_request, response) => html(response, ...packed('deflate', deflateRawSync(PAGE))),
  '/br': (_request, response) => html(response, ...packed('br', brotliCompressSync(PAGE))),
  '/twice': (_request, response) => html(response, ...packed('gzip, br', brotliCompressSync(gzipSync(PAGE)))),
  '/thrice': (_request, response) => html(response, ...packed('gzip, gzip, gzip', gzipSync(PAGE))),
  '/strange': (_request, response) => html(response, ...packed('compress', Buffer.from(PAGE))),
  '/not-gzip': (_request, response) => html(response, ...packed('gzip', Buffer.from(PAGE))),
  '/not-br': (_request, response) => html(response, ...packed('br', Buffer.from(PAGE))),
  '/not-deflate': (_request, response) =>
    html(response, ...packed('deflate', Buffer.from('\xff\xff', 'latin1'))),
  '/cut-gzip': (_request, response) => html(response, ...packed('gzip', gzipSync(PAGE).subarray(0, 30))),
  '/bomb': (_request, response) => html(response, ...packed('gzip', BOMB)),
  '/double-bomb': (_request, response) => html(response, ...packed('gzip, gzip', gzipSync(BOMB))),
  '/deflate-bomb': (_request, response) => html(response, ...packed('deflate', DEFLATE_BOMB)),
  '/br-bomb': (_request, response) => html(response, ...packed('br', BR_BOMB)),
  '/endless': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    endless(response, Buffer.alloc(65_536, 'x'));
  },
  '/endless-gzip': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' });
    endless(response, Buffer.alloc(gzipSync('').length * 3_000, gzipSync('')));
  },
  '/huge': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '99999999999' });
    response.write('x');
  },
  '/short': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '1000' });
    response.write('x', () => response.destroy());
  },
  '/dropped': (request) => void request.socket.destroy(),
  '/no-http': (request) => void request.socket.end('220 mail.example ESMTP\r\n'),
  '/silent': () => {},
  '/half': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.write('<p>The tide');
  },
  '/picture': (_request, response) => html(response, 'x', { 'Content-Type': 'image/png' }),
  '/hostile-type': (_request, response) => html(response, 'x', { 'Content-Type': '<b>/x' }),
  '/empty': (_request, response) => void response.writeHead(204).end(),
  '/hop/0': (_request, response) => redirect(response, '/page', 301),
  '/loop': (_request, response) => redirect(response, '/loop'),
  '/ring': (_request, response) => redirect(response, '/gnir', 307),
  '/gnir': (_request, response) => redirect(response, '/ring', 308),
  '/nowhere': (_request, response) => void response.writeHead(302).end(),
  '/to-metadata': (_request, response) => redirect(response, 'http://169.254.169.254/latest/meta-data/'),
  '/to-octal': (_request, response) => redirect(response, 'http://0251.0376.0251.0376/'),
  '/to-private': (_request, response) => redirect(response, '//[::ffff:10.0.0.1]/'),
  '/to-file': (_request, response) => redirect(response, 'file:///etc/passwd', 303),
  '/to-user': (_request, response) => redirect(response, '//user:word@127.0.0.1/'),
};

const listener: RequestListener = (request, response) => {
  const url = request.url ?? '';
  asked.push({ url, headers: request.headers });
  const hop = Number(/^\/hop\/([1-9]\d*)$/.exec(url)?.[1]);
  const status = Number(/^\/status\/(\d+)$/.exec(url)?.[1]);
  if (hop) redirect(response, `/hop/${hop - 1}`);
  else if (status) html(response, PAGE, {}, status);
  else answers[url]?.(request, response);
};

let site: WebSite;
let untrusted: WebSite;
beforeAll(async () => {
  site = await startSite((request, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
    });
    listener(request, response);
  });
  untrusted = await startUntrustedSite(listener);
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  site.close();
  untrusted.close();
});

const LOCAL: FetchOptions = { allowLoopback: true };
/** In ms: what is no matter of time must not fail on a busy machine. */
const PATIENT = { time: 600_000 };
const fetchLocal = (path: string, options: FetchOptions = {}) =>
  fetchPage(`${site.url}${path}`, { ...LOCAL, ...options, limits: { ...PATIENT, ...options.limits } });

async function failure(fetched: Promise<unknown>): Promise<FetchError> {
  const error = await fetched.then(
    () => new Error('it was fetched'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FetchError) return error;
  throw error;
}

/** A name server that answers each question with the next of the lists, and says how often it was asked. */
function nameServer(...lists: readonly (readonly string[])[]) {
  let questions = 0;
  const find: FindAddresses = (_name, answer) => {
    const list = lists[Math.min(questions, lists.length - 1)] ?? [];
    questions += 1;
    answer(
      null,
      list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { find, questions: () => questions };
}

describe('a page', () => {
  test('is fetched with its type and charset', async () => {
    const page = await fetchLocal('/page#tide');
    expect(page).toMatchObject({ url: `${site.url}/page`, mediaType: 'text/html', charset: 'utf-8' });
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
  });

  test.each(['/untyped', '/words.md'])('may be of another type: %s', async (path) => {
    expect((await fetchLocal(path)).bytes.length).toBeGreaterThan(5);
  });

  test.each(['/gzip', '/deflate', '/raw-deflate', '/br', '/twice'])('is unpacked: %s', async (path) => {
    expect(Buffer.from((await fetchLocal(path)).bytes).toString()).toBe(PAGE);
  });

  test('is asked for honestly, without cookies or referrer', async () => {
    await fetchLocal('/page');
    const [{ headers } = { headers: {} as IncomingHttpHeaders }] = asked;
    expect(headers['user-agent']).toContain('On-Record');
    expect(headers.accept).toContain('text/html');
    expect(headers.referer ?? headers.authorization ?? headers.cookie).toBeUndefined();
  });

  test('is found by the name of its server, which is asked for once', async () => {
    const names = nameServer(['127.0.0.1']);
    const page = await fetchPage(`http://news.example:${site.port}/page`, {
      ...LOCAL,
      findAddresses: names.find,
    });
    expect(page.url).toBe(`http://news.example:${site.port}/page`);
    expect(names.questions()).toBe(1);
    expect(asked[0]?.headers.host).toBe(`news.example:${site.port}`);
  });
});

describe('redirects', () => {
  test('are followed, five of them', async () => {
    expect((await fetchLocal('/hop/4')).url).toBe(`${site.url}/page`);
    expect(asked).toHaveLength(6);
  });

  test.each([
    ['/hop/5', 'redirects'],
    ['/loop', 'redirects'],
    ['/ring', 'redirects'],
    ['/nowhere', 'kind'],
    ['/to-metadata', 'refused'],
    ['/to-octal', 'refused'],
    ['/to-private', 'refused'],
    ['/to-file', 'address'],
    ['/to-user', 'credentials'],
  ])('of %s end with “%s”', async (path, reason) => {
    expect((await failure(fetchLocal(path))).reason).toBe(reason);
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

describe('connections', () => {
  test.each([
    ['loopback', ['127.0.0.1']],
    ['IPv6 loopback', ['::1']],
    ['private', ['10.0.0.5']],
    ['metadata', ['169.254.169.254']],
    ['mapped loopback', ['::ffff:127.0.0.1']],
    ['a public and a private one', ['8.8.8.8', '192.168.0.1']],
  ])('to a name that is looked up to %s are not made', async (_what, addresses) => {
    const names = nameServer(addresses);
    const error = await failure(fetchPage('http://news.example/', { findAddresses: names.find }));
    expect(error.reason).toBe('refused');
    for (const address of addresses) expect(error.message).not.toContain(address);
    expect(names.questions()).toBe(1);
  });

  test('to this machine by its own name are not made', async () => {
    expect((await failure(fetchPage('http://localhost:8080/'))).reason).toBe('refused');
  });

  test('go to the address that was checked, whatever the name means a moment later', async () => {
    const names = nameServer(['127.0.0.1'], ['169.254.169.254']);
    const options = { ...LOCAL, findAddresses: names.find };
    const page = await fetchPage(`http://rebind.example:${site.port}/page`, options);
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
    expect(names.questions()).toBe(1);
  });

  test('are checked anew where the name means something else after a redirect', async () => {
    const names = nameServer(['127.0.0.1'], ['169.254.169.254']);
    const other: RequestListener = (_request, response) =>
      redirect(response, `http://rebound.example:${site.port}/page`);
    answers['/to-rebound'] = other;
    const address = `http://rebind.example:${site.port}/to-rebound`;
    const error = await failure(fetchPage(address, { ...LOCAL, findAddresses: names.find }));
    expect(error.reason).toBe('refused');
    expect(names.questions()).toBe(2);
    expect(asked).toHaveLength(1);
  });

  test('need a name that exists and a server that answers', async () => {
    const none: FindAddresses = (_name, answer) =>
      answer(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect((await failure(fetchPage('http://nothing.example/', { findAddresses: none }))).reason).toBe(
      'name',
    );
    expect(
      (await failure(fetchPage('http://nothing.example/', { findAddresses: nameServer([]).find }))).reason,
    ).toBe('name');
    const closed = await startSite(listener);
    closed.close();
    expect((await failure(fetchPage(closed.url, LOCAL))).reason).toBe('unreachable');
  });

  test('need a certificate that somebody vouches for', async () => {
    const error = await failure(fetchPage(`${untrusted.url}/page`, LOCAL));
    expect(error.reason).toBe('certificate');
    expect(asked).toHaveLength(0);
  });
});

describe('an answer', () => {
  test.each([
    [400, 'forbidden'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'missing'],
    [410, 'missing'],
    [429, 'failed'],
    [451, 'forbidden'],
    [500, 'failed'],
    [503, 'failed'],
    [206, 'kind'],
    [300, 'kind'],
  ])('of %i is no page', async (status, reason) => {
    const error = await failure(fetchLocal(`/status/${status}`));
    expect(error.reason).toBe(reason);
    expect(error.message).toContain(String(status));
  });

  test.each([
    ['/picture', 'kind', /image\/png/],
    ['/empty', 'kind', /204/],
    ['/strange', 'broken', /cannot be read/],
    ['/thrice', 'broken', /cannot be read/],
    ['/not-gzip', 'broken', /cannot be read/],
    ['/not-br', 'broken', /cannot be read/],
    ['/not-deflate', 'broken', /cannot be read/],
    ['/cut-gzip', 'broken', /cannot be read/],
    ['/no-http', 'broken', /cannot be read/],
    ['/dropped', 'unreachable', /does not answer/],
    ['/short', 'unreachable', /does not answer/],
  ])('like %s is refused with “%s”', async (path, reason, sentence) => {
    const error = await failure(fetchLocal(path));
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(sentence);
  });

  test('whose type is no type counts as one of no type', async () => {
    expect((await fetchLocal('/hostile-type')).mediaType).toBe('');
  });

  test.each(['/bomb', '/double-bomb', '/deflate-bomb', '/br-bomb', '/endless', '/endless-gzip', '/huge'])(
    'larger than the limit is cut off: %s',
    async (path) => {
      const error = await failure(fetchLocal(path));
      expect(error.reason).toBe('too-large');
      expect(error.message).toContain('10,000,000');
    },
  );

  test('of exactly the limit is taken', async () => {
    const limits = { bytes: Buffer.byteLength(PAGE) };
    expect((await fetchLocal('/page', { limits })).bytes).toHaveLength(limits.bytes);
    const error = await failure(fetchLocal('/page', { limits: { bytes: limits.bytes - 1 } }));
    expect(error.reason).toBe('too-large');
  });

  test.each(['/silent', '/half'])('that does not come is given up: %s', async (path) => {
    expect((await failure(fetchLocal(path, { limits: { time: 100 } }))).reason).toBe('timeout');
  });

  test('from a name server that never answers is given up', async () => {
    const options = { findAddresses: () => {}, limits: { time: 100 } };
    expect((await failure(fetchPage('http://news.example/', options))).reason).toBe('timeout');
  });

  test('is not waited for where nobody wants it any more', async () => {
    const nobody = new AbortController();
    answers['/waits'] = () => nobody.abort();
    await failure(fetchLocal('/waits', { signal: nobody.signal }));
    await failure(fetchLocal('/page', { signal: nobody.signal }));
    expect(asked.map(({ url }) => url)).toEqual(['/waits']);
  });

  test('leaves no connection behind', async () => {
    await expect.poll(() => open).toBe(0);
  });
});
