import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { writePdf } from '../../formats/pdf/write-pdf.ts';
import { localMember } from '../../support/desk.ts';
import { filesForm } from '../../support/upload.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
let db: Db;
beforeAll(async () => {
  server = await startTestServer({ settings: { MAX_UPLOAD_BYTES: '5000', MAX_IMPORT_BYTES: '9000' } });
  ({ db } = server.database);
  await localMember(db);
});
afterAll(() => server.close());

const page = (words: string) => `<!doctype html><html lang="en-GB"><head><title>Tide tables</title>
<meta name="author" content="Edda Lund"></head><body><article><h1>Tide tables</h1>
<p>The tide came in at nine, the harbour office said on Monday. ${words} It went out again at three, as the tables said it would.</p>
<p>By the pier nobody was surprised, though two boats had been left on the sand with their nets still in them.</p>
</article><script>alert(1)</script></body></html>`;

type File = readonly [name: string, content: string | Uint8Array];
const send = async (files: readonly File[], fields: Record<string, string> = {}, htmx = false) =>
  server.request('/articles', { ...(await filesForm({ text: '', ...fields }, files)), htmx });

async function stored(location: string | undefined) {
  const id = /^\/articles\/([\w-]+)/.exec(location ?? '')?.[1] ?? '';
  return db.article.findUniqueOrThrow({ where: { id }, include: { text: true, sources: true } });
}

function formOf($: ReturnType<Awaited<ReturnType<typeof send>>['html']>) {
  const fields = $('main form').last().serializeArray();
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('a saved page', () => {
  test('is imported with its details and its source', async () => {
    const answer = await send([['größe 🌊.html', page('One.')]], { publication: 'The Tide' });
    expect(answer.status).toBe(303);
    const article = await stored(answer.headers.location);
    expect(article).toMatchObject({ title: 'Tide tables', byline: 'Edda Lund', publication: 'The Tide' });
    expect(article.text?.text).toMatch(/^The tide came in/);
    expect(article.sources).toMatchObject([{ name: 'größe 🌊.html', url: null, mediaType: 'text/html' }]);
  });

  test('need not be sent again where a detail is refused', async () => {
    const count = await db.article.count();
    const answer = await send([['b.html', page('Three.')]], { published: 'soon' });
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#f-published-error').text()).toContain('date');
    expect($('[name=published]').val()).toBe('soon');
    expect($('[name=byline]').val()).toBe('Edda Lund');
    expect(await db.article.count()).toBe(count);
    const form = { ...formOf($), published: '2025-03-04' };
    const article = await stored((await server.request('/articles', { form })).headers.location);
    expect(article).toMatchObject({ published: '2025-03-04', byline: 'Edda Lund' });
    expect(article.sources).toHaveLength(1);
  });
});

test('a PDF is imported as any other file', async () => {
  const words = [
    { text: 'The tide came in at nine on Monday, the harbour office said, and', x: 72, y: 100 },
    { text: 'it went out again at three, as the tables said that it would do.', x: 72, y: 114 },
  ];
  const bytes = writePdf([words], { title: 'Tide tables' });
  const $ = (await server.request('/readings', await filesForm({ text: '' }, [['tide.pdf', bytes]]))).html();
  expect($('textarea').text()).toContain('the harbour office said, and it went out again');
  const article = await stored((await server.request('/articles', { form: formOf($) })).headers.location);
  expect(article.title).toBe('Tide tables');
  expect(article.sources).toMatchObject([{ name: 'tide.pdf', mediaType: 'application/pdf' }]);
  expect(Buffer.from(article.sources[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});

test('a plain text is its own source', async () => {
  const answer = await send([['words.txt', 'Tide\n\nThe tide came in at nine.']]);
  expect((await stored(answer.headers.location)).sources).toEqual([]);
});

test('Markdown is kept, since its marks are read and do not stand in the text', async () => {
  const answer = await send([['words.md', '# Tide\n\nIt rose by **12 per cent** at nine.']]);
  const { sources } = await stored(answer.headers.location);
  expect(sources.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
    '# Tide\n\nIt rose by **12 per cent** at nine.',
  ]);
});

describe('the source of an article', () => {
  test('can be saved, and is never shown', async () => {
    const bytes = page('Five.');
    const { location = '' } = (await send([['größe.html', bytes]])).headers;
    const answer = await server.request(`${location}/source`);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(bytes);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment;.*filename\*=UTF-8''gr%C3%B6%C3%9Fe\.html/,
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    const $ = (await server.request(`${location}/edit`)).html();
    expect($('.source a').attr('href')).toBe(`${location}/source`);
    expect($('.source').text()).toContain('größe.html');
    expect($('.source dd').last().text()).toMatch(/^[\da-f]{64}$/);
  });

  test('is not found where there is none, or for somebody else', async () => {
    const { location = '' } = (await send([['d.txt', 'No source for this.']])).headers;
    expect((await server.request(`${location}/source`)).status).toBe(404);
    expect((await server.request(`${location}/edit`)).html()('.source')).toHaveLength(0);
    const other = (await send([['e.html', page('Six.')]])).headers.location ?? '';
    await db.article.update({
      where: { id: (await stored(other)).id },
      data: { project: { create: { id: 'p-else', slug: 'else', name: 'Elsewhere' } } },
    });
    expect((await server.request(`${other}/source`)).status).toBe(404);
  });
});
