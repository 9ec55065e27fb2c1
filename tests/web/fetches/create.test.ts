import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { sweepSources } from '../../../src/store/sources.ts';
import { becomes } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';
import { startSite, type WebSite } from '../../support/web-site.ts';

const page = (words: string) => `<!doctype html>
<html lang="de">
<head>
<title>Hafen wieder offen</title>
<meta name="author" content="Mara Lindqvist">
<meta property="og:site_name" content="Küstenbote">
<meta property="article:published_time" content="2025-03-04T08:00:00Z">
</head>
<body>
<nav><a href="/">Start</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>Hafen wieder offen</h1>
<p>Der Hafen ist seit Dienstag wieder offen, sagte Ines Okafor am Abend. ${words} Niemand wurde verletzt, und die Fähren fahren nach Plan.</p>
<h2>Die Schäden</h2>
<p>Der Sturm hatte am Sonntag <em>drei</em> Boote losgerissen; zwei davon lagen am Morgen auf dem Strand vor der Mole.</p>
<blockquote><p>So etwas habe ich noch nicht gesehen, sagte der Hafenmeister, der seit dreißig Jahren hier arbeitet.</p></blockquote>
<ul><li>Die Mole bleibt bis Mai gesperrt.</li><li>Der Markt beginnt am Samstag.</li></ul>
</article></main>
<script>alert(1)</script>
</body></html>`;

const PAGES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/hafen': ['text/html; charset=utf-8', page('Erste Fassung.')],
  '/anders': ['text/html; charset=utf-8', page('Zweite Fassung.')],
  '/zweimal': ['text/html; charset=utf-8', page('Dritte Fassung.')],
  '/plain': ['text/plain; charset=utf-8', 'By Mara Lindqvist\n\nThe port was open again, she wrote.'],
  '/long': ['text/plain', 'Words and words. '.repeat(300)],
  '/empty': [
    'text/html',
    '<html><head><title>Nothing yet</title><meta name="author" content="Ines Okafor"></head><body></body></html>',
  ],
  '/picture': ['image/png', 'x'],
};

const site: RequestListener = (request, response) => {
  const found = PAGES[request.url ?? ''];
  if (request.url === '/moved') response.writeHead(301, { Location: '/hafen' }).end();
  else if (!found) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': found[0] }).end(found[1]);
};

let web: WebSite;
let server: TestServer;
let db: Db;
beforeAll(async () => {
  web = await startSite(site);
  server = await startTestServer({ settings: { FETCH_LOOPBACK: 'allow', MAX_ARTICLE_LENGTH: '3000' } });
  ({ db } = server.database);
});
afterAll(async () => {
  web.close();
  await server.close();
});

const post = (form: Record<string, string>, htmx = false) => server.request('/articles', { form, htmx });
const fetching = (form: Record<string, string>, htmx = false) => server.request('/fetches', { form, htmx });
const fetched = (path: string) => fetching({ address: `${web.url}${path}` });

