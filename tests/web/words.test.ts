import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { routes } from '../../src/web/routes.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { newArticle, placeOf } from '../support/articles.ts';
import { makeCast } from '../support/cast.ts';
import { codebookTexts } from '../support/codebooks.ts';
import { englishIn, NAMES } from '../support/english-in.ts';
import { fileOf, filesForm, workOnImports } from '../support/import-files.ts';
import { pagesOfOne, type Visit } from '../support/pages-of-one.ts';
import { PAGES_OF_PEOPLE } from '../support/pages-of-people.ts';
import { PSEUDO } from '../support/pseudo.ts';
import { uploadForm } from '../support/upload.ts';
import { type Answer, startTestServer, type TestServer } from '../support/web.ts';

const LONG = Array.from(
  { length: 1200 },
  (_, at) => `The ferry was late on day ${at}, said Ines Okafor.`,
).join('\n\n');

const CSV =
  'tag,text,speaker,value,article_title\nclaim,was late,Ines Okafor,,Late again\nrumour,nowhere at all,,x,Late again\n';

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

  const pages = (): Visit[] =>
    pagesOfOne({
      articleId: article.article.id,
      longId: long.article.id,
      annotationId,
      importIds,
    });

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
