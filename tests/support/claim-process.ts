// A process in which coders take articles until there are none left for them; it prints what each took.

import { takeArticle } from '../../src/actions/take-next.ts';
import { openDatabase } from '../../src/store/client.ts';
import { findAtDesk } from '../../src/store/members.ts';

const [url = '', projectId = '', ...accountIds] = process.argv.slice(2);
const database = await openDatabase(url);

async function takeAll(accountId: string): Promise<string[]> {
  const found = await findAtDesk(database.db, accountId);
  const member = found?.projects.find(({ id }) => id === projectId)?.member;
  if (!member) throw new Error('nobody of this account is in the project');
  const taken: string[] = [];
  for (;;) {
    const articleId = await takeArticle(database.db, member, new Date());
    if (articleId === null) return taken;
    taken.push(articleId);
    // Begun, or the same one would come again.
    await database.db.coding.update({
      where: { articleId_lane: { articleId, lane: member.annotatorId } },
      data: { state: 'begun' },
    });
  }
}

const taken = await Promise.all(accountIds.map(takeAll));
console.log(JSON.stringify(taken));
await database.close();
