import { beforeAll, expect, test } from 'vitest';
import { finishFinal, reopenFinal, unlockCoding } from '../../../src/actions/adjudication/close.ts';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { ForbiddenError, NotFoundError } from '../../../src/domain/errors.ts';
import type { Member } from '../../../src/domain/permission.ts';
import { FINAL } from '../../../src/domain/sight.ts';
import { BUILT_IN_TAGS } from '../../../src/domain/tag.ts';
import type { Db } from '../../../src/store/client.ts';
import { codeArticle, loadFinal } from '../../support/adjudicating.ts';
import { type ApartDesk, apartDesk, joins } from '../../support/apart.ts';
import { eachDatabase } from '../../support/databases.ts';
import { importText } from '../../support/desk.ts';

const [CLAIM] = BUILT_IN_TAGS;

eachDatabase((open, name) => {
  let db: Db;
  let desk: ApartDesk;
  let coder: Member;
  let made = 0;

  beforeAll(async () => {
    db = (await open()).db;
    desk = await apartDesk(db, { coders: 1, articles: 0 });
    const [first] = desk.coders;
    if (!first) throw new Error('one coder');
    coder = first;
  });

  /** An article with one finished coding, loaded by an adjudicator of its own. */
  async function coded(tagged = true): Promise<LoadedArticle> {
    made += 1;
    const adjudicator = await joins(db, desk.owner.projectId, `Adjudicator ${made}`, 'adjudicator');
    const { article } = await importText(db, desk.owner, `The ferry was late. Copy ${made} on ${name}.`);
    const claims = tagged ? [{ tag: CLAIM, words: 'The ferry was late.' }] : [];
    await codeArticle(db, coder, article.id, claims);
    return loadFinal(db, adjudicator, article.id);
  }

  /** The codings with their states, and how many steps were made. */
  async function standing({ article }: LoadedArticle) {
    const codings = await db.coding.findMany({ where: { articleId: article.id } });
    const events = await db.event.count({ where: { articleId: article.id } });
    return { states: codings.map(({ lane, state }) => `${lane} ${state}`).sort(), events };
  }

  const whereIs = ({ member: { accountId, projectId } }: LoadedArticle) => ({ accountId, projectId });
  const removed = (loaded: LoadedArticle) => db.membership.deleteMany({ where: whereIs(loaded) });
  const becomes = (role: 'coder' | 'reader' | 'owner') => (loaded: LoadedArticle) =>
    db.membership.updateMany({ where: whereIs(loaded), data: { role } });

  const unlock = (loaded: LoadedArticle) => unlockCoding(db, loaded, coder.annotatorId);

  test.each([
    ['out of the project', removed, NotFoundError],
    ['made a coder', becomes('coder'), ForbiddenError],
    ['made a reader', becomes('reader'), ForbiddenError],
  ] as const)(
    'an adjudicator who is %s in the middle opens and closes nothing',
    async (_who, change, error) => {
      const loaded = await coded();
      await change(loaded);
      const before = await standing(loaded);
      for (const act of [unlock, (one: LoadedArticle) => finishFinal(db, one)]) {
        await expect(act(loaded)).rejects.toThrow(error);
      }
      expect(await standing(loaded)).toEqual(before);
    },
  );

  test('a closed final coding is not opened by somebody who is out', async () => {
    const loaded = await coded(false);
    await finishFinal(db, loaded);
    const again = await loadFinal(db, loaded.member, loaded.article.id);
    await removed(loaded);
    const before = await standing(loaded);
    expect(before.states).toContain(`${FINAL} done`);
    await expect(reopenFinal(db, again)).rejects.toThrow(NotFoundError);
    await expect(unlock(again)).rejects.toThrow(NotFoundError);
    expect(await standing(loaded)).toEqual(before);
  });

  test('an adjudicator who becomes an owner goes on', async () => {
    const loaded = await coded();
    await becomes('owner')(loaded);
    await unlock(loaded);
    expect((await standing(loaded)).states).toContain(`${coder.annotatorId} begun`);
  });
});
