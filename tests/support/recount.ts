import type { ArticleText, Counts } from '../../src/domain/article.ts';
import { SHARED } from '../../src/domain/sight.ts';
import { byTag, countTags } from '../../src/domain/tag.ts';
import type { Db } from '../../src/store/client.ts';
import { findCoding } from '../../src/store/codings.ts';

/** All that people have done in an article: what undo must take away and redo bring back. */
export async function workIn(db: Db, articleId: string) {
  const annotations = await db.annotation.findMany({
    where: { articleId, deletedAt: null },
    orderBy: { id: 'asc' },
    omit: { version: true, updatedAt: true },
  });
  const marks = await db.sentenceMark.findMany({
    where: { articleId },
    orderBy: [{ sentence: 'asc' }, { annotatorId: 'asc' }],
    omit: { createdAt: true },
  });
  return { annotations, marks };
}

/** The counts of an article from scratch, by looking at every annotation and every mark. */
export async function recount(db: Db, { articleId, sentences }: ArticleText): Promise<Counts> {
  const { annotations, marks } = await workIn(db, articleId);
  const parts = annotations.flatMap((annotation) => annotation.parts as [number, number][]);
  const coded = sentences.filter(
    ({ start, end }, index) =>
      marks.some(({ sentence }) => sentence === index) ||
      parts.some(([partStart, partEnd]) => partStart < end && start < partEnd),
  );
  const tags = { ...byTag(() => 0), ...countTags(annotations) };
  return { sentences: sentences.length, coded: coded.length, tags };
}

/** The counts that are kept with the shared coding. */
export async function storedCounts(db: Db, articleId: string): Promise<Counts> {
  const article = await db.article.findUniqueOrThrow({ where: { id: articleId } });
  return (await findCoding(db, article, SHARED)).counts;
}
