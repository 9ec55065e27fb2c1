import { type AnnotationVersion, versionsOf } from '../domain/annotation-history.ts';
import { EditConflictError, InvalidInputError } from '../domain/errors.ts';
import { sameContent, stateOf } from '../domain/history.ts';
import { sightOf } from '../domain/sight.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { saveStep } from '../store/steps.ts';
import { eventsOfAnnotation } from '../store/stored-events.ts';
import { hullOf } from '../text/span.ts';
import { type SavedAnnotation, savedAnnotation, unmarking } from './add-annotation.ts';
import type { KeptAnnotation } from './load.ts';
import { editingScope } from './scope.ts';

/** The history of an annotation, latest first, as far as its reader may see it. */
export async function historyOf(db: Db, kept: KeptAnnotation): Promise<AnnotationVersion[]> {
  const { member, annotation, isDeleted } = kept;
  const events = await eventsOfAnnotation(db, sightOf(member), annotation.id);
  return versionsOf(events, isDeleted ? null : stateOf(annotation));
}

/**
 * Makes an annotation again what a line of its history left it as, as one step that can be undone. What is so already stays
 * as it is. Throws ForbiddenError, InvalidInputError where there is no such line or it left nothing, EditConflictError where the
 * annotation is another version by now than `version`, and CodingDoneError.
 */
export async function restoreAnnotation(
  db: Db,
  kept: KeptAnnotation,
  { version, eventId }: { readonly version: number; readonly eventId: string },
): Promise<SavedAnnotation> {
  const scope = editingScope(kept);
  const { annotation, isDeleted } = kept;
  const wanted = (await historyOf(db, kept)).find(({ id }) => id === eventId)?.after;
  if (!wanted) throw new InvalidInputError({ event: t('annotationHistory.noVersion') });
  const before = isDeleted ? null : stateOf(annotation);
  const isSame = sameContent(before, wanted);
  if (!isSame && annotation.version !== version)
    throw new EditConflictError(t('change.annotationConflict'), annotation);
  const change = { subject: 'annotation' as const, subjectId: annotation.id, before, after: wanted };
  const saved = await saveStep(db, scope, async (locked) => {
    if (isSame) return { action: 'change', changes: [], shown: [change] };
    const standing = await locked.standing(hullOf([...(before?.parts ?? []), ...wanted.parts]));
    return { action: 'change', changes: [...unmarking(kept, standing, wanted.parts), change] };
  });
  return { ...saved, annotation: isSame ? annotation : savedAnnotation(saved, annotation.id) };
}
