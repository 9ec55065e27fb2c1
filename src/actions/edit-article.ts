import { type Article, type ArticleDetails, detailsOf } from '../domain/article.ts';
import { EditConflictError } from '../domain/errors.ts';
import { articleChange, sameContent } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { saveStep } from '../store/steps.ts';
import type { LoadedArticle } from './load.ts';

/** Details as a person wants them, over the version that they saw. */
export interface ArticleEdit {
  readonly version: number;
  readonly details: ArticleDetails;
}

/**
 * Corrects an article's details; undo brings the old ones back. Saving what is there already changes nothing.
 * Throws ForbiddenError, and EditConflictError with the article as it now is where it is not the version they
 * saw.
 */
export async function editArticle(db: Db, loaded: LoadedArticle, edit: ArticleEdit): Promise<void> {
  require(loaded.member, 'editArticle');
  if (sameContent(detailsOf(loaded.article), edit.details)) return;
  refuseOtherVersion(loaded.article, edit.version);
  await saveDetails(db, loaded, edit.details);
}

/** Deletes an article with its annotations; undo brings it back. Throws as `editArticle` does. */
export async function removeArticle(db: Db, loaded: LoadedArticle, version: number): Promise<void> {
  require(loaded.member, 'deleteArticle');
  refuseOtherVersion(loaded.article, version);
  await saveDetails(db, loaded, null);
}

async function saveDetails(db: Db, loaded: LoadedArticle, after: ArticleDetails | null) {
  const { member, article, text, lane } = loaded;
  const changes = [articleChange(article.id, article, after)];
  await saveStep(db, { member, article, text, lane }, async () => ({ action: 'change', changes }), 'details');
}

function refuseOtherVersion(article: Article, version: number): void {
  if (article.version === version) return;
  throw new EditConflictError(t('change.detailsConflict'), article);
}
