import { expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { toggleNothingHere } from '../../../src/actions/mark-sentences.ts';
import { tag } from '../../support/annotating.ts';
import { loadAs, newArticle } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';
import { targetsOf } from '../../support/fragments.ts';

/** 600 sentences, two a paragraph, in many sections. */
const LONG = Array.from(
  { length: 300 },
  (_, at) => `Paragraph ${at} says that a ferry came. ${'It was so quiet there '.repeat(14)}at ${at}.`,
).join('\n\n');

eachServer('GET /articles/:id/sections', ({ server, cast, db }) => {
  async function article(coded: (sentence: number) => boolean) {
    const loaded = await newArticle(db(), cast.alice, LONG);
    const { sentences } = loaded.text;
    for (const [index, sentence] of sentences.entries())
      if (coded(index) && index % 2 === 0) await toggleNothingHere(db(), loaded, sentence);
    return loaded;
  }

  const ask = async (id: string, query: string) => {
    const answer = await server.request(`/articles/${id}/sections?${query}`, { htmx: true });
    return { status: answer.status, sentence: answer.headers.sentence, targets: targetsOf(answer), answer };
  };

  test('finds the next sentence that is not coded, in both directions, with its section alone', async () => {
    const loaded = await newArticle(db(), cast.alice, LONG);
    const { id } = loaded.article;
    const { sentences } = loaded.text;
    const last = sentences.length - 1;
    const [from, to] = [sentences[1], sentences[last - 2]];
    await toggleNothingHere(db(), loaded, { start: from?.start ?? 0, end: to?.end ?? 0 });
    const table = [
      ['after=0', 0],
      ['after=1', last - 1],
      [`after=${last}`, last],
      [`before=${last - 2}`, 0],
      [`before=${last}`, last],
    ] as const;
    for (const [query, sentence] of table) {
      const found = await ask(id, `${query}&with=uncoded`);
      expect({ query, sentence: found.sentence }).toEqual({ query, sentence: String(sentence) });
      expect(found.targets).toHaveLength(2);
      expect(found.answer.html()(`#s${sentence}`)).toHaveLength(1);
      expect(found.answer.text).toMatch(/<!--receipt \{\}-->$/);
    }
  });

  test('finds the next sentence that an annotation begins in', async () => {
    const loaded = await newArticle(db(), cast.alice, LONG);
    const { id } = loaded.article;
    for (const words of ['Paragraph 3 says', 'Paragraph 250 says']) await tag(db(), loaded, words);
    const number = (words: string) =>
      loaded.text.sentences.findIndex(({ start }) => loaded.text.text.startsWith(words, start));
    const [early, late] = [number('Paragraph 3 says'), number('Paragraph 250 says')];
    expect((await ask(id, 'after=0&with=annotation')).sentence).toBe(String(early));
    expect((await ask(id, `after=${early + 1}&with=annotation`)).sentence).toBe(String(late));
    expect((await ask(id, `before=${late - 1}&with=annotation`)).sentence).toBe(String(early));
    const none = await ask(id, `after=${late + 1}&with=annotation`);
    expect(none).toMatchObject({ status: 200, sentence: undefined, targets: [] });
  });

  test('counts what the coding says, whoever said it, and leads a plain request to the place', async () => {
    const loaded = await article((sentence) => sentence < 2);
    const asBob = await loadAs(cast.bob, db(), loaded);
    await toggleNothingHere(db(), asBob, loaded.text.sentences[1] ?? { start: 0, end: 1 });
    const { id } = loaded.article;
    expect((await ask(id, 'after=0&with=uncoded')).sentence).toBe('2');
    const plain = await server.request(`/articles/${id}/sections?after=0&with=uncoded`);
    expect(plain.status).toBe(303);
    expect(plain.headers.location).toBe(`/articles/${id}?at=${loaded.text.sentences[2]?.start}#s2`);
    expect((await ask('01a21e1e-98c8-75b3-98d1-eb3ca73ab518', 'after=0')).status).toBe(404);
  });
});

eachServer('an article', ({ server, cast, db }) => {
  const TEXT = ['First', 'Second', 'Third', 'Fourth', 'Fifth']
    .map((which) => `${which} to cross the harbour was a ferry that nobody had seen before.`)
    .join(' ');

  const span = ({ text }: LoadedArticle, index: number) => text.sentences[index] ?? { start: 0, end: 1 };

  test('goes on at the next sentence that is not coded behind the last step', async () => {
    const loaded = await newArticle(db(), cast.alice, TEXT);
    const { id } = loaded.article;
    const last = loaded.text.sentences.length - 1;
    const to = async () => (await server.request(`/articles/${id}?at=continue`)).headers.location;
    const place = (index: number) => `/articles/${id}?at=${span(loaded, index).start}#s${index}`;
    expect(await to()).toBe(place(0));
    await tag(db(), loaded, 'Third to cross');
    expect(await to()).toBe(place(3));
    for (let index = 3; index <= last; index++) await toggleNothingHere(db(), loaded, span(loaded, index));
    expect(await to()).toBe(place(0));
    for (const index of [0, 1]) await toggleNothingHere(db(), loaded, span(loaded, index));
    expect(await to()).toBe(place(1));
  });

  test('opens at the person’s last step, not at somebody else’s or at one that was undone', async () => {
    const loaded = await newArticle(db(), cast.alice, TEXT.replace('First', 'Earlier'));
    const { id } = loaded.article;
    const last = async () => (await server.request(`/articles/${id}`)).html()('#text').attr('data-last');
    expect(await last()).toBeUndefined();
    await tag(db(), loaded, 'Second to cross');
    await tag(db(), await loadAs(cast.bob, db(), loaded), 'Fifth to cross');
    expect(await last()).toBe('1');
    await tag(db(), loaded, 'Fourth to cross');
    expect(await last()).toBe('3');
    const undone = await server.request(`/articles/${id}/undo`, { form: {}, htmx: true });
    expect(undone.html()('hx-partial[hx-target="#told"]').text()).toBe(
      'Undone: Claim “Fourth to cross” removed',
    );
    expect(await last()).toBe('1');
  });
});
