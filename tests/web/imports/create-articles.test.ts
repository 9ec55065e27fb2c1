import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { becomes, localMember } from '../../support/desk.ts';
import { workOnImports } from '../../support/import-files.ts';
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

describe.each(['/imports', '/articles'])('files of many articles sent to %s', (address) => {
  const send = async (files: readonly File[], fields: Record<string, string> = {}) =>
    server.request(address, await filesForm({ text: '', kind: 'articles', ...fields }, files));

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

test('one file of articles, sent to /imports, is imported in the background as well', async () => {
  const count = await db.article.count();
  const form = await filesForm({ kind: 'articles' }, [['a.html', page('Nine.')]]);
  const { location = '' } = (await server.request('/imports', form)).headers;
  expect(location).toMatch(/^\/imports\/[\w-]+$/);
  expect(await db.import.findUnique({ where: { id: location.split('/').at(-1) ?? '' } })).toMatchObject({
    kind: 'articles',
  });
  expect(await db.article.count()).toBe(count);
});

test('none is refused beside its field', async () => {
  const answer = await server.request('/imports', { form: { kind: 'articles', byline: 'Typed' } });
  expect(answer.status).toBe(422);
  expect(answer.html()('#f-file-error').text()).toContain('Choose a file');
  expect(answer.html()('[name=byline]').val()).toBe('Typed');
});

test('the report names each article with its date and length, what failed first, and where to begin', async () => {
  const files: File[] = [
    ['b.txt', '# Tides\n\nBy Edda Lund\n\n4 March 2025\n\nThe tide came in. It went out.'],
    ['a.txt', '# Ebb\n\nOne sentence stands here.'],
    ['empty.txt', ''],
  ];
  const answer = await server.request('/imports', await filesForm({ text: '', kind: 'articles' }, files));
  await workOnImports(server.database);
  const $ = (await server.request(answer.headers.location ?? '')).html();
  const rows = $('.report tbody tr')
    .map((_, row) => [
      $('td', row)
        .map((_at, cell) => $(cell).text())
        .get(),
    ])
    .get();
  expect(rows).toEqual([
    ['', 'empty.txt', expect.stringContaining('empty')],
    ['Ebb', '', '1 sentence', 'a.txt', 'Imported Start coding'],
    ['Tides', '4 March 2025', '2 sentences', 'b.txt', 'Imported Start coding'],
  ]);
  expect($('#import [role=status]').text()).toBe('2 articles imported, 1 file failed.');
  const first = $('.report td a').first().attr('href') ?? '';
  expect($('#import .primary').attr('href')).toBe(first);
  expect((await server.request(first)).html()('h1').text()).toBe('Ebb');
  await db.article.update({ where: { id: first.split('/').at(-1) ?? '' }, data: { deletedAt: new Date() } });
  const after = (await server.request(answer.headers.location ?? '')).html();
  expect(after('.report').text()).not.toContain('Ebb');
});
