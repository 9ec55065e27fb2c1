import { require } from '../domain/permission.ts';
import type { StepScope } from '../store/step-scope.ts';
import type { LoadedAnnotation, LoadedArticle } from './load.ts';

/** Where a step of annotating happens. Throws ForbiddenError for a member who may only read. */
export function annotatingScope(loaded: LoadedArticle): StepScope {
  require(loaded.member, 'annotate');
  return scopeOf(loaded);
}

/** Where an annotation is changed or deleted. Throws ForbiddenError for a member who may not do that with this one. */
export function editingScope(loaded: LoadedAnnotation): StepScope {
  require(loaded.member, 'editAnnotation', loaded.annotation);
  return scopeOf(loaded);
}

function scopeOf({ member, article, text }: LoadedArticle): StepScope {
  return { member, articleId: article.id, sentences: text.sentences };
}
