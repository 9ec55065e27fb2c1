import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSeats } from '../../src/actions/assignments/open-seats.ts';
import { turnAssignments } from '../../src/actions/assignments/turn.ts';
import { loadArticle } from '../../src/actions/load.ts';
import { takeArticle } from '../../src/actions/take-article.ts';
import { ForbiddenError } from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import { daysBefore } from '../../src/domain/progress.ts';
import { setStaleDays } from '../../src/store/assignments.ts';
import { type Database, type Db, openDatabase } from '../../src/store/client.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { countFree, releaseStale } from '../../src/store/seats.ts';
import { tag } from '../support/annotating.ts';
import { type ApartDesk, apartDesk, joins } from '../support/apart.ts';
import { databases, eachDatabase } from '../support/databases.ts';

const NOW = new Date();
const ALL = { which: 'all' } as const;

const openFor = (db: Db, owner: Member, seats: number) =>
  openSeats(db, owner, ALL, { seats, batchId: uuidv7() });

const takenBy = (db: Db, lane: string) =>
  db.coding.findMany({ where: { lane, claimedAt: { not: null } }, orderBy: { claimedAt: 'asc' } });

eachDatabase((open) => {
  let db: Db;
  let desk: ApartDesk;
  let a: Member;
  let b: Member;
  beforeAll(async () => {
    db = (await open()).db;
    desk = await apartDesk(db, { coders: 3, articles: 3 });
    [a, b] = desk.coders as [Member, Member];
  });

  const take = (member: Member, articleId?: string) => takeArticle(db, member, NOW, articleId);

  async function begins(member: Member, articleId: string): Promise<void> {
    const loaded = await loadArticle(db, member.accountId, articleId);
    await tag(db, { ...loaded, lane: member.annotatorId }, 'was late');
  }

  test('nothing is taken before it is opened, nor by who may not code', async () => {
    expect(await take(a)).toBeNull();
    await openFor(db, desk.owner, 2);
    const reader = await joins(db, desk.owner.projectId, 'Rita', 'reader');
    await expect(take(reader)).rejects.toThrow(ForbiddenError);
    await expect(take({ ...a, way: 'together' })).rejects.toThrow(ForbiddenError);
  });

  test('asking again gives the same article until it is begun, and those nearly full go first', async () => {
    const [first, again] = await Promise.all([take(a), take(a)]);
    expect(again).toBe(first);
    expect(await take(a)).toBe(first);
    expect(await take(b)).toBe(first);
    expect(await takenBy(db, a.annotatorId)).toHaveLength(1);
    await begins(a, first ?? '');
    const second = await take(a);
    expect(second).not.toBe(first);
    expect(await db.coding.findMany({ where: { lane: a.annotatorId, state: 'begun' } })).toHaveLength(1);
  });

  test('a full article is taken by nobody else', async () => {
    const [third] = desk.coders.slice(2) as [Member];
    const full = (await takenBy(db, b.annotatorId))[0]?.articleId ?? '';
    expect(await take(third, full)).toBeNull();
    expect(await take(third)).not.toBe(full);
  });

  test('what lies still goes back; its work stays, and its coder may take it again while there is a seat', async () => {
    const [mine] = await takenBy(db, a.annotatorId);
    const articleId = mine?.articleId ?? '';
    await setStaleDays(db, desk.owner.projectId, 7);
    const later = new Date(NOW.getTime() + 8 * 86_400_000);
    const free = await countFree(db, a);
    expect(await releaseStale(db, a, daysBefore(NOW, 7))).toBe(0);
    const [, third] = desk.coders.slice(1) as [Member, Member];
    expect(await takeArticle(db, third, later, articleId)).toBe(articleId);
    const key = { articleId_lane: { articleId, lane: a.annotatorId } };
    expect(await db.coding.findUnique({ where: key })).toMatchObject({
      state: 'released',
      annotationCount: 1,
    });
    expect(await countFree(db, a)).toBeGreaterThan(free);
    // Writing on does not take the seat back: somebody may have it by now.
    await begins(a, articleId);
    expect(await db.coding.findUnique({ where: key })).toMatchObject({
      state: 'released',
      annotationCount: 2,
    });
    expect(await takeArticle(db, a, NOW, articleId)).toBe(articleId);
    expect(await db.coding.findUnique({ where: key })).toMatchObject({ state: 'begun' });
    expect(await take(b, articleId)).toBeNull();
  });

  test('fewer seats than are taken leave those who sit, and free none when one of them goes', async () => {
    const batchId = uuidv7();
    await openSeats(db, desk.owner, ALL, { seats: 1, batchId });
    const full = await db.coding.groupBy({
      by: ['articleId'],
      where: { claimedAt: { not: null }, state: { not: 'released' } },
      _count: true,
    });
    const crowded = full.find(({ _count }) => _count === 2)?.articleId ?? '';
    const [one] = await db.coding.findMany({
      where: { articleId: crowded, state: { in: ['todo', 'begun'] } },
    });
    await db.coding.update({
      where: { articleId_lane: { articleId: crowded, lane: one?.lane ?? '' } },
      data: { claimedAt: new Date(0), updatedAt: new Date(0) },
    });
    expect(await releaseStale(db, a, daysBefore(NOW, 300))).toBe(1);
    expect(await db.article.findUnique({ where: { id: crowded } })).toMatchObject({ seats: 1, seatsLeft: 0 });
    await turnAssignments(db, desk.owner, batchId, 'undo');
    expect(await db.article.findUnique({ where: { id: crowded } })).toMatchObject({ seats: 2, seatsLeft: 1 });
  });
});

