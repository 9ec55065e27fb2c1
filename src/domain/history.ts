import type { Span } from '../text/span.ts';
import { type Annotation, type AnnotationContent, parseParts } from './annotation.ts';
import { type ArticleDetails, type ArticleText, detailsOf } from './article.ts';
import { keepFor } from './attributes.ts';
import type { Coding, CodingState } from './coding.ts';
import type { DecisionContent } from './decision.ts';

/**
 * A change is a subject with its content before and after; `null` is "not there". Undoing a change is saving
 * it the other way round, so nothing needs an undo of its own.
 */
export type Change =
  | ChangeOf<'annotation', AnnotationState>
  | ChangeOf<'sentence-mark', SentenceMark>
  | ChangeOf<'dismissal', { readonly tag: string; readonly parts: string }>
  | ChangeOf<'article', ArticleDetails>
  | ChangeOf<'coding', { readonly state: CodingState }>
  | ChangeOf<'decision', DecisionContent>;

/** "Nothing here" on a sentence, by index, with the annotator who said so. */
export interface SentenceMark {
  readonly sentence: number;
  readonly annotatorId: string;
}

/** An annotation's content with the person whose it is. */
export interface AnnotationState extends AnnotationContent {
  readonly annotatorId: string;
}

interface ChangeOf<Subject extends string, Content> {
  readonly subject: Subject;
  readonly subjectId: string;
  readonly before: Content | null;
  readonly after: Content | null;
}

/** What undo must bring back of an annotation. */
export function stateOf(annotation: Annotation): AnnotationState {
  const { tag, answers, parts, text, origin, annotatorId } = annotation;
  return { ...keepFor(tag, annotation), tag, answers, parts, text, origin, annotatorId };
}

/** The change that marks a sentence as holding nothing, or takes the mark away. */
export function sentenceMarkChange(articleId: string, mark: SentenceMark, what: 'add' | 'remove'): Change {
  const sides = what === 'add' ? { before: null, after: mark } : { before: mark, after: null };
  return { subject: 'sentence-mark', subjectId: `${articleId}/${mark.sentence}`, ...sides };
}

/** The change that makes an annotation. */
export function creationOf(id: string, after: AnnotationState): Change {
  return { subject: 'annotation', subjectId: id, before: null, after };
}

/** The change that corrects an article's details, deletes it or brings it back. */
export function articleChange(
  articleId: string,
  before: ArticleDetails | null,
  after: ArticleDetails | null,
): Change {
  const [left, right] = [before && detailsOf(before), after && detailsOf(after)];
  return { subject: 'article', subjectId: articleId, before: left, after: right };
}

/** The change that makes a decision, changes what it says, or takes it back. */
export function decisionChange(
  id: string,
  before: DecisionContent | null,
  after: DecisionContent | null,
): Change {
  const [left, right] = [before && contentOf(before), after && contentOf(after)];
  return { subject: 'decision', subjectId: id, before: left, after: right };
}

/** What history keeps of a decision, without what else is known of it. */
function contentOf({ kind, sources, results, annotatorId, isStale }: DecisionContent): DecisionContent {
  return { kind, sources, results, annotatorId, isStale };
}

/** The change that finishes a coding, or opens it again. */
export function codingChange({ articleId, lane, state }: Coding, after: CodingState): Change {
  return { subject: 'coding', subjectId: `${articleId}/${lane}`, before: { state }, after: { state: after } };
}

/** Where the text looks different after changes. */
export function spansOf({ sentences }: Pick<ArticleText, 'sentences'>, changes: readonly Change[]): Span[] {
  return changes.flatMap((change) => {
    if (change.subject === 'annotation')
      return [...(change.before?.parts ?? []), ...(change.after?.parts ?? [])];
    if (change.subject === 'dismissal') return parseParts((change.after ?? change.before)?.parts ?? '0-0');
    if (change.subject !== 'sentence-mark') return [];
    return sentences[(change.after ?? change.before)?.sentence ?? -1] ?? [];
  });
}

/** The change that takes `change` back. */
export function inverse<C extends Change>(change: C): C {
  return { ...change, before: change.after, after: change.before };
}

/** Whether two contents are equal, in any order of properties. Absent and `null` are the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const left: Record<string, unknown> = { ...a };
  const right: Record<string, unknown> = { ...b };
  return [...keys].every((key) => sameContent(left[key], right[key]));
}
