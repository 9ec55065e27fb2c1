import { orderParts, wordsOf } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import { type Attributes, keepFor } from '../domain/attributes.ts';
import { originAfter } from '../domain/bulk.ts';
import type { Answers } from '../domain/codebook/field.ts';
import { EditConflictError } from '../domain/errors.ts';
import { type AnnotationState, sameContent, stateOf } from '../domain/history.ts';
import { checkScoreOf } from '../domain/suggestion.ts';
import type { Tag } from '../domain/tag.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { saveStep } from '../store/steps.ts';
import { languageOf } from '../text/language.ts';
import { hullOf, type Span } from '../text/span.ts';
import { type EndMove, moveEnd } from '../text/word-ends.ts';
import { type SavedAnnotation, savedAnnotation, unmarking, verifiedParts } from './add-annotation.ts';
import type { LoadedAnnotation } from './load.ts';
import { editingScope } from './scope.ts';

/** Another place for an annotation; `seen` is the words the person saw at `parts`. */
export type NewPlace =
  | { readonly how: 'replace' | 'add'; readonly parts: readonly Span[]; readonly seen: string }
  | { readonly how: 'move'; readonly move: EndMove };

/** What a person changes in an annotation; what is absent stays as it is. */
export interface AnnotationEdit {
  /** The version the person saw. */
  readonly version: number;
  readonly tag?: Tag;
  readonly place?: NewPlace | undefined;
  readonly attributes?: Attributes;
  readonly answers?: Answers | null;
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
): Promise<SavedAnnotation> {
  const scope = editingScope(loaded);
  const { annotation } = loaded;
  const before = stateOf(annotation);
  const after = edited(loaded, edit);
  const change = { subject: 'annotation' as const, subjectId: annotation.id, before, after };
  const isSame = sameContent(before, after);
  if (!isSame && annotation.version !== edit.version) {
    throw new EditConflictError(t('change.annotationConflict'), annotation);
  }
  const saved = await saveStep(db, scope, async (locked) => {
    if (isSame) return { action: 'change', changes: [], shown: [change] };
    const standing = await locked.standing(hullOf([...before.parts, ...after.parts]));
    const unmarked = edit.place ? unmarking(loaded, standing, after.parts) : [];
    return { action: 'change', changes: [...unmarked, change] };
  });
  return { ...saved, annotation: isSame ? annotation : savedAnnotation(saved, annotation.id) };
}

function edited({ annotation, article, text }: LoadedAnnotation, edit: AnnotationEdit): AnnotationState {
  const parts = edit.place ? partsAt(text, annotation.parts, edit.place) : annotation.parts;
  const tag = edit.tag ?? annotation.tag;
  const words = wordsOf(text.text, parts);
  const isSaidAnew = tag !== annotation.tag || words !== annotation.text;
  const after = {
    ...keepFor(tag, edit.attributes ?? annotation),
    ...(isSaidAnew && { checkScore: checkScoreOf(tag, words, languageOf(text.text, article.language)) }),
    answers: edit.answers === undefined ? annotation.answers : edit.answers,
    tag,
    parts,
    text: words,
    origin: annotation.origin,
    annotatorId: annotation.annotatorId,
  };
  return sameContent(stateOf(annotation), after) ? after : { ...after, origin: originAfter(annotation) };
}

function partsAt(article: ArticleText, parts: readonly Span[], place: NewPlace): readonly Span[] {
  const { text } = article;
  if (place.how === 'move') return movedParts(text, parts, place.move);
  const seen = verifiedParts(article, place.parts, place.seen);
  return place.how === 'add' ? orderParts([...parts, ...seen], text.length) : seen;
}

/** Parts with the first one's start, or the last one's end, moved by a word. */
function movedParts(text: string, parts: readonly Span[], move: EndMove): Span[] {
  const which = move.startsWith('start') ? 0 : parts.length - 1;
  const moved = parts.map((part, index) => (index === which ? moveEnd(text, part, move) : part));
  return orderParts(moved, text.length);
}
