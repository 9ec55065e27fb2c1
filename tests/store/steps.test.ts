import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { EditConflictError, NotFoundError } from '../../src/domain/errors.ts';
import type { AnnotationState, Change } from '../../src/domain/history.ts';
import type { Db } from '../../src/store/client.ts';
import type { Dialect } from '../../src/store/database-url.ts';
import { undoState } from '../../src/store/standing.ts';
import { findStep, saveStep } from '../../src/store/steps.ts';
import { loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

let made = 0;

type Creation = Extract<Change, { subject: 'annotation' }> & { readonly after: AnnotationState };

/** The creation of an annotation of some words. */
function creation({ member, text }: LoadedArticle, words: string): Creation {
  made += 1;
  const content = {
    tag: 'claim',
    parts: [placeOf(text.text, words)],
    text: words,
    origin: 'manual',
  } as const;
  const after = { ...NO_ATTRIBUTES, answers: null, ...content, annotatorId: member.annotatorId };
  return { subject: 'annotation', subjectId: `annotation-${made}`, before: null, after };
}

/** Everything that is stored about an article. */
async function everything(db: Db, articleId: string) {
  return {
    ...(await workIn(db, articleId)),
    article: await db.article.findUnique({ where: { id: articleId } }),
    events: await db.event.findMany({ where: { articleId }, orderBy: { id: 'asc' } }),
  };
}

/** Has the database refuse every event, as a full disk would. */
const REFUSE_EVENTS: Record<Dialect, readonly string[]> = {
  sqlite: [`CREATE TRIGGER refuse BEFORE INSERT ON "Event" BEGIN SELECT RAISE(ABORT, 'refused'); END`],
  postgresql: [
    `CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$ LANGUAGE plpgsql`,
    `CREATE TRIGGER refuse BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse()`,
  ],
};
const ACCEPT_EVENTS: Record<Dialect, string> = {
  sqlite: 'DROP TRIGGER refuse',
  postgresql: 'DROP TRIGGER refuse ON "Event"',
};

eachDatabase((open, name) => {
  let db: Db;
  let cast: Cast;
  let article: LoadedArticle;
  beforeAll(async () => {
    db = (await open()).db;
    cast = await makeCast(db);
    article = await newArticle(db, cast.alice);
  });

  const save = (loaded: LoadedArticle, ...changes: Change[]) =>
    saveStep(db, loaded, async () => ({ action: 'change', changes }));

  describe('saveStep', () => {
    test('saves annotation, event and counts together', async () => {
      const change = creation(article, 'was late');
      await save(article, change);
      const { annotations, events } = await everything(db, article.article.id);
      expect(annotations).toMatchObject([
        { id: change.subjectId, text: 'was late', annotatorId: cast.alice.annotatorId },
      ]);
      expect(events.at(-1)).toMatchObject({
        action: 'create',
        subject: 'annotation',
        subjectId: change.subjectId,
        annotatorId: cast.alice.annotatorId,
        state: 'done',
        before: null,
        after: JSON.parse(JSON.stringify(change.after)),
      });
      expect(await storedCounts(db, article.article.id)).toEqual(await recount(db, article.text));
    });

    test('saves nothing where the event cannot be written', async () => {
      const before = await everything(db, article.article.id);
      for (const statement of REFUSE_EVENTS[name]) await db.$executeRawUnsafe(statement);
      try {
        await expect(save(article, creation(article, 'Nobody told us'))).rejects.toThrow();
        expect(await everything(db, article.article.id)).toEqual(before);
      } finally {
        await db.$executeRawUnsafe(ACCEPT_EVENTS[name]);
      }
      await save(article, creation(article, 'Nobody told us'));
      expect((await workIn(db, article.article.id)).annotations).toHaveLength(before.annotations.length + 1);
    });

    test('saves nothing of a step one change of which meets something else than it expects', async () => {
      const { before, ...rest } = creation(article, '40 cups');
      const stale: Change = { ...rest, before: { ...rest.after, note: 'never there' } };
      const all = await everything(db, article.article.id);
      await expect(save(article, creation(article, 'a roof'), stale)).rejects.toThrow(EditConflictError);
      expect(await everything(db, article.article.id)).toEqual(all);
      expect(before).toBeNull();
    });

    test('refuses to make what is there already, and to change or take away what is not', async () => {
      const own = await newArticle(db, cast.alice);
      const change = creation(own, 'was late');
      const { after } = change;
      await save(own, change);
      const missing = { ...change, subjectId: 'missing' };
      await expect(save(own, change)).rejects.toThrow(EditConflictError);
      await expect(save(own, { ...missing, before: after, after })).rejects.toThrow(EditConflictError);
      await expect(save(own, { ...missing, before: after, after: null })).rejects.toThrow(EditConflictError);
      await save(own, { ...change, before: after, after: null });
      await expect(save(own, { ...change, before: after, after: null })).rejects.toThrow(EditConflictError);
    });

    test('says in the error how the annotation stands now', async () => {
      const own = await newArticle(db, cast.alice);
      const change = creation(own, 'was late');
      const { after } = change;
      await save(own, change);
      await save(own, { ...change, before: after, after: { ...after, note: 'theirs' } });
      const late = save(own, { ...change, before: after, after: { ...after, note: 'mine' } });
      await expect(late).rejects.toMatchObject({
        current: { id: change.subjectId, note: 'theirs', version: 2 },
      });
    });

    test('finds no article of another project, and changes nothing of it', async () => {
      const before = await everything(db, article.article.id);
      const scope = { ...article, member: cast.charlie };
      const changes = [creation(article, 'a roof')];
      await expect(saveStep(db, scope, async () => ({ action: 'change', changes }))).rejects.toThrow(
        NotFoundError,
      );
      expect(await everything(db, article.article.id)).toEqual(before);
    });

    test('without changes leaves no trace', async () => {
      const before = await everything(db, article.article.id);
      await save(article);
      expect(await everything(db, article.article.id)).toEqual(before);
    });

    test('of many people at once are all there, with the counts and the history right', async () => {
      const own = await newArticle(db, cast.alice);
      const asBob = await loadAs(cast.bob, db, own);
      const words = ['was late', 'Nobody told us', '1,200 people', '40 cups', 'a roof'];
      const steps = Array.from({ length: 20 }, (_, at) => {
        const loaded = at % 2 === 0 ? own : asBob;
        return save(loaded, creation(loaded, words[at % words.length] ?? ''));
      });
      await Promise.all(steps);
      const { annotations, events } = await everything(db, own.article.id);
      expect(annotations).toHaveLength(20);
      expect(events.filter(({ subject }) => subject === 'annotation')).toHaveLength(20);
      const counts = await storedCounts(db, own.article.id);
      expect(counts).toEqual(await recount(db, own.text));
      expect(counts).toMatchObject({ tags: { claim: 20 } });
    });

    test('of two who change the same thing at once, one is refused', async () => {
      const own = await newArticle(db, cast.alice);
      const change = creation(own, 'was late');
      const { after } = change;
      await save(own, change);
      const edits = ['hers', 'his', 'theirs'].map((note) =>
        save(own, { ...change, before: after, after: { ...after, note } }),
      );
      const outcomes = await Promise.allSettled(edits);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(EditConflictError);
      const events = await db.event.findMany({ where: { subjectId: change.subjectId } });
      expect(events).toHaveLength(2);
    });
  });

  describe('findStep', () => {
    test('gives the last step of the person in that article, all of its changes in order', async () => {
      const own = await newArticle(db, cast.alice);
      const asBob = await loadAs(cast.bob, db, own);
      const both = [creation(own, 'was late'), creation(own, 'a roof')];
      await save(own, creation(own, '40 cups'));
      await save(own, ...both);
      await save(asBob, creation(asBob, 'Nobody told us'));
      await save(await newArticle(db, cast.alice), creation(own, 'was late'));
      const step = await findStep(db, own, 'undo');
      expect(step?.changes).toEqual(both);
      expect(await findStep(db, own, 'redo')).toBeNull();
      expect(await findStep(db, { ...own, member: cast.rita }, 'undo')).toBeNull();
      expect(
        await findStep(db, { ...own, member: { ...cast.alice, projectId: cast.charlie.projectId } }, 'undo'),
      ).toBeNull();
    });

    test('of an article that somebody imported finds nothing to undo', async () => {
      const own = await newArticle(db, cast.alice);
      expect(await undoState(db, own)).toEqual({ canUndo: false, canRedo: false });
    });
  });
});
