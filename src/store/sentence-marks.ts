import type { Db, Tx } from './client.ts';

/** Indexes of the sentences from `from` up to `to` (exclusive) that anybody has marked "nothing here". */
export async function markedSentences(
  db: Db | Tx,
  projectId: string,
  articleId: string,
  [from, to]: readonly [number, number],
): Promise<{ readonly sentence: number; readonly userId: string }[]> {
  return db.sentenceMark.findMany({
    where: { projectId, articleId, sentence: { gte: from, lt: to } },
    select: { sentence: true, userId: true },
    orderBy: { sentence: 'asc' },
  });
}
