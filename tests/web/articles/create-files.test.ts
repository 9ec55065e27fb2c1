import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { writePdf } from '../../formats/pdf/write-pdf.ts';
import { becomes, localMember } from '../../support/desk.ts';
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

  test('is shown first where that is asked for, and gives the same article', async () => {
    const checked = await send([['a.html', page('Two.')]], { check: '1' });
    expect(checked.status).toBe(200);
    const $ = checked.html();
    expect($('textarea').text()).toMatch(/^The tide came in/);
    expect($('[name=title]').val()).toBe('Tide tables');
    expect($('#kept-source').text()).toContain('a.html');
    const first = await stored((await server.request('/articles', { form: formOf($) })).headers.location);
    expect(first).toMatchObject({ title: 'Tide tables', byline: 'Edda Lund', language: 'en-GB' });
    expect(first.sources).toMatchObject([{ name: 'a.html' }]);
    const again = await send([['a.html', page('Two.')]]);
    expect(again.headers.location).toBe(`/articles/${first.id}?notice=duplicate`);
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

  test('is looked at by htmx without being kept', async () => {
    const count = await db.source.count();
    const answer = await send([['c.html', page('Four.')]], { check: '1' }, true);
    expect(answer.html()('#details [name=title]').val()).toBe('Tide tables');
    expect(answer.html()('#details [name=read_byline]').val()).toBe('Edda Lund');
    expect(await db.source.count()).toBe(count);
  });
});

test('a PDF is imported as any other file', async () => {
  const words = [
    { text: 'The tide came in at nine on Monday, the harbour office said, and', x: 72, y: 100 },
    { text: 'it went out again at three, as the tables said that it would do.', x: 72, y: 114 },
  ];
  const bytes = writePdf([words], { title: 'Tide tables' });
  const $ = (await send([['tide.pdf', bytes]], { check: '1' })).html();
  expect($('textarea').text()).toContain('the harbour office said, and it went out again');
  const article = await stored((await server.request('/articles', { form: formOf($) })).headers.location);
  expect(article.title).toBe('Tide tables');
  expect(article.sources).toMatchObject([{ name: 'tide.pdf', mediaType: 'application/pdf' }]);
  expect(Buffer.from(article.sources[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});

test('a plain text is its own source', async () => {
  const answer = await send([['words.md', '# Tide\n\nThe tide came in at nine.']]);
  expect((await stored(answer.headers.location)).sources).toEqual([]);
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

describe('files of many articles', () => {
  test.each([
    [
      'several',
      [
        ['a.txt', 'One.'],
        ['b.md', 'Two.'],
        ['c.html', page('Seven.')],
      ],
    ],
    ['a table', [['rows.csv', 'title,text\nA,One']]],
    ['lines', [['rows.jsonl', '{"title":"A","text":"One"}']]],
    ['an archive', [['all.ZIP', 'PK\x05\x06'.padEnd(22, '\0')]]],
  ] as [string, File[]][])('begin an import: %s', async (_what, files) => {
    const count = await db.article.count();
    const answer = await send(files);
    expect(answer.status).toBe(303);
    const id = /^\/imports\/([\w-]+)$/.exec(answer.headers.location ?? '')?.[1] ?? '';
    const kept = await db.importFile.findMany({ where: { importId: id }, orderBy: { id: 'asc' } });
    expect(kept.map(({ name, bytes }) => [name, Buffer.from(bytes ?? []).toString()])).toEqual(
      files.map(([name, content]) => [name, Buffer.from(content).toString()]),
    );
    expect(await db.article.count()).toBe(count);
  });

  test('keep their names, but no folders', async () => {
    const answer = await send([
      ['../../etc/größe 🌊.txt', 'One.'],
      ['b.txt', 'Two.'],
    ]);
    const importId = answer.headers.location?.split('/').at(-1) ?? '';
    const kept = await db.importFile.findMany({ where: { importId }, orderBy: { id: 'asc' } });
    expect(kept.map(({ name }) => name)).toEqual(['größe 🌊.txt', 'b.txt']);
  });

  test('have no details of their own', async () => {
    const files: File[] = [
      ['a.txt', 'One.'],
      ['b.txt', 'Two.'],
    ];
    const answer = await send(files, { title: 'Which one?' });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-file-error').text()).toContain('one article');
    expect(answer.html()('[name=title]').val()).toBe('Which one?');
    const read = { title: 'Read from a file before', read_title: 'Read from a file before' };
    expect((await send(files, read)).status).toBe(303);
  });

  test('are not shown before', async () => {
    const files: File[] = [
      ['a.txt', 'One.'],
      ['b.txt', 'Two.'],
    ];
    const count = await db.import.count();
    const plain = await send(files, { check: '1' });
    expect(plain.status).toBe(422);
    expect(plain.html()('#f-file-error').text()).toContain('not shown');
    const partial = await send(files, { check: '1', title: 'x', read_title: 'x' }, true);
    expect(partial.status).toBe(200);
    expect(partial.html()('#f-file-error').text()).toBe('');
    expect(partial.html()('[name=title]').val() ?? '').toBe('');
    expect(await db.import.count()).toBe(count);
  });

  test.each([
    [
      'one that is too large',
      [
        ['a.txt', 'x'.repeat(5001)],
        ['b.txt', 'y'],
      ],
      /“a\.txt” is too large.*5,000/,
    ],
    ['a table that is too large', [['a.csv', 'x'.repeat(9001)]], /too large.*9,000.*onrecord import/],
    [
      'too much together',
      [
        ['a.txt', 'x'.repeat(4600)],
        ['b.txt', 'y'.repeat(4600)],
      ],
      /too large.*9,000/,
    ],
    ['too many', Array.from({ length: 1001 }, (_, at) => [`${at}.txt`, 'x']), /1,000 files/],
  ] as [string, File[], RegExp][])('are refused beside their field: %s', async (_what, files, reason) => {
    const count = await db.import.count();
    const answer = await send(files, { byline: 'Typed' });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-file-error').text()).toMatch(reason);
    expect(answer.html()('[name=byline]').val()).toBe('Typed');
    expect(await db.import.count()).toBe(count);
  });

  test('up to the limits are taken', async () => {
    const most = Array.from({ length: 1000 }, (_, at): File => [`${at}.txt`, 'x']);
    expect((await send(most)).status).toBe(303);
    expect((await send([['a.csv', `text\n${'x'.repeat(8995)}`]])).status).toBe(303);
  });

  test('may not be brought by a reader', async () => {
    await becomes(db, 'reader');
    try {
      const count = await db.import.count();
      expect((await send([['a.zip', 'x']])).status).toBe(403);
      expect((await send([['a.html', page('Eight.')]])).status).toBe(403);
      expect(await db.import.count()).toBe(count);
    } finally {
      await becomes(db, 'owner');
    }
  });
});
