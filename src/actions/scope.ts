import { type Member, require } from '../domain/permission.ts';
import { type Lane, writableLane } from '../domain/sight.ts';
import type { StepScope } from '../store/step.ts';
import type { LoadedAnnotation } from './load.ts';

/** The coding in which a member works. Throws ForbiddenError for one who may only read. */
export function laneToWrite(member: Member): Lane {
  const lane = writableLane(member);
  require(member, 'writeCoding', { lane });
  return lane ?? '';
}

/** Where a step of annotating happens. Throws ForbiddenError for a member who may only read. */
export function annotatingScope<Scope extends StepScope>(scope: Scope): Scope {
  require(scope.member, 'writeCoding', scope);
  return scope;
}

/**
 * Where an annotation is changed or deleted. Throws ForbiddenError for a member who may not do that with this
 * one.
 */
export function editingScope(loaded: LoadedAnnotation): StepScope {
  require(loaded.member, 'writeCoding', loaded.annotation);
  return loaded;
}
