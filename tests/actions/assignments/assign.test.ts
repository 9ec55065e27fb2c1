import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { assign } from '../../../src/actions/assignments/assign.ts';
import { changeDue, takeBackGiven } from '../../../src/actions/assignments/change-given.ts';
import { choosePractice } from '../../../src/actions/assignments/choose-practice.ts';
import { openSeats } from '../../../src/actions/assignments/open-seats.ts';
import { type AssignmentOrder, planOrder } from '../../../src/actions/assignments/plan.ts';
import { turnAssignments } from '../../../src/actions/assignments/turn.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import { CannotUndoError, ForbiddenError } from '../../../src/domain/errors.ts';
import { listBatches, projectCoders } from '../../../src/store/assignments.ts';
import type { Db } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { type ApartDesk, apartDesk, joins } from '../../support/apart.ts';
import { eachDatabase } from '../../support/databases.ts';

eachDatabase((open) => {
  let db: Db;
  let desk: ApartDesk;
  beforeAll(async () => {
    db = (await open()).db;
    desk = await apartDesk(db, { coders: 3, articles: 6 });
  });

  const order = (more: Partial<AssignmentOrder> = {}): AssignmentOrder => ({
    articles: { which: 'all' },
    coders: desk.coders.map(({ annotatorId }) => annotatorId),
    codersEach: 1,
    share: 0,
    seed: 1,
    dueAt: null,
    ...more,
  });

  const codings = () =>
    db.coding.findMany({
      where: { projectId: desk.owner.projectId, lane: { notIn: ['shared', 'final'] } },
      orderBy: [{ articleId: 'asc' }, { lane: 'asc' }],
    });

  async function give(more: Partial<AssignmentOrder> = {}): Promise<string> {
    const batchId = uuidv7();
    await assign(db, desk.owner, order(more), { batchId });
    return batchId;
  }

  const undo = (batchId: string) => turnAssignments(db, desk.owner, batchId, 'undo');

  describe('giving articles out', () => {
    test('makes a coding that is to be done of each, and undo takes all of them back', async () => {
      const dueAt = new Date('2026-12-24T00:00:00Z');
      const batchId = await give({ codersEach: 2, dueAt });
      const given = await codings();
      expect(given).toHaveLength(12);
      expect(new Set(given.map(({ state }) => state))).toEqual(new Set(['todo']));
      expect(given.every((coding) => coding.dueAt?.getTime() === dueAt.getTime())).toBe(true);
      expect(given.every((coding) => coding.assignedById === desk.owner.annotatorId)).toBe(true);
      expect(given.every((coding) => coding.isBlind)).toBe(true);
      expect(await undo(batchId)).toEqual({ touched: 12, rows: 12 });
      expect(await codings()).toEqual([]);
      expect(await turnAssignments(db, desk.owner, batchId, 'redo')).toEqual({ touched: 12, rows: 12 });
      expect(await codings()).toHaveLength(12);
      await undo(batchId);
      await expect(undo(batchId)).rejects.toThrow(CannotUndoError);
    });

    test('the same request again gives nothing twice', async () => {
      const batchId = uuidv7();
      const twice = () => assign(db, desk.owner, order({ codersEach: 2 }), { batchId });
      await Promise.all([twice(), twice()]);
      await twice();
      expect(await codings()).toHaveLength(12);
      await undo(batchId);
    });

    test('counts what coders have already, and gives nobody an article twice', async () => {
      const first = await give({ codersEach: 1 });
      const second = await give({ codersEach: 2 });
      const all = await codings();
      expect(all).toHaveLength(12);
      expect(new Set(all.map(({ articleId, lane }) => `${articleId} ${lane}`)).size).toBe(12);
      const loads = (await projectCoders(db, desk.owner.projectId)).filter(({ role }) => role === 'coder');
      // 21 sentences, twice.
      expect(loads.reduce((sum, { load }) => sum + load, 0)).toBe(42);
      await undo(second);
      await undo(first);
    });

    test('a share goes to everybody', async () => {
      const batchId = await give({ share: 0.5 });
      const by = new Map<string, number>();
      for (const { articleId } of await codings()) by.set(articleId, (by.get(articleId) ?? 0) + 1);
      expect([...by.values()].sort()).toEqual([1, 1, 1, 3, 3, 3]);
      await undo(batchId);
    });

    test('undo leaves what was begun', async () => {
      const batchId = await give({ codersEach: 3 });
      const [coder] = desk.coders;
      if (!coder) throw new Error('no coder');
      const loaded = await loadArticle(db, coder.accountId, desk.articleIds[0] ?? '');
      await tag(db, { ...loaded, lane: coder.annotatorId }, 'Ferry 1');
      expect(await undo(batchId)).toEqual({ touched: 17, rows: 18 });
      expect(await codings()).toMatchObject([
        { articleId: desk.articleIds[0], lane: coder.annotatorId, state: 'begun' },
      ]);
      await db.coding.deleteMany({ where: { lane: coder.annotatorId } });
      await db.annotation.deleteMany({ where: { lane: coder.annotatorId } });
    });

    test('is refused where the project is no longer as it was previewed', async () => {
      const { mark } = await planOrder(db, desk.owner, order());
      const between = await give({ articles: { which: 'ticked', ids: desk.articleIds.slice(0, 1) } });
      const late = await assign(db, desk.owner, order(), { batchId: uuidv7(), seen: mark });
      expect(late.is).toBe('changed');
      expect(await codings()).toHaveLength(1);
      const again = late.is === 'changed' ? late.planned.mark : '';
      const batchId = uuidv7();
      expect((await assign(db, desk.owner, order(), { batchId, seen: again })).is).toBe('done');
      await undo(batchId);
      await undo(between);
    });

    test('who is no member gets nothing', async () => {
      const { plan } = await planOrder(db, desk.owner, order({ coders: ['nobody'] }));
      expect(plan.assignments).toEqual([]);
    });

    test('of those that nobody has', async () => {
      const first = await give({ articles: { which: 'ticked', ids: desk.articleIds.slice(0, 2) } });
      const { articles } = await planOrder(db, desk.owner, order({ articles: { which: 'free' } }));
      expect(articles.map(({ id }) => id)).toEqual(desk.articleIds.slice(2));
      await undo(first);
    });
  });

  describe('what was given', () => {
    test('can be taken back where nobody has begun it, and given again by undo', async () => {
      const batchId = await give({ codersEach: 3 });
      const names = (await codings()).slice(0, 4).map(({ articleId, lane }) => ({ articleId, lane }));
      const first = names[0] ?? { articleId: '', lane: '' };
      await db.coding.update({ where: { articleId_lane: first }, data: { state: 'begun' } });
      const taken = uuidv7();
      expect(await takeBackGiven(db, desk.owner, names, taken)).toBe(3);
      expect(await codings()).toHaveLength(15);
      await undo(taken);
      expect(await codings()).toHaveLength(18);
      await db.coding.update({ where: { articleId_lane: first }, data: { state: 'todo' } });
      // They are the first batch's again, so that its undo takes them too.
      expect(await undo(batchId)).toEqual({ touched: 18, rows: 18 });
    });

    test('gets another due date, and undo brings back the one before', async () => {
      const before = new Date('2026-12-01T00:00:00Z');
      const batchId = await give({ dueAt: before });
      const names = (await codings()).map(({ articleId, lane }) => ({ articleId, lane }));
      const due = uuidv7();
      expect(await changeDue(db, desk.owner, names, { dueAt: null, batchId: due })).toBe(6);
      expect((await codings()).every(({ dueAt }) => dueAt === null)).toBe(true);
      expect(await changeDue(db, desk.owner, names, { dueAt: null, batchId: uuidv7() })).toBe(0);
      await undo(due);
      expect((await codings()).every(({ dueAt }) => dueAt?.getTime() === before.getTime())).toBe(true);
      await undo(batchId);
    });
  });

  test('seats and practice are batches too', async () => {
    const [seats, practice] = [uuidv7(), uuidv7()];
    const all = { which: 'all' } as const;
    expect(await openSeats(db, desk.owner, all, { seats: 2, batchId: seats })).toBe(6);
    expect(await openSeats(db, desk.owner, all, { seats: 2, batchId: uuidv7() })).toBe(0);
    expect(await choosePractice(db, desk.owner, all, { isPractice: true, batchId: practice })).toBe(6);
    const where = { projectId: desk.owner.projectId };
    const given = await give({ articles: { which: 'ticked', ids: desk.articleIds.slice(0, 1) } });
    const rows = await db.article.findMany({ where, orderBy: { id: 'asc' } });
    expect(rows.map(({ seatsLeft }) => seatsLeft)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(rows.every(({ isPractice }) => isPractice)).toBe(true);
    await undo(given);
    await undo(practice);
    await undo(seats);
    const after = await db.article.findMany({ where });
    expect(
      after.every(({ seats: each, seatsLeft, isPractice }) => each + seatsLeft === 0 && !isPractice),
    ).toBe(true);
    const kinds = (await listBatches(db, desk.owner.projectId, 3)).map(({ kind, isUndone }) => [
      kind,
      isUndone,
    ]);
    expect(kinds).toEqual([
      ['assign', true],
      ['practice', true],
      ['seats', true],
    ]);
  });

  test('only owners and adjudicators give articles out, and only apart', async () => {
    const [coder] = desk.coders;
    if (!coder) throw new Error('no coder');
    const adjudicator = await joins(db, desk.owner.projectId, 'Ada', 'adjudicator');
    await expect(planOrder(db, coder, order())).rejects.toThrow(ForbiddenError);
    await expect(turnAssignments(db, coder, uuidv7(), 'undo')).rejects.toThrow(ForbiddenError);
    await expect(planOrder(db, { ...desk.owner, way: 'together' }, order())).rejects.toThrow(ForbiddenError);
    expect((await planOrder(db, adjudicator, order())).plan.assignments).toHaveLength(6);
  });
});
