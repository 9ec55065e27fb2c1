import type { Member } from '../../domain/permission.ts';
import { findArticleText } from '../../store/article-texts.ts';
import { findArticleEvenDeleted, lockImports } from '../../store/articles.ts';
import type { Database } from '../../store/client.ts';
import { endStep } from '../../store/imports.ts';
import { sessionIn } from '../../store/session.ts';
import { advanceSplit, articlesToSplit, type SplitChoices } from '../../store/splits.ts';
import { splitArticle } from './split-article.ts';

/** A split of a project's shared codings to be worked on. */
export interface CodingSplit {
  readonly database: Database;
  readonly importId: string;
  readonly member: Member;
  /** As they were kept. */
  readonly choices: unknown;
  readonly isComplete: boolean;
}

/** Articles looked up at once. */
const PAGE = 100;

/**
 * Splits the shared codings of a project, an article at each step and in a transaction of its own, so that whoever goes on
 * after a kill begins behind it.
 */
export async function* splitCodings(own: CodingSplit): AsyncGenerator<void> {
  const { db } = own.database;
  // Only insertSplit and advanceSplit write the choices of a split.
  let choices = own.choices as SplitChoices;
  for (;;) {
    const ids = await articlesToSplit(db, own.member.projectId, choices.after ?? '', PAGE);
    for (const id of ids) {
      choices = { ...choices, after: id };
      await splitOne(own, id, choices);
      await endStep(db, own.importId);
      yield;
    }
    if (ids.length < PAGE) return;
  }
}

async function splitOne(
  { database, member, ...split }: CodingSplit,
  id: string,
  choices: SplitChoices,
): Promise<void> {
  const { db, dialect } = database;
  const text = await findArticleText(db, member.projectId, id);
  await db.$transaction(async (tx) => {
    await lockImports(tx, member.projectId);
    const article = await findArticleEvenDeleted(tx, member.projectId, id);
    if (text && article?.deletedAt === null)
      await splitArticle(tx, sessionIn(tx, dialect), { member, article, text }, split);
    await advanceSplit(tx, split.importId, choices);
  });
}