/** The form as a browser sends it from the page it was given. */
function formOf($: Awaited<ReturnType<typeof post>>['html'] extends () => infer Page ? Page : never) {
  const fields = $('main form').last().serializeArray();
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** The page to paste a text on, which an address that could not be fetched leads to. */
async function pasteInstead($: ReturnType<Awaited<ReturnType<typeof post>>['html']>) {
  const link = $('main form a').attr('href') ?? '';
  return (await server.request(link)).html();
}

async function stored(location: string | undefined) {
  const id = /^\/articles\/([\w-]+)/.exec(location ?? '')?.[1] ?? '';
  return db.article.findUniqueOrThrow({ where: { id }, include: { text: true, sources: true } });
}

describe('a web address', () => {
  test('is shown as the article that stands there, and nothing is stored', async () => {
    const count = await db.article.count();
    const answer = await fetched('/moved');
    expect(answer.status).toBe(200);
    const $ = answer.html();
    const text = $('textarea').text();
    expect(text).toContain('## Die Schäden');
    expect(text).toContain('> So etwas');
    expect(text).toContain('- Die Mole');
    expect(text).not.toContain('alert');
    expect(text).not.toContain('Sport');
    expect($('[name=title]').val()).toBe('Hafen wieder offen');
    expect($('[name=byline]').val()).toBe('Mara Lindqvist');
    expect($('[name=publication]').val()).toBe('Küstenbote');
    expect($('[name=url]').val()).toBe(`${web.url}/hafen`);
    expect($('[name=language]').val()).toBe('de');
    expect($('[name=source]').attr('checked')).toBeDefined();
    expect($('#kept-source').text()).toContain(`${web.url}/hafen`);
    expect($('#import-state').text()).toContain('nothing is saved yet');
    expect(await db.article.count()).toBe(count);
  });

  test('becomes an article with its source, its details as they were corrected', async () => {
    const form = formOf((await fetched('/hafen')).html());
    const answer = await post({ ...form, byline: 'M. Lindqvist', publication: '' });
    expect(answer.status).toBe(303);
    const article = await stored(answer.headers.location);
    expect(article).toMatchObject({
      title: 'Hafen wieder offen',
      byline: 'M. Lindqvist',
      publication: null,
      url: `${web.url}/hafen`,
      language: 'de',
    });
    expect(article.published).toMatch(/^2025-03-04/);
    const [source] = article.sources;
    const bytes = Buffer.from(PAGES['/hafen']?.[1] ?? '');
    expect(source).toMatchObject({
      name: 'hafen.html',
      url: `${web.url}/hafen`,
      mediaType: 'text/html',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(Buffer.from(source?.bytes ?? []).equals(bytes)).toBe(true);
    const shown = (await server.request(answer.headers.location ?? '')).html();
    expect(shown('#text').attr('lang')).toBe('de');
    expect(shown('#text h2').text()).toContain('Die Schäden');
  });

  test('of a text that is there already leads to it', async () => {
    const first = await post(formOf((await fetched('/zweimal')).html()));
    const again = await post(formOf((await fetched('/zweimal')).html()));
    expect(again.headers.location).toBe(`${first.headers.location}?notice=duplicate`);
    expect((await stored(first.headers.location)).sources).toHaveLength(1);
  });

  test('of a plain text has what stands at its top read', async () => {
    const $ = (await fetched('/plain')).html();
    expect($('[name=byline]').val()).toBe('Mara Lindqvist');
    expect($('[name=whole]')).toHaveLength(0);
    const article = await stored((await post(formOf($))).headers.location);
    expect(article.text?.text).toBe('The port was open again, she wrote.');
    expect(article.sources[0]).toMatchObject({ name: 'plain.txt', mediaType: 'text/plain' });
  });

  test('may be let go of, so that another text stands without a source', async () => {
    const { source: _source, ...form } = formOf((await fetched('/anders')).html());
    const answer = await post({ ...form, text: 'By Somebody\n\nQuite another text.', byline: '' });
    const article = await stored(answer.headers.location);
    expect(article.sources).toEqual([]);
    expect(article.text?.text).toBe('Quite another text.');
  });

  test('whose source is gone is told of, and nothing is stored', async () => {
    const count = await db.article.count();
    const form = formOf((await fetched('/anders')).html());
    await sweepSources(db, new Date(Date.now() + 25 * 3_600_000));
    const answer = await post(form);
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#f-text-error').text()).toContain('for a day');
    expect($('textarea').text()).toContain('Zweite Fassung');
    expect($('[name=source]')).toHaveLength(0);
    expect(await db.article.count()).toBe(count);
    expect((await post(formOf($))).status).toBe(303);
  });

  test('keeps its source where a detail is refused', async () => {
    const form = formOf((await fetched('/anders')).html());
    const answer = await post({ ...form, published: 'soon' });
    expect(answer.status).toBe(422);
    expect(answer.html()('[name=source]').val()).toBe(form.source);
    expect(answer.html()('[name=whole]').val()).toBe('1');
  });

  test('is shown beside what would be imported, and its form fetches no more', async () => {
    const $ = (await fetched('/hafen')).html();
    expect($('.tabs [aria-current=page]').text()).toBe('Web address');
    expect($('#preview h3').text()).toBe('Hafen wieder offen');
    expect($('#preview').text()).toContain('Mara Lindqvist');
    expect($('#preview .heading').text()).toBe('Die Schäden');
    expect($('[name=address]')).toHaveLength(0);
  });
});

describe('a web address without an article', () => {
  test.each([
    ['/nothing', /no page.*404/],
    ['/picture', /image\/png/],
    ['/long', /5,100.*3,000/],
  ])('%s is refused beside its field, and stands in the details', async (path, reason) => {
    const answer = await fetched(path);
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#f-address-error').text()).toMatch(reason);
    expect($('[name=address]').val()).toBe(`${web.url}${path}`);
    expect($('[name=address]').attr('aria-invalid')).toBe('true');
    // The text is pasted on a page of its own, so that fetching again takes nothing away.
    expect($('textarea')).toHaveLength(0);
    const paste = await pasteInstead($);
    expect(paste('[name=url]').val()).toBe(`${web.url}${path}`);
    const pasted = await post({ ...formOf(paste), text: `What stood at ${path}.` });
    expect(await stored(pasted.headers.location)).toMatchObject({ url: `${web.url}${path}` });
  });

  test('still tells what it says of itself', async () => {
    const failed = (await fetched('/empty')).html();
    expect(failed('#f-address-error').text()).not.toBe('');
    const $ = await pasteInstead(failed);
    expect($('[name=title]').val()).toBe('Nothing yet');
    expect($('[name=byline]').val()).toBe('Ines Okafor');
    expect($('[name=url]').val()).toBe(`${web.url}/empty`);
  });

  test.each([
    ['', /full web address/],
    ['ftp://news.example/', /full web address/],
    ['http://10.0.0.1/', /public web/],
    ['http://desk:word@news.example/', /password/],
  ])('%j is refused', async (address, reason) => {
    const answer = await fetching({ address });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-address-error').text()).toMatch(reason);
    const $ = answer.html();
    expect($('main a[href*="way=paste"]').last().attr('href')).not.toContain('word');
  });
});

test('this machine is not fetched from where no setting allows it', async () => {
  const other = await startTestServer();
  try {
    const form = { address: `${web.url}/hafen` };
    const answer = await other.request('/fetches', { form });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-address-error').text()).toMatch(/public web/);
  } finally {
    await other.close();
  }
});

test('a form from before fetching had an address says it by its button', async () => {
  const count = await db.article.count();
  const answer = await post({ address: `${web.url}/hafen`, fetch: '1' });
  expect(answer.status).toBe(200);
  expect(answer.html()('[name=title]').val()).toBe('Hafen wieder offen');
  expect(await db.article.count()).toBe(count);
});

test('a reader may have nothing fetched', async () => {
  await becomes(db, 'reader');
  try {
    const count = await db.source.count();
    expect((await fetched('/hafen')).status).toBe(403);
    expect(await db.source.count()).toBe(count);
  } finally {
    await becomes(db, 'owner');
  }
});
