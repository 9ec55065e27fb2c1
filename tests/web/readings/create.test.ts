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

describe('of letters that are a guess', () => {
  const POLISH =
    'Rada w Łodzi\n\nRada miasta Łodzi zagłosowała wczoraj za budową linii. Burmistrz mówiła o październiku.\n';
  const TURKISH =
    'Belediye bütçesi\n\nŞehrin borcu yüz kırk milyon lirayı aşıyor, dedi Ağrı başkanı dün akşam.\n';
  const inBytes = (text: string, of: string) => {
    const letters = [...Array(256).keys()].map((byte) => new TextDecoder(of).decode(Uint8Array.of(byte)));
    return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
  };

  test.each([
    ['Polish', POLISH, 'windows-1250', 'Central European (Windows-1250)', POLISH.split('\n')[2]],
    ['Turkish', TURKISH, 'windows-1254', 'Turkish (Windows-1254)', TURKISH.split('\n')[2]],
  ])('%s is said with a line of it', async (_, text, encoding, name, line) => {
    const answer = await readFiles([['a.txt', inBytes(text, encoding)]], { way: 'upload' });
    const $ = answer.html();
    expect($('textarea').text()).toBe(text);
    expect($('.letters').text()).toContain(`Read as ${name}.`);
    expect($('.letters .line').text()).toBe(line);
  });

  test('another encoding is chosen by a form without scripts, and the bytes are kept', async () => {
    const bytes = inBytes(POLISH, 'windows-1250');
    const first = (await readFiles([['lodz.txt', bytes]], { way: 'upload' })).html();
    const wrong = 'iso-8859-2';
    const again = await read({ ...formOf(first), encoding: wrong });
    const $ = again.html();
    expect($('textarea').text()).not.toBe(POLISH);
    expect($('.letters select').val()).toBe(wrong);
    const right = await read({ ...formOf($), encoding: 'windows-1250' });
    expect(right.html()('textarea').text()).toBe(POLISH);
    const saved = await server.request('/articles', { form: formOf(right.html()) });
    const article = await stored(saved.headers.location);
    expect(article.text?.text).toContain('zagłosowała');
    expect(article.sources.map((source) => Buffer.from(source.bytes))).toEqual([Buffer.from(bytes)]);
  });
  test('words changed by hand stay while the encoding does', async () => {
    const first = (await readFiles([['b.txt', inBytes(TURKISH, 'windows-1254')]], { way: 'upload' })).html();
    const $ = (await read({ ...formOf(first), text: 'Belediye\n\nMine now.' })).html();
    expect($('textarea').text()).toBe('Belediye\n\nMine now.');
    expect($('.letters .line').text()).toContain('Şehrin borcu');
  });

  test('a choice holds for its own file alone', async () => {
    const polish = inBytes(POLISH, 'windows-1250');
    const first = (await readFiles([['a.txt', polish]], { way: 'upload' }, true)).html();
    const of = String(first('[name=encoding_of]').val());
    const chosen = { way: 'upload', encoding_of: of, encoding: 'windows-1252' };
    const same = (await readFiles([['a.txt', polish]], chosen, true)).html();
    expect(same('.letters').text()).toContain('Western European');
    const other = (await readFiles([['b.txt', inBytes(TURKISH, 'windows-1254')]], chosen, true)).html();
    expect(other('.letters').text()).toContain('Turkish');
  });

  test('UTF-8 with a few damaged bytes stays UTF-8, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Grüße aus Köln\n\nSchöne Grüße, sagte sie – na'),
      Buffer.from([0xe4]),
    ]);
    const $ = (await readFiles([['c.txt', Buffer.concat([bytes, Buffer.from('chste Woche.\n')])]])).html();
    expect($('textarea').text()).toContain('Schöne Grüße, sagte sie – na\uFFFDchste');
    expect($('.letters').text()).toContain('1 damaged character became \uFFFD.');
  });

  test('nothing is said of UTF-8', async () => {
    expect((await readFiles([['d.txt', POLISH]])).html()('.letters .line')).toHaveLength(0);
  });

  test('what is words in no encoding is refused', async () => {
    const noise = Uint8Array.from({ length: 600 }, (_, at) => 0x80 + ((at * 7919) % 127));
    const answer = await readFiles([['e.txt', noise]], { way: 'upload' });
    expect(answer.status).toBe(422);
  });
});
