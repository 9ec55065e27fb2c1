import { type Annotation, type AnnotationContent, type Tag, wordsOf } from '../domain/annotation.ts';
import { type Attributes, keepFor } from '../domain/attributes.ts';
import { EditConflictError, NotFoundError } from '../domain/errors.ts';
import { type AnnotationState, sameContent } from '../domain/history.ts';
import { findAnnotation } from '../store/annotations.ts';
import type { Db } from '../store/client.ts';
import { saveStep } from '../store/steps.ts';
import type { Span } from '../text/span.ts';
import { marksOn, verifiedParts } from './add-annotation.ts';
import type { LoadedAnnotation } from './load.ts';
import { annotatingScope } from './scope.ts';

/** What a person changes in an annotation; what is absent stays as it is. */
export interface AnnotationEdit {
  /** The version the person saw. */
  readonly version: number;
  readonly tag?: Tag | undefined;
  readonly parts?: readonly Span[] | undefined;
  /** The words the person saw at `parts`. */
  readonly seen?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/**
 * Saves an edit over the version the person saw. Saving what is there already changes nothing.
 * Throws EditConflictError with the annotation as it now is where somebody changed it since, and what
 * `addAnnotation` throws.
 */
export async function editAnnotation(
  db: Db,
  loaded: LoadedAnnotation,
  edit: AnnotationEdit,
): Promise<Annotation> {
  const scope = annotatingScope(loaded);
  const { annotation, member } = loaded;
  const before = stateOf(annotation);
  const after = edited(loaded, edit);
  if (sameContent(before, after)) return annotation;
  if (annotation.version !== edit.version) {
    throw new EditConflictError('This annotation was changed in the meantime.', annotation);
  }
  const unmark = edit.parts ? await marksOn(db, loaded, after.parts) : [];
  const change = { subject: 'annotation' as const, subjectId: annotation.id, before, after };
  await saveStep(db, scope, { action: 'change', changes: [...unmark, change] });
  const saved = await findAnnotation(db, member.projectId, annotation.id);
  if (!saved) throw new NotFoundError('annotation');
  return saved;
}

function edited({ annotation, text }: LoadedAnnotation, edit: AnnotationEdit): AnnotationState {
  const parts = edit.parts ? verifiedParts(text.text, edit.parts, edit.seen ?? '') : annotation.parts;
  const tag = edit.tag ?? annotation.tag;
  const content: AnnotationContent = {
    ...keepFor(tag, edit.attributes ?? annotation),
    ...{ tag, parts, text: wordsOf(text.text, parts), origin: originAfter(annotation) },
  };
  return { ...content, userId: annotation.userId };
}

/** An accepted suggestion that somebody edits is no longer only the engine's. */
function originAfter({ origin }: Annotation) {
  return origin === 'manual' ? origin : 'suggestion-edited';
}

/** What undo must bring back of an annotation. */
export function stateOf(annotation: Annotation): AnnotationState {
  const { tag, parts, text, origin, userId } = annotation;
  return { ...keepFor(tag, annotation), tag, parts, text, origin, userId };
}
