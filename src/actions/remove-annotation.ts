import { EditConflictError } from '../domain/errors.ts';
import { stateOf } from '../domain/history.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import type { LoadedAnnotation } from './load.ts';
import { editingScope } from './scope.ts';

/**
 * Deletes an annotation; undo brings it back. Throws EditConflictError where it is not the version the person
 * saw.
 */
export async function removeAnnotation(
  db: Db,
  loaded: LoadedAnnotation,
  version: number,
): Promise<SavedStep> {
  const scope = editingScope(loaded);
  const { annotation } = loaded;
  if (annotation.version !== version) {
    throw new EditConflictError(t('change.notDeleted'), annotation);
  }
  const change = {
    subject: 'annotation' as const,
    subjectId: annotation.id,
    before: stateOf(annotation),
    after: null,
  };
  return saveStep(db, scope, async () => ({ action: 'change', changes: [change] }));
}
