import { beforeAll, expect, test } from 'vitest';
import { editArticle } from '../../src/actions/edit-article.ts';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { removePerson } from '../../src/actions/people/change-people.ts';
import { detailsOf } from '../../src/domain/article.ts';
import { ForbiddenError, NotFoundError } from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { lockedCoding } from '../../src/store/codings.ts';
import { tag } from '../support/annotating.ts';
import { loadAs, newArticle } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { memberAs } from '../support/desk.ts';
import { workIn } from '../support/recount.ts';

eachDatabase((open) => {
  let db: Db;
  let cast: Cast;
  beforeAll(async () => {
    ({ db } = await open());
    cast = await makeCast(db);
  });

  const written = async (loaded: LoadedArticle) => (await workIn(db, loaded.article.id)).annotations.length;
  /** Has the membership changed after the article was loaded by it, and the change taken back at the end. */
  const meanwhile = async (change: Change, work: (loaded: LoadedArticle) => Promise<unknown>) => {
    const loaded = await loadAs(cast.bob, db, await newArticle(db, cast.alice));
    const { accountId, projectId } = cast.bob;
    const where = { accountId_projectId: { accountId, projectId } };
    const [was, project] = await Promise.all([
      db.membership.findUniqueOrThrow({ where }),
      db.project.findUniqueOrThrow({ where: { id: projectId } }),
    ]);
    await change(db, cast.bob);
    try {
      await work(loaded);
    } finally {
      await db.membership.upsert({ where, create: was, update: was });
      await db.project.update({ where: { id: projectId }, data: project });
    }
  };

  test.each<[string, Change, typeof NotFoundError | typeof ForbiddenError]>([
    ['taken out of the project', removed, NotFoundError],
    ['whose time runs out', sets({ until: new Date(0) }), NotFoundError],
    ['who becomes a reader', sets({ role: 'reader' }), ForbiddenError],
    ['whose project is put away', ofProject({ archivedAt: new Date() }), ForbiddenError],
    ['whose project works apart from now on', ofProject({ way: 'apart' }), ForbiddenError],
  ])('of somebody %s in the middle of a save nothing is written', async (_who, change, error) => {
    await meanwhile(change, async (loaded) => {
      await expect(tag(db, loaded, 'was late')).rejects.toThrow(error);
      expect(await written(loaded)).toBe(0);
      await expect(editArticle(db, loaded, renamed(loaded))).rejects.toThrow(error);
      const { title } = await db.article.findUniqueOrThrow({ where: { id: loaded.article.id } });
      expect(title).toBe(loaded.article.title);
    });
  });

  test('who becomes something else that may write goes on', async () => {
    await meanwhile(sets({ role: 'adjudicator' }), async (loaded) => {
      await tag(db, loaded, 'was late');
      expect(await written(loaded)).toBe(1);
    });
  });

  test.each(['the save', 'the removal'])(
    'at the same moment, %s first: after the removal nothing is written',
    async (first) => {
      const loaded = await loadAs(cast.bob, db, await newArticle(db, cast.alice));
      const { accountId } = cast.bob;
      const save = () => tag(db, loaded, 'was late').then(() => 1, refusedAs(NotFoundError));
      const remove = () => removePerson(db, cast.alice, accountId, {}).then(() => written(loaded));
      // Both have to wait for whoever works in the coding now.
      const both = await db.transaction(async (session) => {
        await lockedCoding(session, loaded, { evenDeleted: false });
        return { results: first === 'the save' ? [save(), remove()] : [remove(), save()] };
      });
      const results = await Promise.all(both.results);
      expect(results[0]).toBe(results[1]);
      expect(await written(loaded)).toBe(results[0]);
      await db.membership.create({
        data: { accountId, projectId: cast.bob.projectId, annotatorId: cast.bob.annotatorId, role: 'coder' },
      });
      expect((await memberAs(db, accountId, cast.bob.projectId)).role).toBe('coder');
    },
  );
});

function renamed({ article }: LoadedArticle) {
  return { version: article.version, details: { ...detailsOf(article), title: 'Theirs' } };
}

type Change = (db: Db, member: Member) => Promise<unknown>;

function removed(db: Db, { accountId, projectId }: Member) {
  return db.membership.deleteMany({ where: { accountId, projectId } });
}

function sets(data: Parameters<Db['membership']['updateMany']>[0]['data']): Change {
  return (db, { accountId, projectId }) =>
    db.membership.updateMany({ where: { accountId, projectId }, data });
}

function ofProject(data: Parameters<Db['project']['updateMany']>[0]['data']): Change {
  return (db, { projectId }) => db.project.updateMany({ where: { id: projectId }, data });
}

/** Nothing was written, by an error of this class and no other. */
function refusedAs(kind: typeof NotFoundError): (error: unknown) => number {
  return (error) => {
    if (error instanceof kind) return 0;
    throw error;
  };
}
