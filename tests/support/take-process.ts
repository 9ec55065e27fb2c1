// A process in which coders take articles until there are none left for them; it prints what each took.

import { takeArticle } from '../../src/actions/take-article.ts';
import { openDatabase } from '../../src/store/client.ts';
import { memberAs } from './desk.ts';

const [url = '', projectId = '', ...accountIds] = process.argv.slice(2);
const database = await openDatabase(url);

async function takeAll(accountId: string): Promise<string[]> {
  const member = await memberAs(database.db, accountId, projectId);
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
