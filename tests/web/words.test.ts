import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { routes } from '../../src/web/routes.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { newArticle, placeOf } from '../support/articles.ts';
import { makeCast } from '../support/cast.ts';
import { codebookForm, codebookTexts } from '../support/codebooks.ts';
import { englishIn, NAMES } from '../support/english-in.ts';
import { fileOf, filesForm, workOnImports } from '../support/import-files.ts';
import { PAGES_OF_PEOPLE } from '../support/pages-of-people.ts';
import { PSEUDO } from '../support/pseudo.ts';
import { uploadForm } from '../support/upload.ts';
import { type Answer, type RequestOptions, startTestServer, type TestServer } from '../support/web.ts';

const LONG = Array.from(
  { length: 1200 },
  (_, at) => `The ferry was late on day ${at}, said Ines Okafor.`,
).join('\n\n');

const CSV =
  'tag,text,speaker,value,article_title\nclaim,was late,Ines Okafor,,Late again\nrumour,nowhere at all,,x,Late again\n';

interface Visit {
  /** The address, or the pattern that it is one of. */
  readonly to: string;
  readonly path: string;
  readonly options?: RequestOptions;
  readonly status?: number;
}

describe.each(['ltr', 'rtl'] as const)('in a language of our own making, %s', (direction) => {
  let server: TestServer;
  let known: string[];
  let article: LoadedArticle;
  let long: LoadedArticle;
  let annotationId: string;
  let importIds: Readonly<Record<'files' | 'preview' | 'report' | 'undone', string>>;

  beforeAll(async () => {
    server = await startTestServer({ language: PSEUDO[direction] });
    const { db } = server.database;
    const cast = await makeCast(db);
    await db.account.updateMany({ data: { name: 'Ξένια' } });
    await db.annotator.updateMany({ data: { name: 'Ξένια' } });
    await db.project.updateMany({ data: { name: 'Γραφείο' } });
    article = await newArticle(db, cast.alice);
    long = await newArticle(db, cast.alice, LONG);
    const { annotation } = await tag(db, article, 'was late', {
      tag: 'claim',
      attributes: { ...NO_ATTRIBUTES, checkWorthiness: 'high', confidence: 'unsure', note: 'σημείωση' },
    });
    annotationId = annotation.id;
    const parts = ['“Nobody told us,”', '“and nobody came.”'].map((words) =>
      placeOf(article.text.text, words),
    );
    await tagParts(db, article, parts, { tag: 'quote' });
    await tag(db, article, 'About 1,200 people', { tag: 'statistic' });
    await tag(db, long, 'The ferry was late on day 3');
    importIds = await imports();
    known = [
      ...NAMES,
      article.text.text,
      long.text.text,
      article.article.title,
      long.article.title,
      ...(await stored()),
    ];
  });
  afterAll(() => server.close());

  /** What people gave, or what was written down when it happened. */
  async function stored(): Promise<string[]> {
    const { db } = server.database;
    const [lines, files, annotations] = await Promise.all([
      db.importLine.findMany(),
      db.importFile.findMany(),
      db.annotation.findMany(),
    ]);
    return [
      ...lines.flatMap(({ place, label, words, reason }) => [place, label, words, reason]),
      ...files.flatMap(({ name, problem }) => [name, problem]),
      'late',
      ...annotations.flatMap(({ speaker, cue, unit, subject, text, note }) => [
        speaker,
        cue,
        unit,
        subject,
        text,
        note,
      ]),
      'desk.csv',
      ...codebookTexts(),
      'bad.pdf',
      'Ines Okafor',
      'rumour',
      'was late',
      'nowhere at all',
      'Late again',
      'The ferry was late on day 0',
      '“Nobody told us,” said Ines Okafor, “and nobody came.”',
    ].filter((value): value is string => typeof value === 'string' && value !== '');
  }

  /** An import of each kind and state, over HTTP as a person makes it. */
  async function imports() {
    const send = async (path: string, files: readonly (readonly [string, string])[]) => {
      const form = await filesForm(files.map(([name, words]) => fileOf(name, words)));
      const { headers } = await server.request(path, { method: 'POST', ...form });
      return /imports\/([\w-]+)/.exec(headers.location ?? '')?.[1] ?? '';
    };
    const files = await send('/articles', [
      ['a.txt', 'Καλημέρα.'],
      ['bad.pdf', '%PDF-1.7 x'],
    ]);
    const report = await send('/imports', [['desk.csv', CSV]]);
    const start = { method: 'PATCH', form: { label: 'claim', choice: 'claim', annotators: 'me' } };
    await server.request(`/imports/${report}`, start);
    const undone = await send('/imports', [['desk.csv', CSV]]);
    await server.request(`/imports/${undone}`, start);
    await workOnImports(server.database);
    await server.request(`/imports/${undone}/undo`, { form: {} });
    const preview = await send('/imports', [['desk.csv', CSV]]);
    return { files, report, undone, preview };
  }

  const pages = (): Visit[] => {
    const at = `/articles/${article.article.id}`;
    const longAt = `/articles/${long.article.id}`;
    const nothing = { form: {} };
    return [
      { to: '/', path: '/' },
      { to: '/', path: '/?q=%CE%B1%CE%B2' },
      { to: '/', path: '/?page=7' },
      { to: '/', path: '/?state=done&label=%CE%B1' },
      { to: '/', path: '/?q=late&sort=claim' },
      { to: '/', path: '/?step=nowhere' },
      { to: '/', path: `/?deleted=${article.article.id}` },
      { to: '/articles/new', path: '/articles/new' },
      { to: '/articles/new', path: '/articles/new?way=upload' },
      { to: '/articles/new', path: '/articles/new?way=fetch' },
      { to: '/articles/new', path: '/readings', options: { form: { text: 'Καλημέρα. Καλησπέρα.' } } },
      { to: '/projects/:slug/codebook', path: '/projects/desk/codebook' },
      { to: '/projects/:slug/codebook', path: '/projects/desk/codebook?done=saved' },
      { to: '/projects/:slug/codebook.json', path: '/projects/desk/codebook.json' },
      { to: '/projects/:slug/codebook/edit', path: '/projects/desk/codebook/edit' },
      { to: '/projects/:slug/codebook/versions', path: '/projects/desk/codebook/versions?from=1&to=1' },
      {
        to: '/projects/:slug/codebook/edit',
        path: '/projects/desk/codebook',
        options: { form: { 'claim-letter': 'J', 'claim-name': '', 'quote-hue': '77', 'quote-letter': 'Q' } },
        status: 422,
      },
      {
        to: '/projects/:slug/codebook',
        path: '/projects/desk/codebook',
        options: { form: codebookForm({ 'claim-name': 'Αλφα', 'quote-off': '1', 'quote-hue': '9' }) },
      },
      {
        to: '/projects/:slug/codebook/edit',
        path: '/projects/desk/codebook',
        options: { form: { document: '{"format":"onrecord-codebook-1","tags":[{"key":1,"ξ":2}],"ξ":1}' } },
        status: 422,
      },
      { to: '/exports/new', path: '/exports/new' },
      { to: '/exports/new', path: '/exports/new?tag=claim&speaker=%CE%B1&words=%CE%B1&annotator=%CE%B1' },
      { to: '/exports/new', path: '/exports/new?q=%CE%B1&state=begun&label=%CE%B1&article=1&article=2' },
      { to: '/exports/new', path: `/exports/new?article=${article.article.id}`, options: { htmx: true } },
      { to: '/articles/:id', path: at },
      { to: '/articles/:id', path: longAt },
      { to: '/articles/:id', path: `${at}?conflict=words` },
      { to: '/articles/:id', path: `/articles/0`, status: 404 },
      { to: '/articles/:id/edit', path: `${at}/edit` },
      { to: '/articles/:id/sections/:number', path: `${longAt}/sections/1`, options: { htmx: true } },
      { to: '/articles/:id/sections', path: `${longAt}/sections?after=30`, options: { htmx: true } },
      { to: '/articles/:id/sections/:number', path: `${longAt}/sections/999`, status: 404 },
      { to: '/articles/:id/sheet', path: `${at}/sheet` },
      { to: '/articles/:id/sheet', path: `${longAt}/sheet?page=2` },
      {
        to: '/articles/:id/sheet',
        path: `${at}/sheet`,
        options: {
          form: new URLSearchParams([
            ['seen', '0:'],
            ['tick', '0:claim'],
            ['tick', '0:nothing'],
            ['seen', '1:'],
            ['tick', '1:quote'],
          ]),
        },
        status: 422,
      },
      { to: '/articles/:id/suggestions', path: `${at}/suggestions`, options: { htmx: true } },
      { to: '/articles/:id/annotations', path: `${at}/annotations?q=late`, options: { htmx: true } },
      { to: '/articles/:id/annotations', path: `${at}/annotations?q=%CE%B1%CE%B2`, options: { htmx: true } },
      { to: '/articles/:id/annotations/new', path: `${at}/annotations/new?sentence=2` },
      { to: '/annotations', path: '/annotations' },
      { to: '/annotations', path: '/annotations?q=%CE%B1%CE%B2' },
      { to: '/speakers', path: '/speakers' },
      { to: '/articles/:id/speakers', path: `${at}/speakers` },
      { to: '/articles/:id/occurrences', path: `${at}/occurrences?words=late&tag=claim` },
      { to: '/articles/:id/occurrences', path: `${at}/occurrences?words=late&tag=claim&in=project` },
      { to: '/annotations/:id', path: `/annotations/${annotationId}` },
      { to: '/annotations/:id/history', path: `/annotations/${annotationId}/history` },
      { to: '/articles/:id/deletions', path: `/articles/${article.article.id}/deletions` },
      { to: '/annotations/:id/entry', path: `/annotations/${annotationId}/entry`, options: { htmx: true } },
      { to: '/annotations/:id/row', path: `/annotations/${annotationId}/row`, options: { htmx: true } },
      { to: '/imports', path: '/imports' },
      { to: '/imports/new', path: '/imports/new' },
      ...Object.values(importIds).map((id) => ({ to: '/imports/:id', path: `/imports/${id}` })),
      { to: '/settings', path: '/settings' },
      { to: '/settings', path: '/settings?saved=1' },
      { to: '/settings', path: '/settings', options: { form: { name: '' } }, status: 422 },
      { to: '/help', path: '/help' },
      { to: 'errors', path: '/nowhere', status: 404 },
      { to: 'errors', path: '/nowhere', options: { htmx: true }, status: 404 },
      { to: 'errors', path: '/settings', options: { method: 'PUT', form: {} }, status: 405 },
      {
        to: 'errors',
        path: '/settings',
        options: { form: {}, headers: { Host: 'else.where' } },
        status: 421,
      },
      {
        to: 'errors',
        path: '/settings',
        options: { form: {}, headers: { 'Sec-Fetch-Site': 'cross-site' } },
        status: 403,
      },
      { to: 'refusals', path: '/fetches', options: { form: { address: 'x y' } }, status: 422 },
      {
        to: 'refusals',
        path: '/articles',
        options: { form: { text: '', url: 'x', published: 'x', language: '!' } },
        status: 422,
      },
      {
        to: 'refusals',
        path: `${at}/annotations`,
        options: { form: { sentence: '2', tag: 'claim', text: 'ξ' } },
        status: 422,
      },
      { to: 'refusals', path: `${at}/annotations`, options: { form: {} }, status: 422 },
      { to: 'refusals', path: `${at}/sentence-marks`, options: { ...nothing, htmx: true }, status: 422 },
      {
        to: 'refusals',
        path: at,
        options: { method: 'PATCH', form: { version: '0', title: 'α', url: 'x' } },
        status: 422,
      },
      {
        to: 'refusals',
        path: at,
        options: { method: 'PATCH', form: { version: '999', title: 'α' } },
        status: 409,
      },
      {
        to: 'refusals',
        path: `/annotations/${annotationId}`,
        options: { method: 'PATCH', form: { version: '999', speaker: 'α' } },
        status: 409,
      },
      {
        to: 'refusals',
        path: `/annotations/${annotationId}`,
        options: { method: 'PATCH', form: { version: '1', tag: 'statistic', value: 'x', value_max: '2' } },
        status: 422,
      },
      {
        to: 'refusals',
        path: `/articles/${long.article.id}/undo`,
        options: { form: { step: '01900000-0000-7000-8000-000000000000' }, htmx: true },
      },
    ];
  };

  test('every page is asked for', () => {
    const asked = new Set(pages().map(({ to }) => to));
    const others = [
      '/articles/:id/text',
      '/articles/:id/source',
      '/articles/:id/annotations.:format',
      '/annotations.:format',
      '/exports',
      '/projects/:slug/agreement/ratings.csv',
      '/projects/:slug/agreement/figures.json',
      // words-of-people.test.ts asks for these.
      ...PAGES_OF_PEOPLE,
    ];
    const missing = routes.filter(
      ({ method, path }) => method === 'get' && !asked.has(path) && !others.includes(path),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('no page says anything in English', async () => {
    const said: string[] = [];
    for (const { to, path, options, status = 200 } of pages()) {
      const answer = await server.request(path, options);
      if (answer.status !== status) said.push(`${path} answered ${answer.status}`);
      said.push(...englishIn(answer, known).map((words) => `${to}: ${words}`));
    }
    expect([...new Set(said)]).toEqual([]);
  });

  test('a new desk says nothing in English', async () => {
    const fresh = await startTestServer({ language: PSEUDO[direction] });
    try {
      await fresh.request('/');
      await fresh.database.db.account.updateMany({ data: { name: 'Ξένια' } });
      await fresh.database.db.project.updateMany({ data: { name: 'Γραφείο' } });
      const answers = await Promise.all(['/', '/annotations', '/imports'].map((path) => fresh.request(path)));
      expect(answers.flatMap((answer) => englishIn(answer, NAMES))).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  test('what was done is said in it', async () => {
    const at = `/articles/${article.article.id}`;
    const words = 'He sold 40 cups.';
    const { start, end } = placeOf(article.text.text, words);
    const form = { tag: 'claim', parts: `${start}-${end}`, words };
    const answers = [
      await server.request(`${at}/annotations`, { form, htmx: true }),
      await server.request(`${at}/undo`, { form: {}, htmx: true }),
      await server.request(`${at}/redo`, { form: {}, htmx: true }),
      await server.request(`${at}/acceptances`, { form: {}, htmx: true }),
      await server.request(`/annotations/${annotationId}`, {
        method: 'DELETE',
        form: { version: '1' },
        htmx: true,
      }),
      await server.request('/articles', {
        method: 'POST',
        ...(await uploadForm({ text: '' }, '%PDF-1.7 x')),
      }),
    ];
    expect([...new Set(answers.flatMap((answer) => englishIn(answer, known)))]).toEqual([]);
  });

  test('the page says which language it is in', async () => {
    const $ = (await server.request('/help')).html();
    expect([$('html').attr('lang'), $('html').attr('dir')]).toEqual([PSEUDO[direction].code, direction]);
  });
});

test('a word of English is seen wherever it stands', () => {
  const html =
    '<p>⟦åƀ⟧</p><p>Save <b>ⱥ</b></p><button aria-label="Close">x</button><input type="submit" value="Go on"><template><i>in</i></template>';
  expect(englishIn(pageOf(html), ['known'])).toEqual(
    ['Save', 'aria-label=Close', 'value=Go on', 'x', 'in'].toSorted(),
  );
});

function pageOf(html: string): Answer {
  return { status: 200, headers: {}, text: html, html: () => load(html) };
}
