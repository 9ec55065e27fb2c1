import { ForbiddenError } from '../domain/errors.ts';
import { canAnnotate } from '../domain/permission.ts';
import type { StepScope } from '../store/step.ts';

/** Where a step of annotating happens. Throws ForbiddenError for a member who may only read. */
export function annotatingScope<Scope extends StepScope>(scope: Scope): Scope {
  if (!canAnnotate(scope.member))
    throw new ForbiddenError('You may read this project, but not annotate in it.');
  return scope;
}
