import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../src/store/client.ts';
import { becomes, importText, localMember, stranger } from '../../support/desk.ts';
import { uploadForm } from '../../support/upload.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
let db: Db;
beforeAll(async () => {
  server = await startTestServer({ settings: { MAX_ARTICLE_LENGTH: '2000', MAX_UPLOAD_BYTES: '5000' } });
  ({ db } = server.database);
});
afterAll(() => server.close());

const ARTICLE = `The Coastal Record

Port reopens after storm

By Mara Lindqvist

4 March 2025

Port reopens after storm

The port was open again on Tuesday, Ines Okafor said. Nobody was hurt.
`;
const BODY = 'The port was open again on Tuesday, Ines Okafor said. Nobody was hurt.';

const articles = () => db.article.count();
const post = (form: Record<string, string>) => server.request('/articles', { form });

async function stored(location: string | undefined) {
  const id = /^\/articles\/([\w-]+)/.exec(location ?? '')?.[1] ?? '';
  return db.article.findUniqueOrThrow({ where: { id }, include: { text: true } });
}

describe('a paste', () => {
  test('is stored, and leads to its article', async () => {
    const answer = await post({ text: ARTICLE.replaceAll('\n', '\r\n') });
    expect(answer.status).toBe(303);
    const article = await stored(answer.headers.location);
    expect(article.text?.text).toBe(BODY);
    expect(article).toMatchObject({
      title: 'Port reopens after storm',
      byline: 'Mara Lindqvist',
      publication: 'The Coastal Record',
      published: '2025-03-04',
    });
    expect((await server.request(answer.headers.location ?? '')).status).toBe(200);
  });

  test('with details by hand keeps those', async () => {
    const answer = await post({
      text: 'Only words here.',
      title: 'By hand',
      published: 'March 5, 2025',
      url: 'https://a.example/',
    });
    expect(await stored(answer.headers.location)).toMatchObject({
      title: 'By hand',
      published: '2025-03-05',
      url: 'https://a.example/',
    });
  });

  test('of a text that is there leads to it, and says so', async () => {
    const first = await post({ text: 'Twice the same.' });
    const count = await articles();
    const again = await post({ text: '\n\nTwice the same.\n' });
    expect(again.status).toBe(303);
    expect(again.headers.location).toBe(`${first.headers.location}?notice=duplicate`);
    expect(await articles()).toBe(count);
  });
});

describe('an upload', () => {
  test.each([
    ['UTF-8', Buffer.from('Ça coûte 3 € à “Paris”. One.')],
    ['UTF-16', Buffer.from('\uFEFFÇa coûte 3 € à “Paris”. Two.', 'utf16le')],
    ['Windows-1252', Buffer.from('Ça coûte 3 \x80 à \x93Paris\x94. Three.', 'latin1')],
  ])('in %s is stored', async (_name, bytes) => {
    const answer = await server.request('/articles', await uploadForm({ text: '' }, bytes));
    expect(answer.status).toBe(303);
    expect((await stored(answer.headers.location)).text?.text).toMatch(/^Ça coûte 3 € à “Paris”\. \w+\.$/);
  });

  test.each([
    ['a program', '\x7FELF\x02\x01', /program/],
    ['nothing', '', /empty/],
    ['more bytes than allowed', 'x'.repeat(5001), /too large.*5,000/],
    ['more characters than allowed', 'x '.repeat(1100), /2,200.*2,000/],
  ])('of %s is refused beside its field, and the rest is kept', async (_name, file, reason) => {
    const count = await articles();
    const answer = await server.request('/articles', await uploadForm({ title: 'Mine', text: '' }, file));
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#f-file-error').text()).toMatch(reason);
    expect($('[name=file]').attr('aria-invalid')).toBe('true');
    expect($('[name=file]').attr('aria-describedby')).toContain('f-file-error');
    expect($('[name=title]').val()).toBe('Mine');
    expect(await articles()).toBe(count);
  });

  test('keeps also what stands behind a file that is too large', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(200_000)]), 'large.txt');
    form.append('byline', 'Typed below it');
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
    const answer = await server.request('/articles', {
      body: new Uint8Array(await request.arrayBuffer()),
      headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
    });
    expect(answer.status).toBe(422);
    expect(answer.html()('[name=byline]').val()).toBe('Typed below it');
  });

  test('that could be read stands in the form as text, where something else is wrong', async () => {
    const form = await uploadForm({ text: '', published: 'soon' }, 'Words of a file.');
    const $ = (await server.request('/articles', form)).html();
    expect($('textarea').text()).toBe('Words of a file.');
    expect($('[name=published]').val()).toBe('soon');
    expect($('#f-published-error').text()).toContain('date');
  });

  test('beside a paste is refused', async () => {
    const answer = await server.request('/articles', await uploadForm({ text: 'Pasted.' }, 'Uploaded.'));
    expect(answer.status).toBe(422);
    expect(answer.html()('textarea').text()).toBe('Pasted.');
  });

  test('in another field, or cut off, is refused as not understood', async () => {
    const whole = await uploadForm({ text: 'Words.' }, 'Words.');
    const cut = { ...whole, body: Buffer.from(whole.body ?? '').subarray(0, 200) };
    expect((await server.request('/articles', cut)).status).toBe(400);
    const renamed = Buffer.from(whole.body ?? '')
      .toString('latin1')
      .replace('name="file"', 'name="pict"');
    const other = { ...whole, body: Buffer.from(renamed, 'latin1') };
    expect((await server.request('/articles', other)).status).toBe(400);
  });
});

describe('a refused paste', () => {
  const HOSTILE = '\n</textarea><script>alert(1)</script> & “words”\n  indented';

  test('stands in the form again, letter by letter', async () => {
    const answer = await post({ text: HOSTILE, url: 'javascript:alert(1)', title: '"><b>' });
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('textarea').text().replace(/^\n/, '')).toBe(HOSTILE.slice(1));
    expect($('[name=title]').val()).toBe('"><b>');
    expect($('[name=url]').val()).toBe('javascript:alert(1)');
    expect($('[name=url]').attr('aria-invalid')).toBe('true');
    expect($('main script, main b')).toHaveLength(0);
  });

  test.each([
    ['empty', { text: '' }, /no text yet/],
    ['too long', { text: 'x'.repeat(2001) }, /2,001.*2,000/],
    ['without its field', {}, /no text yet/],
  ])('is told why: %s', async (_name, form, reason) => {
    const answer = await post(form as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-text-error').text()).toMatch(reason);
  });
});

test('a project of somebody else is not found, and nothing is stored', async () => {
  const { projectId } = await stranger(db);
  const count = await articles();
  const form = { text: 'For somebody else.' };
  expect((await server.request(`/articles?project=s-${projectId}`, { form })).status).toBe(404);
  expect(await articles()).toBe(count);
});

test('the same text in a project of somebody else is no duplicate', async () => {
  await importText(db, await stranger(db), 'Known elsewhere.');
  expect((await post({ text: 'Known elsewhere.' })).headers.location).not.toContain('duplicate');
});

test('other methods are refused', async () => {
  expect((await server.request('/articles', { method: 'PUT', form: { text: 'x' } })).status).toBe(405);
});

test('a reader may not import', async () => {
  await localMember(db);
  await becomes(db, 'reader');
  try {
    expect((await post({ text: 'A reader wrote this.' })).status).toBe(403);
    expect((await server.request('/')).html()('a[href="/articles/new"]')).toHaveLength(0);
  } finally {
    await becomes(db, 'owner');
  }
});
