import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { toggleNothingHere } from '../../../src/actions/mark-sentences.ts';
import { undo } from '../../../src/actions/undo.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { HOSTILE, newArticle, placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases } from '../../support/databases.ts';
import { becomes } from '../../support/desk.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';
import { recount, storedCounts, workIn } from '../../support/recount.ts';
import { forgetStatements, sentStatements } from '../../support/statements.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('POST /articles/:id/annotations on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let article: LoadedArticle;
  beforeAll(async () => {
    const database = await openDatabase(await url());
    server = await startTestServer({ database });
    cast = await makeCast(db());
    article = await newArticle(db(), cast.alice);
  });
  afterAll(() => server.close());

  const db = () => server.database.db;
  /** What the page sends for the first place of some words. */
  const marked = (words: string, { text }: LoadedArticle = article) => {
    const { start, end } = placeOf(text.text, words);
    return { tag: 'claim', parts: `${start}-${end}`, text: words };
  };
  const post = (form: Record<string, string>, { htmx = false, to = article } = {}) =>
    server.request(`/articles/${to.article.id}/annotations`, { form, htmx });
  const annotationsIn = async ({ article: { id } }: LoadedArticle) => (await workIn(db(), id)).annotations;
  const savedIn = async (loaded: LoadedArticle) => (await annotationsIn(loaded)).at(-1);

  test('by a plain form saves, and goes to the annotation’s page', async () => {
    const form = { ...marked('Nobody told us'), tag: 'quote', speaker: 'Ines Okafor', quote_type: 'direct' };
    const answer = await post(form);
    const saved = await savedIn(article);
    expect([answer.status, answer.headers.location]).toEqual([303, `/annotations/${saved?.id}`]);
    expect(saved).toMatchObject({
      tag: 'quote',
      text: 'Nobody told us',
      speaker: 'Ines Okafor',
      quoteType: 'direct',
    });
    const $ = (await server.request(`/annotations/${saved?.id}`)).html();
    expect($('[name=speaker]').val()).toBe('Ines Okafor');
  });

  test('by htmx answers 201 with the block, the entry and the counts, and nothing else', async () => {
    const own = await newArticle(db(), cast.alice);
    const answer = await post(marked('was late', own), { htmx: true, to: own });
    const saved = await savedIn(own);
    expect(answer.status).toBe(201);
    const index = own.text.blocks.findIndex(({ end }) => end > placeOf(own.text.text, 'was late').start);
    expect(new Set(targetsOf(answer))).toEqual(
      new Set([
        `#b${index}`,
        `#entry-${saved?.id}`,
        '#entries-0',
        '#progress',
        '#counts',
        '#history',
        '#notice',
      ]),
    );
    expect(fragmentFor(answer, `#b${index}`).find(`mark[data-annotation="${saved?.id}"]`).text()).toBe(
      'was late',
    );
    expect(fragmentFor(answer, '#entries-0').find(`#entry-${saved?.id}`)).toHaveLength(1);
    expect(fragmentFor(answer, '#progress').text()).toContain('1 of');
    expect(fragmentFor(answer, '#history').find('#undo').attr('disabled')).toBeUndefined();
  });

  test.each([
    ['half a flag', '🇩'],
    ['a lone skin tone', '🏽'],
  ])('refuses %s, and saves nothing', async (_name, piece) => {
    const own = await newArticle(
      db(),
      cast.alice,
      'The fans waved a 🇩🇪 flag and gave a 👍🏽 to the crew of the ferry.',
    );
    const start = own.text.text.indexOf(piece);
    const form = { tag: 'claim', parts: `${start}-${start + piece.length}`, text: piece };
    for (const htmx of [false, true]) expect((await post(form, { htmx, to: own })).status).toBe(422);
    expect(await annotationsIn(own)).toEqual([]);
    const whole = {
      ...form,
      parts: `${own.text.text.indexOf('👍')}-${own.text.text.indexOf('👍') + 4}`,
      text: '👍🏽',
    };
    expect((await post(whole, { to: own })).status).toBe(303);
  });

  test('over two blocks accepts the words as the page shows them, and answers with both blocks', async () => {
    const own = await newArticle(db(), cast.alice);
    const { start } = placeOf(own.text.text, 'a call when');
    const { end } = placeOf(own.text.text, 'the quay');
    const form = {
      tag: 'claim',
      parts: `${start}-${end}`,
      text: 'a call when the boat is late a roof over the quay',
    };
    const answer = await post(form, { htmx: true, to: own });
    expect(answer.status).toBe(201);
    expect(targetsOf(answer).filter((target) => target.startsWith('#b'))).toHaveLength(2);
    expect((await savedIn(own))?.text).toBe('a call when the boat is late\n- a roof over the quay');
  });

  test('of several parts keeps them', async () => {
    const [first, second] = [
      placeOf(article.text.text, 'Nobody told us'),
      placeOf(article.text.text, 'nobody came'),
    ];
    const parts = `${second.start}-${second.end};${first.start}-${first.end}`;
    expect((await post({ tag: 'quote', parts, text: 'Nobody told us […] nobody came' })).status).toBe(303);
    expect((await savedIn(article))?.parts).toEqual([
      [first.start, first.end],
      [second.start, second.end],
    ]);
  });

  test('by words alone finds them in the sentence that is named', async () => {
    const own = await newArticle(db(), cast.alice);
    const number =
      own.text.sentences.findIndex(({ end }) => end > placeOf(own.text.text, '40 cups').start) + 1;
    expect(
      (await post({ tag: 'statistic', sentence: String(number), text: '40 cups' }, { to: own })).status,
    ).toBe(303);
    expect(await savedIn(own)).toMatchObject({ text: '40 cups', ...placeOf(own.text.text, '40 cups') });
  });

  describe.each([false, true])('asked by htmx: %s', (htmx) => {
    test.each([
      ['no tag', { tag: '' }],
      ['another tag', { tag: 'rumour' }],
      ['no parts and no words', { parts: '', text: '' }],
      ['parts that are none', { parts: 'all' }],
      ['an empty part', { parts: '5-5' }],
      ['a part outside', { parts: '0-999999999' }],
      ['a wrong number', { tag: 'statistic', value: 'many' }],
    ])('refuses %s with 422 and saves nothing', async (_name, wrong) => {
      const before = await annotationsIn(article);
      const answer = await post({ ...marked('was late'), ...wrong }, { htmx });
      expect(answer.status).toBe(422);
      expect(await annotationsIn(article)).toEqual(before);
    });

    test('refuses half a character with 422', async () => {
      const { start } = placeOf(article.text.text, '🚢');
      const form = { tag: 'claim', parts: `${start}-${start + 1}`, text: '🚢' };
      expect((await post(form, { htmx })).status).toBe(422);
    });

    test('refuses words that are not the text’s with 409 and saves nothing', async () => {
      const before = await annotationsIn(article);
      expect((await post({ ...marked('was late'), text: 'was early' }, { htmx })).status).toBe(409);
      expect(await annotationsIn(article)).toEqual(before);
    });

    test('a reader is refused with 403', async () => {
      const before = await annotationsIn(article);
      await becomes(db(), 'reader');
      try {
        expect((await post(marked('was late'), { htmx })).status).toBe(403);
      } finally {
        await becomes(db(), 'owner');
      }
      expect(await annotationsIn(article)).toEqual(before);
    });

    test('another project’s article, none, and what is no id are not found', async () => {
      const theirs = await newArticle(db(), cast.charlie);
      for (const id of [
        theirs.article.id,
        '01900000-0000-7000-8000-000000000000',
        'x',
        '%00',
        '%F0%9F%9A%A2',
      ])
        expect(
          (await server.request(`/articles/${id}/annotations`, { form: marked('was late'), htmx })).status,
        ).toBe(404);
      expect(await annotationsIn(theirs)).toEqual([]);
    });
  });

  test('words that are not the text’s have the page fetched anew, which says why', async () => {
    const form = { ...marked('was late'), text: 'was early' };
    const address = String((await post(form, { htmx: true })).headers['hx-redirect']);
    for (const $ of [(await post(form)).html(), (await server.request(address)).html()]) {
      expect($('#text').attr('data-article')).toBe(article.article.id);
      expect($('#notice').text()).toContain('The words you selected');
    }
  });

  test('a refused plain form keeps what was typed, each message beside its field', async () => {
    const number =
      article.text.sentences.findIndex(({ end }) => end > placeOf(article.text.text, '40 cups').start) + 1;
    const form = {
      tag: 'statistic',
      sentence: String(number),
      text: '40 cups',
      value: '<b>many</b>',
      note: 'ask',
    };
    const $ = (await post(form)).html();
    expect($('[name=text]').val()).toBe('40 cups');
    expect($('[name=value]').val()).toBe('<b>many</b>');
    expect($('[name=note]').val()).toBe('ask');
    expect($('[name=tag][value=statistic]').attr('checked')).toBeDefined();
    expect($('[name=value]').attr('aria-invalid')).toBe('true');
    expect($('#new-value-error').text()).toContain('number');
    expect($('[name=sentence]').val()).toBe(String(number));
    expect($('main b')).toHaveLength(0);
  });

  test('a refused plain form of parts shows the sentence they stand in', async () => {
    const $ = (await post({ ...marked('40 cups'), tag: '' })).html();
    expect($('blockquote').text()).toContain('He sold 40 cups.');
    expect($('[name=text]').val()).toBe('40 cups');
    expect($('#tag-error').text()).not.toBe('');
  });

  test('a refused plain form of a sentence that is not there says so', async () => {
    for (const sentence of ['0', '99999', 'x']) {
      const answer = await post({ tag: 'claim', sentence, text: 'was late' });
      expect(answer.status).toBe(422);
      expect(answer.html()('main').text()).toContain('no such sentence');
    }
  });

  test('the form for a part of a wrapped sentence, sent as it is, marks that sentence in one part', async () => {
    const lines =
      'The ferry that was to come at noon on Tuesday\nwas late again, and nobody on the quay was told.';
    const own = await newArticle(db(), cast.alice, lines);
    const page = (await server.request(`/articles/${own.article.id}/annotations/new?sentence=1`)).html();
    await post({ tag: 'claim', sentence: '1', text: String(page('[name=text]').val()) }, { to: own });
    expect((await savedIn(own))?.text).toBe(lines);
  });

  test('the same request twice, also at once, makes nothing twice', async () => {
    const own = await newArticle(db(), cast.alice);
    const form = { ...marked('was late', own), request_key: uuidv7() };
    const ask = () => post(form, { htmx: true, to: own });
    const answers = [...(await Promise.all([ask(), ask(), ask()])), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await annotationsIn(own)).toHaveLength(1);
    const saved = await savedIn(own);
    for (const answer of answers) expect(answer.text).toContain(`entry-${saved?.id}`);
  });

  test('the form for a part of a sentence makes nothing twice either', async () => {
    const own = await newArticle(db(), cast.alice);
    const page = (await server.request(`/articles/${own.article.id}/annotations/new?sentence=1`)).html();
    const key = String(page('[name=request_key]').val());
    expect(key).toMatch(/^[\da-f-]{36}$/);
    const form = { tag: 'claim', sentence: '1', text: 'was late', request_key: key };
    await Promise.all([post(form, { to: own }), post(form, { to: own })]);
    expect(await annotationsIn(own)).toHaveLength(1);
  });

  test('many people at once are all served, and the counts are right', async () => {
    const own = await newArticle(db(), cast.alice);
    const words = ['was late', 'Nobody told us', '40 cups', 'a roof'];
    const note = (at: number) => ({ note: `the ${at}th` });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        post({ ...marked(words[at % 4] ?? '', own), ...note(at) }, { htmx: true, to: own }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await annotationsIn(own)).toHaveLength(20);
    expect(await storedCounts(db(), own.article.id)).toEqual(await recount(db(), own.text));
  });

  test('other methods are refused with 405', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect(
        (await server.request(`/articles/${article.article.id}/annotations`, { method, form: {} })).status,
      ).toBe(405);
  });

  test('text full of HTML stays words in every fragment and page', async () => {
    const own = await newArticle(db(), cast.alice, HOSTILE);
    const note = '</textarea><script>alert(9)</script>"\'><img src=x>';
    for (const { start, end } of own.text.blocks) {
      const form = {
        tag: 'quote',
        parts: `${start}-${end}`,
        text: own.text.text.slice(start, end),
        speaker: note,
        note,
      };
      const answer = await post(form, { htmx: true, to: own });
      expect(answer.status).toBe(201);
      const $ = answer.html();
      expect($('script, img, svg:not(.icon), b, hx-partial hx-partial')).toHaveLength(0);
      expect($('textarea').val()).toBe(note);
    }
    const id = (await savedIn(own))?.id;
    for (const path of [
      `/articles/${own.article.id}`,
      `/articles/${own.article.id}/sheet`,
      `/articles/${own.article.id}/annotations/new?sentence=1`,
      `/annotations/${id}`,
    ]) {
      const $ = (await server.request(path)).html();
      expect($('main script, main img, main svg:not(.icon), main b, aside script, aside img')).toHaveLength(
        0,
      );
      expect($('main').text()).toContain('<script>alert(');
    }
    const shown = (await server.request(`/articles/${own.article.id}`)).html();
    for (const [index, { start, end }] of own.text.blocks.entries())
      expect(shown(`#b${index}`).text()).toBe(own.text.text.slice(start, end));
  });

  test('what a save costs does not grow with the article', async () => {
    const measured = [];
    for (const paragraphs of [80, 8000]) {
      const own = await newArticle(db(), cast.alice, `It was late.\n\n${plainWords(paragraphs)}`);
      await db().account.update({ where: { id: cast.alice.accountId }, data: { suggestions: false } });
      await post(marked('It was', own), { htmx: true, to: own });
      forgetStatements();
      const answer = await post(marked('was late', own), { htmx: true, to: own });
      expect(answer.status).toBe(201);
      const statements = sentStatements().length;
      measured.push({ bytes: answer.text.replace(/of [\d,]+|max="\d+"/g, '').length, statements });
    }
    expect(measured[0]?.statements).toBeGreaterThan(5);
    expect(measured[1]).toEqual(measured[0]);
    await db().account.update({ where: { id: cast.alice.accountId }, data: { suggestions: true } });
  });

  test('a save sends at most twelve statements, BEGIN and COMMIT among them', async () => {
    const own = await newArticle(db(), cast.alice);
    await server.request(`/articles/${own.article.id}`);
    const save = async (words: string) => {
      forgetStatements();
      const form = { ...marked(words, own), request_key: uuidv7() };
      expect((await post(form, { htmx: true, to: own })).status).toBe(201);
      return sentStatements().map((statement) => statement.trim().split(/\s+/)[0]);
    };
    const few = await save('was late');
    expect(few).toHaveLength(10);
    expect([few.filter((verb) => verb === 'BEGIN'), few.at(-1)]).toEqual([['BEGIN'], 'COMMIT']);
    // A "nothing here" goes, and what was undone cannot be redone any more.
    await toggleNothingHere(db(), own, placeOf(own.text.text, '40 cups'));
    await undo(db(), own, 'undo');
    await toggleNothingHere(db(), own, placeOf(own.text.text, '40 cups'));
    await tag(db(), own, 'a roof');
    await undo(db(), own, 'undo');
    expect(await save('40 cups')).toHaveLength(12);
  });
});

/** About 60 characters a paragraph. */
function plainWords(paragraphs: number): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, at) => `So it was, and so it will be, and that is number ${at}.`,
  );
  return lines.join('\n\n');
}
