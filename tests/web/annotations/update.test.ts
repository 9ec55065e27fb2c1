import { beforeAll, describe, expect, test } from 'vitest';
import type { SavedAnnotation } from '../../../src/actions/add-annotation.ts';
import { editAnnotation, type NewPlace } from '../../../src/actions/edit-annotation.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { change, loadedAnnotation, tag } from '../../support/annotating.ts';
import { loadAs, newArticle, placeOf } from '../../support/articles.ts';
import { becomes } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';

eachServer('PATCH and DELETE /annotations/:id', ({ server, cast, db }) => {
  let article: LoadedArticle;
  beforeAll(async () => {
    article = await newArticle(db(), cast.alice);
  });
  const made = () =>
    tag(db(), article, 'Nobody told us', {
      tag: 'quote',
      attributes: { ...NO_ATTRIBUTES, speaker: 'Okafor' },
    });
  const now = async (saved: SavedAnnotation) => (await loadedAnnotation(db(), article, saved)).annotation;
  const send = (id: string, method: string, form: Record<string, string>, htmx = false) =>
    server.request(`/annotations/${id}`, { form: { _method: method, ...form }, htmx });
  const patch = ({ annotation }: SavedAnnotation, form: Record<string, string>, htmx = false) =>
    send(annotation.id, 'PATCH', form, htmx);
  const remove = ({ annotation }: SavedAnnotation, form: Record<string, string>, htmx = false) =>
    send(annotation.id, 'DELETE', form, htmx);

  describe('an edit', () => {
    test('by a plain form saves, and goes to its place in the article', async () => {
      const saved = await made();
      const answer = await patch(saved, { version: '1', note: 'ask', cue: 'said' });
      const { articleId, start, id } = saved.annotation;
      expect([answer.status, answer.headers.location]).toEqual([
        303,
        `/articles/${articleId}?at=${start}#m-${id}`,
      ]);
      expect(await now(saved)).toMatchObject({ note: 'ask', cue: 'said', speaker: 'Okafor', version: 2 });
    });

    test('by the method of its name works as well', async () => {
      const saved = await made();
      const path = `/annotations/${saved.annotation.id}`;
      expect(
        (await server.request(path, { method: 'PATCH', form: { version: '1', note: 'ask' } })).status,
      ).toBe(303);
      expect((await now(saved)).note).toBe('ask');
    });

    test('by htmx answers with block, counts and entry, and nothing else', async () => {
      const saved = await made();
      const answer = await patch(saved, { version: '1', note: 'ask', done: '1' }, true);
      expect(answer.status).toBe(200);
      const index = article.text.blocks.findIndex(({ end }) => end > saved.annotation.start);
      expect(new Set(targetsOf(answer))).toEqual(
        new Set([`#b${index}`, '#entries-0', '#progress', '#counts', '#history', '#notice']),
      );
      expect(fragmentFor(answer, '#entries-0').find('li').attr('data-version')).toBe('2');
    });

    test('of an open card’s field leaves the card as it stands but for its version', async () => {
      const saved = await made();
      const answer = await patch(
        saved,
        { version: '1', tag: 'quote', speaker: 'Ines Okafor', note: '' },
        true,
      );
      const target = `#version-${saved.annotation.id}`;
      expect(targetsOf(answer)).toContain(target);
      expect(targetsOf(answer).filter((one) => one.startsWith('#entries'))).toEqual([]);
      expect(fragmentFor(answer, target).find('input').val()).toBe('2');
    });

    test('moves to other words, and to more of them', async () => {
      const saved = await made();
      const { start, end } = placeOf(article.text.text, 'a roof');
      const parts = `${start}-${end}`;
      await patch(saved, { version: '1', add: parts, text: 'a roof' }, true);
      expect((await now(saved)).text).toBe('Nobody told us […] a roof');
      const answer = await patch(saved, { version: '2', parts, text: 'a roof' }, true);
      expect((await now(saved)).text).toBe('a roof');
      expect(targetsOf(answer)).toContain(`#entry-${saved.annotation.id}`);
    });

    test('by an end button moves it by a word, and stays on the page', async () => {
      const saved = await made();
      const answer = await patch(saved, { version: '1', move: 'end-earlier' });
      expect(answer.headers.location).toBe(`/annotations/${saved.annotation.id}`);
      expect((await now(saved)).text).toBe('Nobody told');
    });

    test.each([true, false])(
      'of words that are not the text’s is refused with 409; htmx: %s',
      async (htmx) => {
        const saved = await made();
        expect((await patch(saved, { version: '1', parts: '2-6', text: 'else' }, htmx)).status).toBe(409);
        expect(await now(saved)).toEqual(saved.annotation);
      },
    );

    test.each([
      { tag: 'rumour' },
      { quote_type: 'loud' },
      { note: 'x'.repeat(10_001) },
      { parts: '5-5', text: '' },
      { add: 'all' },
      { tag: 'statistic', value: 'many' },
    ])('of %j is refused with 422 and changes nothing', async (wrong) => {
      const saved = await made();
      const form = Object.fromEntries(Object.entries({ version: '1', ...wrong }));
      for (const htmx of [true, false]) expect((await patch(saved, form, htmx)).status).toBe(422);
      expect(await now(saved)).toEqual(saved.annotation);
    });

    test('that is refused keeps what was typed, the tag too, each message beside its field', async () => {
      const saved = await made();
      const typed = { version: '1', tag: 'statistic', value: '<b>many</b>', note: 'ask' };
      const $ = (await patch(saved, typed)).html();
      expect($('select[name=tag]').val()).toBe('statistic');
      expect($('[name=value]').val()).toBe('<b>many</b>');
      expect($('[name=value]').attr('aria-invalid')).toBe('true');
      expect($(`#f-${saved.annotation.id}-value-error`).text()).toContain('number');
      expect($('[name=note]').val()).toBe('ask');
      expect($('main b')).toHaveLength(0);
    });

    test('by htmx that is refused names the field, and clears the others', async () => {
      const saved = await made();
      const answer = await patch(saved, { version: '1', quote_type: 'loud' }, true);
      const slot = (field: string) => fragmentFor(answer, `#f-${saved.annotation.id}-${field}-error`);
      expect(slot('quote_type').text()).toContain('choose direct, indirect or mixed');
      expect(slot('speaker')).toHaveLength(1);
      expect(slot('speaker').text()).toBe('');
    });
  });

  describe('over a version that somebody else changed', () => {
    const changed = async () => {
      const saved = await made();
      await change(db(), await loadAs(cast.bob, db(), article), saved, { speaker: 'His', note: 'his note' });
      return saved;
    };

    test('a plain form is answered 409 with both, and a second save keeps one’s own', async () => {
      const saved = await changed();
      const answer = await patch(saved, { version: '1', tag: 'claim', speaker: 'Hers', note: 'her note' });
      expect(answer.status).toBe(409);
      expect((await now(saved)).speaker).toBe('His');
      const $ = answer.html();
      expect($('[name=speaker]').val()).toBe('Hers');
      expect($('[name=note]').val()).toBe('her note');
      expect($('select[name=tag]').val()).toBe('claim');
      expect($('.conflict').text()).toContain('His');
      expect($('.conflict').text()).toContain('his note');
      const over = String($('button[name=over]').val());
      expect((await patch(saved, { version: '1', tag: 'claim', speaker: 'Hers', over })).status).toBe(303);
      expect(await now(saved)).toMatchObject({ tag: 'claim', speaker: 'Hers', note: 'his note' });
    });

    test('htmx is answered 409 with theirs beside one’s own fields, which stay', async () => {
      const saved = await changed();
      const answer = await patch(saved, { version: '1', speaker: 'Hers' }, true);
      expect(answer.status).toBe(409);
      expect(targetsOf(answer)[0]).toBe(`#conflict-${saved.annotation.id}`);
      expect(answer.text).toContain('his note');
    });

    test('htmx is shown the text as it stands, where the annotation was and where it is', async () => {
      const own = await newArticle(db(), cast.alice);
      const saved = await tag(db(), own, 'was late');
      const asBob = await loadAs(cast.bob, db(), own);
      const place: NewPlace = {
        how: 'replace',
        parts: [placeOf(own.text.text, 'a roof')],
        seen: 'a roof',
      };
      const edit = { version: 1, attributes: NO_ATTRIBUTES, place };
      await editAnnotation(db(), await loadedAnnotation(db(), asBob, saved), edit);
      const answer = await patch(saved, { version: '1', move: 'end-later' }, true);
      expect(answer.status).toBe(409);
      const blocks = targetsOf(answer).slice(1);
      expect(blocks).toHaveLength(2);
      const marked = blocks.flatMap((block) => fragmentFor(answer, block).find('mark').text() || []);
      expect(marked).toEqual(['a roof']);
    });

    test('saying the same as they is no conflict', async () => {
      const saved = await changed();
      expect((await patch(saved, { version: '1', speaker: 'His', note: 'his note' })).status).toBe(303);
      expect((await now(saved)).version).toBe(2);
    });

    test('a deletion is refused with 409', async () => {
      const saved = await changed();
      for (const htmx of [true, false])
        expect((await remove(saved, { version: '1' }, htmx)).status).toBe(409);
      expect((await now(saved)).speaker).toBe('His');
    });

    test.each(['', 'one', '-1', '0'])('the version %j is not the one that is there', async (version) => {
      const saved = await made();
      expect((await patch(saved, { version, note: 'x' })).status).toBeGreaterThanOrEqual(409);
      expect((await remove(saved, { version })).status).toBeGreaterThanOrEqual(409);
      expect(await now(saved)).toEqual(saved.annotation);
    });
  });

  describe('a deletion', () => {
    test.each(['form', 'button', 'method'])('by a plain %s goes back to the article', async (how) => {
      const saved = await made();
      const { id, articleId } = saved.annotation;
      const body = new URLSearchParams([
        ['_method', 'PATCH'],
        ['version', '1'],
        ['_method', 'DELETE'],
      ]);
      const answers = {
        form: () => remove(saved, { version: '1' }),
        button: () => server.request(`/annotations/${id}`, { form: body }),
        method: () => server.request(`/annotations/${id}?version=1`, { method: 'DELETE' }),
      };
      const answer = await answers[how as keyof typeof answers]();
      expect([answer.status, answer.headers.location]).toEqual([303, `/articles/${articleId}`]);
      expect((await server.request(`/annotations/${id}`)).status).toBe(404);
    });

    test('by htmx takes the entry from the list and the mark from the block', async () => {
      const saved = await made();
      const answer = await remove(saved, { version: '1' }, true);
      const index = article.text.blocks.findIndex(({ end }) => end > saved.annotation.start);
      expect(new Set(targetsOf(answer))).toEqual(
        new Set([
          `#b${index}`,
          `#entry-${saved.annotation.id}`,
          '#progress',
          '#counts',
          '#history',
          '#notice',
        ]),
      );
      expect(fragmentFor(answer, `#entry-${saved.annotation.id}`).attr('hx-swap')).toBe('delete');
      expect(
        fragmentFor(answer, `#b${index}`).find(`[data-annotation="${saved.annotation.id}"]`),
      ).toHaveLength(0);
    });
  });

  describe.each(['PATCH', 'DELETE'])('%s', (method) => {
    const form = { version: '1', note: 'x' };
    test('of another project’s annotation, a deleted one, none, and what is no id is not found', async () => {
      const theirs = await tag(db(), await newArticle(db(), cast.charlie), 'was late');
      const deleted = await made();
      await remove(deleted, { version: '1' });
      const none = '01900000-0000-7000-8000-000000000000';
      for (const id of [theirs.annotation.id, deleted.annotation.id, none, 'x', '%00'])
        for (const htmx of [true, false]) expect((await send(id, method, form, htmx)).status).toBe(404);
      const row = await db().annotation.findUnique({ where: { id: theirs.annotation.id } });
      expect(row).toMatchObject({ deletedAt: null, note: null, version: 1 });
    });

    test('by a reader is refused with 403', async () => {
      const saved = await made();
      await becomes(db(), 'reader');
      try {
        expect((await send(saved.annotation.id, method, form)).status).toBe(403);
      } finally {
        await becomes(db(), 'owner');
      }
      expect(await now(saved)).toEqual(saved.annotation);
    });
  });

  test('other methods are refused with 405', async () => {
    const { annotation } = await made();
    for (const method of ['POST', 'PUT'])
      expect(
        (await server.request(`/annotations/${annotation.id}`, { method, form: { version: '1' } })).status,
      ).toBe(405);
  });
});
