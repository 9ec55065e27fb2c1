import { expect, test } from 'vitest';
import type { Db } from '../../src/store/client.ts';
import { verifyWork } from '../../src/store/verify-work.ts';
import { eachDatabase } from '../support/databases.ts';
import { deskOfTwo } from '../support/desk-of-two.ts';

async function verified(db: Db, most?: number) {
  const faults: string[] = [];
  const onFault = (fault: string) => void faults.push(fault);
  const sum = await verifyWork(db, { onFault, ...(most !== undefined && { most }) });
  return { ...sum, faults, count: sum.faults };
}

eachDatabase((open) => {
  test('all is well with what was stored', async () => {
    const { db } = await open();
    await deskOfTwo(db);
    expect(await verified(db)).toEqual({ articles: 2, annotations: 3, faults: [], count: 0 });
    expect(await verified(db, 1)).toMatchObject({ articles: 1, faults: [] });
    expect(await verified(db, 100)).toMatchObject({ articles: 2 });
  });

  test.each<[what: string, alter: (db: Db, articleId: string) => Promise<unknown>, said: RegExp]>([
    [
      'another text',
      (db, articleId) =>
        db.articleText.update({
          where: { articleId },
          data: { text: 'The ferry was soon. “Again,” said Amina Yusuf. First.' },
        }),
      /its text was altered/,
    ],
    ['a span outside', (db) => alterAll(db, { parts: [[10, 1800]] }), /outside of the text/],
    ['parts that are none', (db) => alterAll(db, { parts: [['x', 1]] }), /outside of the text/],
    ['no parts', (db) => alterAll(db, { parts: [] }), /outside of the text/],
    ['other words', (db) => alterAll(db, { parts: [[1, 17]], start: 1, end: 17 }), /other words/],
    ['altered words', (db) => alterAll(db, { text: 'The ferry was early' }), /other words/],
    ['a wrong place', (db) => alterAll(db, { start: 1 }), /filed under 1 to/],
    ['a lost text', (db, articleId) => db.articleText.delete({ where: { articleId } }), /it has no text/],
    [
      'a sentence outside',
      (db, articleId) => db.articleText.update({ where: { articleId }, data: { sentences: [0, 5000, 0] } }),
      /a sentence is outside/,
    ],
  ])("finds %s, and repeats nobody's words", async (_what, alter, said) => {
    const { db } = await open();
    const { ids } = await deskOfTwo(db);
    await alter(db, ids[0] ?? '');
    const { faults, count } = await verified(db);
    expect(faults.join('\n')).toMatch(said);
    expect(count).toBe(faults.length);
    expect(faults.join('\n')).not.toMatch(/ferry|Amina/);
  });
});

function alterAll(db: Db, data: Parameters<Db['annotation']['updateMany']>[0]['data']) {
  return db.annotation.updateMany({ data });
}
