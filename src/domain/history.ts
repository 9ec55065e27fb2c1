import type { Annotation, AnnotationContent } from './annotation.ts';
import type { ArticleDetails } from './article.ts';
import { keepFor } from './attributes.ts';

/**
 * A change is a subject with its content before and after; `null` is "not there". Undoing a change is saving it the
 * other way round, so nothing needs an undo of its own.
 */
export type Change =
  | ChangeOf<'annotation', AnnotationState>
  | ChangeOf<'sentence-mark', { readonly sentence: number }>
  | ChangeOf<'dismissal', { readonly tag: string; readonly parts: string }>
  | ChangeOf<'article', ArticleDetails>;

/** An annotation's content with the person whose it is. */
export interface AnnotationState extends AnnotationContent {
  readonly userId: string;
}

interface ChangeOf<Subject extends string, Content> {
  readonly subject: Subject;
  readonly subjectId: string;
  readonly before: Content | null;
  readonly after: Content | null;
}

/** What undo must bring back of an annotation. */
export function stateOf(annotation: Annotation): AnnotationState {
  const { tag, parts, text, origin, userId } = annotation;
  return { ...keepFor(tag, annotation), tag, parts, text, origin, userId };
}

/** The change that marks a sentence as holding nothing, or takes the mark away. */
export function sentenceMarkChange(articleId: string, sentence: number, what: 'add' | 'remove'): Change {
  const content = { sentence };
  const sides = what === 'add' ? { before: null, after: content } : { before: content, after: null };
  return { subject: 'sentence-mark', subjectId: `${articleId}/${sentence}`, ...sides };
}

/** The change that takes `change` back. */
export function inverse<C extends Change>(change: C): C {
  return { ...change, before: change.after, after: change.before };
}

/** Whether two contents say the same, whatever the order of their properties. Absent and `null` are the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const left: Record<string, unknown> = { ...a };
  const right: Record<string, unknown> = { ...b };
  return [...keys].every((key) => sameContent(left[key], right[key]));
}
