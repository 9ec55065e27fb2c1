// Where a project shows coders their results, they see their own coding and the final one, and nothing else that another
// coder has made: not a word, a name or an id of it, on any page or in any file.

import { beforeAll, expect, test } from 'vitest';
import type { Member } from '../../src/domain/permission.ts';
import { codeArticle, loadFinal } from '../support/adjudicating.ts';
import { tag } from '../support/annotating.ts';
import { joins } from '../support/apart.ts';
import { importText, memberAs } from '../support/desk.ts';
import { ADDRESSES } from '../support/read-addresses.ts';
import { SECRETS, STORY } from '../support/secret-work.ts';
import { eachSignInDesk } from '../support/sign-in-desk.ts';
import { type Browser, letSignIn } from '../support/signed-in.ts';
import { type Answers, changed, telling, walk } from '../support/walking.ts';

const ASKED = Object.values(ADDRESSES).flat();

/** Where the final coding shows, and where one's own work does. */
const RESULTS = (
  [
    '/articles/:id',
    '/articles/:id/codings/:lane',
    '/articles/:id/comparison',
    '/annotations.:format',
    '/work',
    '/work/results',
    '/work/results/sentences',
  ] as const
).flatMap((path) => ADDRESSES[path] ?? []);
const [MINE, THEIRS] = ['It rained.', 'The mayor was away.'];

eachSignInDesk(
  'results shown to coders',
  () => ({}),
  ({ cast, db, browser }) => {
    let coder: Browser;
    let other: Member;
    let ids: Readonly<Record<string, string>>;
    let secretIds: readonly string[];
    let before: Answers;
    let after: Answers;
    let unfinished = '';

    beforeAll(async () => {
      const { projectId } = cast.alice;
      await db().project.update({ where: { id: projectId }, data: { way: 'apart', showsResult: true } });
      const owner = await memberAs(db(), cast.alice.accountId, projectId);
      const bob = await memberAs(db(), cast.bob.accountId, projectId);
      other = await joins(db(), projectId, SECRETS.name, 'coder');
      await letSignIn(db(), other.accountId, 'aldous');
      const article = (await importText(db(), owner, STORY)).article.id;
      unfinished = (await importText(db(), owner, STORY.replace('It rained.', 'It snowed.'))).article.id;
      const [mine = ''] = await codeArticle(db(), bob, article, [{ words: MINE, tag: 'claim' }]);
      for (const [at, words] of [
        [article, MINE],
        [unfinished, THEIRS],
      ] as const) {
        const final = await tag(db(), await loadFinal(db(), owner, at), words);
        await db().coding.updateMany({
          where: { articleId: at, lane: 'final' },
          data: { state: 'done', doneAt: new Date() },
        });
        expect(final.annotation.lane).toBe('final');
      }
      ids = { article, mine, coderA: other.annotatorId };
      coder = browser();
      expect((await coder.signIn('bob@desk.example')).status).toBe(303);
      before = await walk(coder, ids, Object.values(ids), RESULTS);
      const note = SECRETS.note;
      const made = await codeArticle(db(), other, article, [
        { words: THEIRS, tag: 'claim', attributes: { note, speaker: SECRETS.speaker } },
        { words: MINE, tag: 'quote', attributes: { note } },
      ]);
      secretIds = made;
      after = await walk(coder, { ...ids, annotation: made[0] ?? '' }, Object.values(ids), ASKED);
    }, 120_000);

    test('hold their own coding and the final one', () => {
      for (const asked of [
        '/articles/{article}/comparison',
        '/articles/{article}/codings/final',
        '/work/results',
        '/work/results/sentences?tag=claim&cell=both',
      ])
        expect([asked, after.get(asked)?.whole.slice(0, 3)]).toEqual([asked, '200']);
      expect(after.get('/work/results/sentences?tag=claim&cell=both')?.whole).toContain(MINE);
    });

    test('tell nothing of another coder’s work, and stay what they were while it is made', () => {
      expect(telling(after, [...Object.values(SECRETS), ...secretIds])).toEqual([]);
      const results = new Map([...after].filter(([asked]) => before.has(asked)));
      expect(results.size).toBe(before.size);
      expect(changed(before, results)).toEqual([]);
    });

    test('tell nothing of an article that they have not finished', async () => {
      for (const page of ['codings/final', 'comparison', `codings/${other.annotatorId}`])
        expect((await coder.request(`/articles/${unfinished}/${page}`)).status).toBe(404);
      expect(after.get('/work/results/sentences?tag=claim&cell=onlySecond')?.whole).not.toContain(THEIRS);
    });

    test('give the final annotations to nobody who would change them, nor their own addresses', async () => {
      const where = { articleId: ids.article ?? '', lane: 'final' };
      const { id, version } = await db().annotation.findFirstOrThrow({ where });
      expect((await coder.request(`/annotations/${id}`)).status).toBe(404);
      const form = { version: String(version), note: 'Taken' };
      expect((await coder.request(`/annotations/${id}`, { method: 'PATCH', form })).status).toBe(404);
    });
  },
);
