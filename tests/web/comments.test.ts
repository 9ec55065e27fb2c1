// What people say of each other's work falls under the sight of the coding: whoever codes blind neither reads it nor is told
// of it.

import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Member } from '../../src/domain/permission.ts';
import { codeArticle } from '../support/adjudicating.ts';
import { joins } from '../support/apart.ts';
import { importText } from '../support/desk.ts';
import { eachSignInDesk } from '../support/sign-in-desk.ts';
import { type Browser, letSignIn } from '../support/signed-in.ts';
import type { Answer } from '../support/web.ts';

const LATE = 'The ferry was late.';

eachSignInDesk(
  'comments',
  () => ({}),
  ({ cast, db, browser }) => {
    let dora: Member;
    const browsers: Record<string, Browser> = {};
    let articleId = '';
    /** Bob's annotation on the article. */
    let bobs = '';
    let made = 0;

    beforeAll(async () => {
      const { projectId } = cast.alice;
      await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
      dora = await joins(db(), projectId, 'Dora', 'coder');
      await letSignIn(db(), dora.accountId, 'dora');
      for (const name of ['alice', 'bob@desk.example', 'rita', 'dora']) {
        const entered = browser();
        await entered.signIn(name);
        browsers[name.split('@')[0] ?? ''] = entered;
      }
    });

    beforeEach(async () => {
      made += 1;
      const { article } = await importText(db(), cast.alice, `title: Night ${made}\n\n${LATE} Copy ${made}.`);
      articleId = article.id;
      const bob = { ...cast.bob, way: 'apart' as const };
      [bobs = ''] = await codeArticle(db(), bob, articleId, [{ words: LATE, tag: 'claim' }]);
    });

    const as = (name: string): Browser => {
      const found = browsers[name];
      if (!found) throw new Error(`${name} has not signed in`);
      return found;
    };
    const page = () => `/articles/${articleId}/comments`;
    const say = (name: string, form: Record<string, string>) => as(name).request(page(), { form });
    const idIn = ({ headers }: Answer) => /#comment-(.+)$/.exec(headers.location ?? '')?.[1] ?? '';
    const read = async (name: string, path = page()) => {
      const answer = await as(name).request(path);
      return answer.status === 200 ? answer.html()('main').text() : String(answer.status);
    };

    test('are read by whoever may see the coding, and by nobody else', async () => {
      const answer = await say('alice', { annotation: bobs, body: '@Bob is this a quote?' });
      expect(answer.status).toBe(303);
      expect(await read('bob')).toContain('is this a quote?');
      expect(await read('bob', `/annotations/${bobs}`)).toContain('is this a quote?');
      expect(await read('bob', '/projects/desk/comments')).toContain('is this a quote?');
      for (const path of [page(), '/projects/desk/comments', '/projects/desk/comments.jsonl']) {
        const asked = await as('dora').request(path);
        expect([asked.status, asked.text.includes('is this a quote?')]).toEqual([200, false]);
      }
      const id = idIn(answer);
      const [form, removal] = [{ body: 'Mine' }, { method: 'DELETE' }];
      for (const [path, options] of [
        [page(), { form: { annotation: bobs, body: 'Mine' } }],
        [page(), { form: { parent: id, body: 'Mine' } }],
        [`/comments/${id}`, { method: 'PATCH', form }],
        [`/comments/${id}`, removal],
        [`/comments/${id}/resolution`, { method: 'POST' }],
        [`${page()}?annotation=${bobs}`, {}],
      ] as const)
        expect({ path, status: (await as('dora').request(path, options)).status }).toEqual({
          path,
          status: 404,
        });
    });

    test('wait for whom they mention until they answer', async () => {
      const waiting = async () =>
        (await read('bob', '/work')).match(/\d+ comments? waits? for you/)?.[0] ?? null;
      const before = await waiting();
      const first = idIn(await say('alice', { annotation: bobs, body: 'Look', mention: 'Bob' }));
      expect(await waiting()).not.toBe(before);
      const listed = (await as('bob').request('/projects/desk/comments')).html();
      expect(listed('section').first().find('h2').text()).toMatch(/^Waiting for you \d+$/);
      expect(listed('.mention.is-own').first().text()).toMatch(/^@/);
      await say('bob', { parent: first, body: 'It is one.' });
      expect(await waiting()).toBe(before);
      const again = await say('alice', { parent: first, body: '@Bob sure?' });
      expect(await waiting()).not.toBe(before);
      await as('alice').request(`/comments/${first}/resolution`, { method: 'POST' });
      expect(await waiting()).toBe(before);
      expect(await read('bob', '/projects/desk/comments?show=resolved')).toContain('sure?');
      await as('bob').request(`/comments/${first}/resolution`, { method: 'DELETE' });
      expect(await waiting()).not.toBe(before);
      expect(again.status).toBe(303);
    });

    test('refuse to mention somebody who may not see them, and keep what was typed', async () => {
      const answer = await say('alice', { annotation: bobs, body: 'Ask @Dora first' });
      expect(answer.status).toBe(422);
      const $ = answer.html();
      expect($('#new-body').val()).toBe('Ask @Dora first');
      expect($('#new-body-error').text()).toContain('Dora cannot see this coding');
      expect(
        $('#new-mention option')
          .toArray()
          .map((option) => $(option).text()),
      ).toEqual(['Nobody', 'Bob']);
      expect(await db().comment.count({ where: { articleId } })).toBe(0);
    });

    test.each([
      ['nothing', '  \n '],
      ['too much', 'x'.repeat(5001)],
    ])('refuse %s', async (_, body) => {
      const answer = await say('bob', { sentence: '1', body });
      expect([answer.status, answer.html()('#new-body').attr('aria-invalid')]).toEqual([422, 'true']);
      expect(await db().comment.count({ where: { articleId } })).toBe(0);
    });

    test('sent twice are one, and with other words another', async () => {
      const form = (await as('bob').request(`${page()}?sentence=1`)).html();
      const key = form('input[name=form_key]').first().val();
      const sent = { sentence: '1', form_key: String(key), body: 'Once' };
      const [one, two] = [await say('bob', sent), await say('bob', sent)];
      expect(two.headers.location).toBe(one.headers.location);
      await say('bob', { ...sent, body: 'Twice' });
      expect(await db().comment.count({ where: { articleId } })).toBe(2);
    });

    test('are changed, deleted and brought back by whoever wrote them alone', async () => {
      const id = idIn(await say('bob', { annotation: bobs, body: 'A claim' }));
      const change = { method: 'PATCH', form: { body: 'A quote' } };
      expect((await as('alice').request(`/comments/${id}`, change)).status).toBe(403);
      expect((await as('alice').request(`/comments/${id}`, { method: 'DELETE' })).status).toBe(403);
      expect((await as('bob').request(`/comments/${id}`, change)).status).toBe(303);
      expect(await read('alice')).toMatch(/A quote/);
      expect(await read('alice')).toMatch(/edited/);
      await as('bob').request(`/comments/${id}`, { method: 'DELETE' });
      expect(await read('alice')).toContain('No comments yet.');
      expect(await read('bob')).toContain('You deleted this comment.');
      expect((await as('bob').request(`/comments/${id}`, change)).status).toBe(404);
      await as('bob').request(`/comments/${id}/restoration`, { method: 'POST' });
      expect(await read('alice')).toContain('A quote');
    });

    test('on a case are for those who may see all codings', async () => {
      const form = {
        annotation: bobs,
        lane: 'cases',
        back: `/articles/${articleId}/adjudicate#case-${bobs}`,
      };
      const answer = await say('alice', { ...form, body: 'Both miss it' });
      expect(answer.headers.location).toBe(form.back);
      const $ = (await as('alice').request(`/articles/${articleId}/adjudicate`)).html();
      expect($(`#case-${bobs} .talk`).text()).toContain('Both miss it');
      expect(await read('bob')).not.toContain('Both miss it');
      expect((await say('bob', { ...form, body: 'Mine' })).status).toBe(404);
      expect((await as('bob').request(`${page()}?annotation=${bobs}&lane=cases`)).status).toBe(404);
      const mention = await say('alice', { ...form, body: 'Hear, @Bob' });
      expect([mention.status, mention.text.includes('Bob cannot see this coding')]).toEqual([422, true]);
    });

    test('are marked in the list beside the text while they are open', async () => {
      const mark = async (name: string, path: string) =>
        (await as(name).request(path, { htmx: path.startsWith('/annotations') }))
          .html()(`#entry-${bobs} .commented .hidden-words`)
          .text();
      const pages = [`/articles/${articleId}`, `/annotations/${bobs}/entry`];
      const marks = (name = 'bob') => Promise.all(pages.map((path) => mark(name, path)));
      expect(await marks()).toEqual(['', '']);
      const first = idIn(await say('alice', { annotation: bobs, body: 'Sure?' }));
      await say('bob', { sentence: '2', body: 'Elsewhere' });
      expect(await marks()).toEqual(['1 open comment', '1 open comment']);
      await say('alice', { annotation: bobs, body: 'And this?' });
      await say('alice', { annotation: bobs, lane: 'cases', body: 'Not for Bob' });
      expect(await marks()).toEqual(['2 open comments', '2 open comments']);
      await as('bob').request(`/articles/${articleId}/completion`, { method: 'DELETE' });
      const form = { version: '1', tag: 'quote', done: '1' };
      const changed = await as('bob').request(`/annotations/${bobs}`, { method: 'PATCH', form, htmx: true });
      expect(changed.text).toMatch(/2 open comments/);
      await as('alice').request(`/comments/${first}/resolution`, { method: 'POST' });
      expect(await marks()).toEqual(['1 open comment', '1 open comment']);
    });

    test('keep the letters of adjudication for whoever came from there', async () => {
      const doras =
        (await codeArticle(db(), { ...dora }, articleId, [{ words: LATE, tag: 'quote' }]))[0] ?? '';
      await say('bob', { annotation: bobs, body: 'Mine is a claim' });
      await say('alice', { annotation: doras, body: '@Dora why a quote?' });
      const adjudicated = async (query: string) =>
        (await as('alice').request(`/articles/${articleId}/adjudicate${query}`)).html();
      const $ = await adjudicated('?names=letters');
      const address = $('.talk a[href*="lane=cases"]').first().attr('href') ?? '';
      const first = (await as('alice').request(address)).html();
      const seen = first('main').text();
      expect(seen).toMatch(/Coding: Coder [AB]/);
      expect(seen).toMatch(/@Coder [AB] why a quote/);
      expect(seen).not.toMatch(/Bob|Dora/);
      expect((await adjudicated(''))('.talk a[href*="names=letters"]').length).toBe(0);
      const letter = /@(Coder [AB]) why/.exec(seen)?.[1] ?? '';
      const answered = await say('alice', {
        annotation: doras,
        names: 'letters',
        body: `@${letter} please answer`,
        back: `${page()}?names=letters`,
      });
      expect(answered.headers.location).toBe(`${page()}?names=letters`);
      expect(await read('alice', `${page()}?names=letters`)).toContain(`@${letter} please answer`);
      expect(await read('alice')).toContain('@Dora please answer');
      // Nobody else is given letters for asking.
      expect(await read('bob', `${page()}?names=letters`)).not.toContain('Coder');
    });

    test('refused under letters say so in letters', async () => {
      await codeArticle(db(), { ...dora }, articleId, [{ words: LATE, tag: 'quote' }]);
      const form = { annotation: bobs, names: 'letters', body: '@Coder A and @Coder B' };
      const answer = await say('alice', form);
      const $ = answer.html();
      expect([answer.status, $('#new [name=names], [name=names]').first().val()]).toEqual([422, 'letters']);
      expect($('#new-body-error').text()).toMatch(/^Coder [AB] cannot see this coding/);
      expect($('main').text()).not.toMatch(/Bob|Dora/);
    });

    test('of readers are refused, and they read what they may see', async () => {
      expect((await say('rita', { sentence: '1', body: 'I say' })).status).toBe(403);
      await say('alice', { sentence: '1', lane: 'final', body: 'For the record' });
      expect(await read('rita')).toContain('For the record');
      expect(await read('bob')).not.toContain('For the record');
      const $ = (await as('rita').request(page())).html();
      expect($('form.comment-form, .comment-deeds').length).toBe(0);
    });

    test('lead nowhere but to this desk', async () => {
      const answer = await say('bob', {
        sentence: '1',
        body: 'Where to?',
        back: 'https://elsewhere.example/',
      });
      expect(answer.headers.location).toBe('/');
    });

    test('leave as JSON Lines, with names for those who are mentioned', async () => {
      const first = idIn(await say('alice', { annotation: bobs, body: '@Bob look\nhere' }));
      await say('bob', { parent: first, body: 'Done' });
      await say('alice', { sentence: '2', body: 'Not Bob’s' });
      const lines = async (name: string) => {
        const { text } = await as(name).request('/projects/desk/comments.jsonl');
        const all: Record<string, unknown>[] = text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
        return all.filter((line) => line.article_id === articleId);
      };
      expect(await lines('alice')).toMatchObject([
        {
          thread: first,
          coding: 'own',
          coder: 'Bob',
          annotation: bobs,
          by: 'Me',
          text: '@Bob look\nhere',
        },
        { thread: first, by: 'Bob', text: 'Done', mentions: [] },
        { coding: 'own', sentence_number: 2, annotation: null },
      ]);
      expect((await lines('bob')).map(({ text }) => text)).toHaveLength(2);
      expect(await lines('dora')).toEqual([]);
    });

    test('are not written by whoever codes no more', async () => {
      const id = idIn(await say('bob', { sentence: '1', body: 'Here' }));
      await db().membership.updateMany({
        where: { accountId: cast.bob.accountId },
        data: { role: 'reader' },
      });
      expect((await say('bob', { sentence: '1', body: 'Still here' })).status).toBe(403);
      expect((await as('bob').request(`/comments/${id}`, { method: 'DELETE' })).status).toBe(404);
      await db().membership.updateMany({ where: { accountId: cast.bob.accountId }, data: { role: 'coder' } });
    });
  },
);
