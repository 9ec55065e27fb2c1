import { describe, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { openDatabase } from '../../src/store/client.ts';
import { lockedCoding } from '../../src/store/codings.ts';
import { tag } from '../support/annotating.ts';
import { apartDesk } from '../support/apart.ts';
import { databases } from '../support/databases.ts';

// SQLite has one writer, whatever is written.
describe.each(databases.filter(({ name }) => name === 'postgresql'))('codings on $name', ({ url }) => {
  test('of one article are locked each by itself: nobody waits for another coder of it', async () => {
    const { db, close } = await openDatabase(await url());
    try {
      const { coders, articleIds } = await apartDesk(db, { coders: 2, articles: 1 });
      const [one, other] = coders;
      if (!one || !other) throw new Error('there are two');
      const [id = ''] = articleIds;
      const mine = await loadArticle(db, one.accountId, id);
      await db.transaction(async (session) => {
        await lockedCoding(session, mine, { evenDeleted: false });
        // This transaction goes on only once the other coder has saved.
        const saved = await tag(db, await loadArticle(db, other.accountId, id), 'Ferry 1');
        expect(saved.annotation.lane).toBe(other.annotatorId);
      });
      expect(await db.coding.count({ where: { articleId: id, version: { gt: 0 } } })).toBe(1);
    } finally {
      await close();
    }
  });
});
