import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { articleSuggestions } from '../../src/actions/suggest.ts';
import { openSuggestions, suggestionKey } from '../../src/domain/suggestion.ts';
import { openDatabase } from '../../src/store/client.ts';
import { tag } from '../support/annotating.ts';
import { newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { databases } from '../support/databases.ts';
import { recount, storedCounts } from '../support/recount.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

interface Change {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

const RECEIPT = /<!--receipt (\{.*\})-->$/;

describe.each(databases)('a change that is sent again, on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    cast = await makeCast(server.database.db);
  });
  afterAll(() => server.close());

  /** Every change of the reading page, each on an article in which it can be made. */
  const CHANGES: Readonly<Record<string, (own: LoadedArticle) => Promise<Change>>> = {
    tag: async (own) => at(own, 'annotations', { tag: 'claim', ...place(own, 'was late') }),
    'nothing here': async (own) => at(own, 'sentence-marks', place(own, '40 cups')),
    accept: async (own) => at(own, 'acceptances', { suggestion: await suggested(own) }),
    'accept all': async (own) => at(own, 'acceptances', { tag: 'statistic', least: '0.1' }),
    dismiss: async (own) => at(own, 'dismissals', { suggestion: await suggested(own) }),
    edit: async (own) => on(await tagged(own), { _method: 'PATCH', version: '1', note: 'again' }),
    move: async (own) => on(await tagged(own), { _method: 'PATCH', version: '1', move: 'end-later' }),
    delete: async (own) => on(await tagged(own), { _method: 'DELETE', version: '1' }),
    undo: async (own) => {
      await tag(server.database.db, own, 'a roof');
      await tagged(own);
      return at(own, 'undo', {});
    },
    redo: async (own) => {
      await tag(server.database.db, own, 'a roof');
      await tagged(own);
      for (const _ of [1, 2]) await send(at(own, 'undo', {}), uuidv7());
      return at(own, 'redo', {});
    },
  };

  const at = (own: LoadedArticle, noun: string, form: Change['form']): Change => ({
    path: `/articles/${own.article.id}/${noun}`,
    form,
  });
  const on = (id: string, form: Change['form']): Change => ({ path: `/annotations/${id}`, form });
  const place = ({ text }: LoadedArticle, words: string) => {
    const { start, end } = placeOf(text.text, words);
    return { parts: `${start}-${end}`, text: words };
  };
  const tagged = async (own: LoadedArticle) => (await tag(server.database.db, own, 'was late')).annotation.id;
  const suggested = async (own: LoadedArticle) => {
    const all = (await articleSuggestions(server.database.db, own)) ?? [];
    const [first] = openSuggestions(all, [], new Set());
    if (!first) throw new Error('nothing is suggested here');
    return suggestionKey(first);
  };
  const send = ({ path, form }: Change, key: string) =>
    server.request(path, { form: { ...form, request_key: key }, htmx: true });
  const receiptOf = (text: string) => RECEIPT.exec(text)?.[1];
  const stepsOf = async (own: LoadedArticle, key: string) => {
    const events = await server.database.db.event.findMany({ where: { articleId: own.article.id } });
    return { mine: events.filter(({ step }) => step === key).length, all: events.length };
  };

  test.each(Object.entries(CHANGES))('%s is made once, and answered alike', async (_, prepare) => {
    const { db } = server.database;
    const own = await newArticle(db, cast.alice);
    const change = await prepare(own);
    const key = uuidv7();
    const first = await send(change, key);
    expect(first.status).toBeLessThan(300);
    const receipt = receiptOf(first.text);
    expect(receipt).toBeDefined();
    const after = await stepsOf(own, key);
    expect(after.mine).toBeGreaterThan(0);
    for (const answer of [
      await send(change, key),
      ...(await Promise.all([1, 2, 3].map(() => send(change, key)))),
    ]) {
      expect(answer.status).toBeLessThan(300);
      expect(receiptOf(answer.text)).toBe(receipt);
    }
    expect(await stepsOf(own, key)).toEqual(after);
    expect(await storedCounts(db, own.article.id)).toEqual(await recount(db, own.text));
  });

  test.each(Object.entries(CHANGES))('%s three times at once is made once', async (_, prepare) => {
    const own = await newArticle(server.database.db, cast.alice);
    const change = await prepare(own);
    const before = (await stepsOf(own, '')).all;
    const key = uuidv7();
    const answers = await Promise.all([1, 2, 3].map(() => send(change, key)));
    expect(new Set(answers.map(({ text }) => receiptOf(text))).size).toBe(1);
    const { mine, all } = await stepsOf(own, key);
    expect(mine).toBeGreaterThan(0);
    expect(all - before).toBe(mine);
  });

  test('undo of a step that is named reaches no other', async () => {
    const own = await newArticle(server.database.db, cast.alice);
    const key = uuidv7();
    await send(at(own, 'annotations', { tag: 'claim', ...place(own, 'was late') }), key);
    await tag(server.database.db, own, 'a roof');
    const unknown = await send(at(own, 'undo', { of: uuidv7() }), uuidv7());
    expect(unknown.status).toBe(409);
    expect(unknown.text).toContain('That changed nothing, or was undone already.');
    expect((await send(at(own, 'undo', { of: key }), uuidv7())).status).toBe(200);
    const left = await server.database.db.annotation.findMany({
      where: { articleId: own.article.id, deletedAt: null },
    });
    expect(left.map(({ text }) => text)).toEqual(['a roof']);
  });
});
