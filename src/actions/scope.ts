import { require } from '../domain/permission.ts';
import type { StepScope } from '../store/step.ts';
import type { LoadedAnnotation } from './load.ts';

/** Where a step of annotating happens. Throws ForbiddenError for a member who may only read. */
export function annotatingScope<Scope extends StepScope>(scope: Scope): Scope {
  require(scope.member, 'annotate');
  return scope;
}

/**
 * Where an annotation is changed or deleted. Throws ForbiddenError for a member who may not do that with this
 * one.
 */
export function editingScope(loaded: LoadedAnnotation): StepScope {
  require(loaded.member, 'editAnnotation', loaded.annotation);
  return loaded;
}
