import type { Member } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { insertArticles } from '../../store/articles.ts';
import type { Database } from '../../store/client.ts';
import {
  advanceCopy,
  articlesToCopy,
  type CopiedArticle,
  type CopyChoices,
  copySources,
} from '../../store/copies.ts';
import { endStep, noteProblem } from '../../store/imports.ts';
import { isInProject } from '../../store/members.ts';

/** A copy of a project's articles to be worked on. */
export interface ArticleCopy {
  readonly database: Database;
  readonly importId: string;
  /** In the project that the articles come into. */
  readonly member: Member;
  /** As they were kept. */
  readonly choices: unknown;
}

/** Articles of one transaction: so many, or so many UTF-16 code units of text together. */
const BATCH = { most: 50, units: 2_000_000 };

/**
 * Copies the articles of a project, some at each step, with their texts and sources and without anybody's work. Every
 * step is whole, so that whoever goes on after a kill begins behind it. Who has left the project meanwhile gets no more
 * of it, and the report says so.
 */
export async function* copyArticles(own: ArticleCopy): AsyncGenerator<void> {
  const { db } = own.database;
  // Only insertArticleCopy and advanceCopy write the choices of a copy.
  let choices = own.choices as CopyChoices;
  for (;;) {
    if (!(await isInProject(db, own.member.accountId, choices.from)))
      return await noteProblem(db, own.importId, t('outcome.notInProject'));
    const articles = await articlesToCopy(db, choices.from, choices.after ?? '', BATCH);
    const last = articles.at(-1);
    if (!last) return;
    choices = { ...choices, after: last.copyOf };
    await copyBatch(own, articles, choices);
    await endStep(db, own.importId);
    yield;
  }
}

async function copyBatch(
  { database: { db }, importId, member }: ArticleCopy,
  articles: readonly CopiedArticle[],
  choices: CopyChoices,
): Promise<void> {
  await insertArticles(db, member, articles, {
    step: importId,
    andThen: async (tx, stored) => {
      for (const article of articles) {
        // A text that somebody brought in meanwhile keeps the source that it has.
        if (stored.get(article.textHash)?.id === article.id) await copySources(tx, member, article);
      }
      await advanceCopy(tx, importId, choices, articles.length);
    },
  });
}
