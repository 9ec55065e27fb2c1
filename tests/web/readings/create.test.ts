import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { localMember, stranger } from '../../support/desk.ts';
import { filesForm } from '../../support/upload.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
let db: Db;
beforeAll(async () => {
  server = await startTestServer();
  ({ db } = server.database);
  await localMember(db);
});
afterAll(() => server.close());

const ARTICLE = `The Coastal Record

Port reopens after storm

By Mara Lindqvist

4 March 2025

Port reopens after storm

The port was open again on Tuesday, Ines Okafor said. Nobody was hurt.
`;

const page = (words: string) => `<!doctype html><html lang="en-GB"><head><title>Tide tables</title>
<meta name="author" content="Edda Lund"></head><body><article><h1>Tide tables</h1>
<p>The tide came in at nine, the harbour office said on Monday. ${words} It went out again at three, as the tables said it would.</p>
<p>By the pier nobody was surprised, though two boats had been left on the sand with their nets still in them.</p>
</article><script>alert(1)</script></body></html>`;

type File = readonly [name: string, content: string | Uint8Array];
const read = (form: Record<string, string>, htmx = false) => server.request('/readings', { form, htmx });
const readFiles = async (files: readonly File[], fields: Record<string, string> = {}, htmx = false) =>
  server.request('/readings', { ...(await filesForm({ text: '', ...fields }, files)), htmx });

async function stored(location: string | undefined) {
  const id = /^\/articles\/([\w-]+)/.exec(location ?? '')?.[1] ?? '';
  return db.article.findUniqueOrThrow({ where: { id }, include: { text: true, sources: true } });
}

function formOf($: ReturnType<Awaited<ReturnType<typeof read>>['html']>) {
  const fields = $('main form').last().serializeArray();
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('of a text', () => {
  test('stores nothing, and shows what was read, but for what was typed', async () => {
    const count = await db.article.count();
    const fresh = ARTICLE.replace('Nobody', 'No person');
    const answer = await read({ text: fresh, byline: 'Typed' });
    expect(answer.status).toBe(200);
    const $ = answer.html();
    expect($('textarea').text()).toBe(fresh);
    expect($('[name=title]').val()).toBe('Port reopens after storm');
    expect($('[name=published]').val()).toBe('2025-03-04');
    expect($('[name=byline]').val()).toBe('Typed');
    expect(await db.article.count()).toBe(count);
  });

  test('and what is then emptied stays empty, what is left alone is read anew', async () => {
    const before = { read_title: 'Port reopens after storm', read_byline: 'Mara Lindqvist' };
    const answer = await server.request('/articles', {
      form: {
        text: ARTICLE.replace('Nobody', 'No one'),
        ...before,
        title: before.read_title,
        byline: '',
        publication: '',
      },
    });
    expect(await stored(answer.headers.location)).toMatchObject({
      title: 'Port reopens after storm',
      byline: null,
      publication: 'The Coastal Record',
    });
  });

  test('sends htmx details and preview alone, never the form', async () => {
    const answer = await read({ text: ARTICLE, byline: 'Typed' }, true);
    const $ = answer.html();
    expect($('textarea, form')).toHaveLength(0);
    expect($('fieldset#details [name=title]').val()).toBe('Port reopens after storm');
    expect($('fieldset#details [name=byline]').val()).toBe('Typed');
    expect($('hx-partial[hx-target="#preview"] #preview .faint').text()).toContain('Typed');
    expect($('hx-partial[hx-target="#import-state"]').text()).toContain('nothing is saved yet');
  });

  test('previews the article as it would be imported', async () => {
    const $ = (await read({ text: ARTICLE.replace('Nobody', 'Not one') })).html();
    expect($('#preview h3').text()).toBe('Port reopens after storm');
    expect($('#preview .faint').text()).toBe('Mara LindqvistThe Coastal Record4 March 20252 sentences');
    expect($('#preview .paragraph').text()).toBe(
      'The port was open again on Tuesday, Ines Okafor said. Not one was hurt.',
    );
  });

  test('previews the beginning of a long article, its words as words', async () => {
    const long = Array.from({ length: 200 }, (_, at) => `Paragraph ${at} says <b>something</b>.`).join(
      '\n\n',
    );
    const $ = (await read({ text: long })).html();
    expect($('#preview .paragraph')).toHaveLength(30);
    expect($('#preview b')).toHaveLength(0);
    expect($('#preview').text()).toContain('200 sentences');
    expect($('#preview').text()).toContain('The rest is imported too.');
    const one = (await read({ text: 'Words and words. '.repeat(2000) })).html();
    expect(one('#preview .paragraph').text().length).toBeLessThanOrEqual(4000);
  });
});

describe('of a file', () => {
  test('is shown, and gives the same article', async () => {
    const answer = await readFiles([['a.html', page('Two.')]]);
    expect(answer.status).toBe(200);
    const $ = answer.html();
    expect($('textarea').text()).toMatch(/^The tide came in/);
    expect($('[name=title]').val()).toBe('Tide tables');
    expect($('#kept-source').text()).toContain('a.html');
    const first = await stored((await server.request('/articles', { form: formOf($) })).headers.location);
    expect(first).toMatchObject({ title: 'Tide tables', byline: 'Edda Lund', language: 'en-GB' });
    expect(first.sources).toMatchObject([{ name: 'a.html' }]);
    const again = await server.request(
      '/articles',
      await filesForm({ text: '' }, [['a.html', page('Two.')]]),
    );
    expect(again.headers.location).toBe(`/articles/${first.id}?notice=duplicate`);
  });

  test('is looked at by htmx without being kept', async () => {
    const count = await db.source.count();
    const answer = await readFiles([['c.html', page('Four.')]], {}, true);
    expect(answer.html()('#details [name=title]').val()).toBe('Tide tables');
    expect(answer.html()('#details [name=read_byline]').val()).toBe('Edda Lund');
    expect(await db.source.count()).toBe(count);
  });

  test('of many articles are not shown', async () => {
    const files: File[] = [
      ['a.txt', 'One.'],
      ['b.txt', 'Two.'],
    ];
    const count = await db.import.count();
    const plain = await readFiles(files);
    expect(plain.status).toBe(422);
    expect(plain.html()('#f-file-error').text()).toContain('cannot be previewed');
    const partial = await readFiles(files, { title: 'x', read_title: 'x' }, true);
    expect(partial.status).toBe(200);
    expect(partial.html()('#f-file-error').text()).toBe('');
    expect(partial.html()('[name=title]').val() ?? '').toBe('');
    expect(await db.import.count()).toBe(count);
  });
});

test('a form from before reading had an address says it by its button', async () => {
  const count = await db.article.count();
  const form = { text: ARTICLE, check: '1' };
  const answer = await server.request('/articles', { form });
  expect(answer.status).toBe(200);
  expect(answer.html()('[name=title]').val()).toBe('Port reopens after storm');
  expect(await db.article.count()).toBe(count);
});

test('what is wrong is said beside its field', async () => {
  const answer = await read({ text: '' });
  expect(answer.status).toBe(422);
  expect(answer.html()('#f-text-error').text()).toMatch(/no text/);
});

test('in a project of somebody else is not found, by another method is refused', async () => {
  const { projectId } = await stranger(db);
  const form = { text: 'For somebody else.' };
  expect((await server.request(`/readings?project=s-${projectId}`, { form })).status).toBe(404);
  expect((await server.request('/readings', { method: 'PUT', form })).status).toBe(405);
});
