import { ForbiddenError } from '../domain/errors.ts';
import { canAnnotate } from '../domain/permission.ts';
import type { StepScope } from '../store/step-scope.ts';
import type { LoadedArticle } from './load.ts';

/** Where a step of annotating happens. Throws ForbiddenError for a member who may only read. */
export function annotatingScope({ member, article, text }: LoadedArticle): StepScope {
  if (!canAnnotate(member)) throw new ForbiddenError('You may read this project, but not annotate in it.');
  return { member, articleId: article.id, sentences: text.sentences };
}