describe.each(databases)('many coders at once on $name', ({ url }) => {
  const SEATS = 3;
  const CODERS = 20;
  const ARTICLES = 12;

  /** Nobody has an article twice, no article has more coders than it may, and no seat is left over. */
  async function check({ db }: Database, desk: ApartDesk): Promise<void> {
    const codings = await db.coding.findMany({ where: { claimedAt: { not: null } } });
    const keys = new Set(codings.map(({ articleId, lane }) => `${articleId} ${lane}`));
    expect(keys.size).toBe(codings.length);
    for (const id of desk.articleIds) {
      expect(codings.filter(({ articleId }) => articleId === id)).toHaveLength(SEATS);
    }
    const articles = await db.article.findMany({ where: { projectId: desk.owner.projectId } });
    expect(articles.map(({ seatsLeft }) => seatsLeft)).toEqual(new Array(ARTICLES).fill(0));
  }

  test('in two processes: nobody gets an article twice, and none has more coders than it may', async () => {
    const address = await url();
    const database = await openDatabase(address);
    const desk = await apartDesk(database.db, { coders: CODERS, articles: ARTICLES });
    await openFor(database.db, desk.owner, SEATS);
    const ids = desk.coders.map(({ accountId }) => accountId);
    const halves = [ids.slice(0, CODERS / 2), ids.slice(CODERS / 2)];
    const outputs = await Promise.all(halves.map((half) => takeProcess(address, desk.owner.projectId, half)));
    const taken: string[][] = outputs.flatMap((output) => JSON.parse(output));
    expect(taken.flat()).toHaveLength(SEATS * ARTICLES);
    for (const own of taken) expect(new Set(own).size).toBe(own.length);
    await check(database, desk);
    await database.close();
  });

  test('on two connections, everybody asking twice at the same time', async () => {
    const address = await url();
    const [one, two] = [await openDatabase(address), await openDatabase(address)];
    const desk = await apartDesk(one.db, { coders: CODERS, articles: ARTICLES });
    await openFor(one.db, desk.owner, SEATS);
    for (;;) {
      const rounds = desk.coders.flatMap((member) =>
        [one, two].map(({ db }) => takeArticle(db, member, NOW)),
      );
      const taken = await Promise.all(rounds);
      if (taken.every((articleId) => articleId === null)) break;
      await one.db.coding.updateMany({
        where: { state: 'todo', claimedAt: { not: null } },
        data: { state: 'begun' },
      });
    }
    await check(one, desk);
    await one.close();
    await two.close();
  });
});

async function takeProcess(
  address: string,
  projectId: string,
  accountIds: readonly string[],
): Promise<string> {
  const script = ['scripts/run.mjs', 'tests/support/take-process.ts', address, projectId, ...accountIds];
  const child = spawn(process.execPath, script, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  return text(child.stdout);
}
