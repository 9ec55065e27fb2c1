import type { Annotation } from './annotation.ts';
import { type Attributes, attributesOf, keepFor, readAttributes } from './attributes.ts';
import { InvalidInputError } from './errors.ts';
import { type AnnotationState, sameContent, stateOf } from './history.ts';
import { BUILT_IN_TAGS, type Tag } from './tag.ts';

/** What is done to many annotations at once. */
export type BulkDeed =
  | { readonly deed: 'tag'; readonly tag: Tag }
  | { readonly deed: 'speaker' | 'confidence'; readonly value: string }
  | { readonly deed: 'delete' };

/** Most annotations that one step changes: it holds up everybody who saves meanwhile. */
export const MAX_BULK = 5_000;

/** The words by which a form names the deeds. */
export const BULK_DEEDS = ['tag', 'speaker', 'confidence', 'delete'] as const;

/**
 * What becomes of an annotation: its new state, `null` where it is deleted, `unfit` where its tag does not have what is
 * to be set, `same` where nothing changes. Throws InvalidInputError for a value that cannot be.
 */
export function afterDeed(annotation: Annotation, deed: BulkDeed): AnnotationState | null | 'unfit' | 'same' {
  if (deed.deed === 'delete') return null;
  const tag = deed.deed === 'tag' ? deed.tag : annotation.tag;
  if (deed.deed !== 'tag' && !hasAttribute(tag, deed.deed)) return 'unfit';
  const attributes =
    deed.deed === 'tag' ? annotation : readAttributes(tag, { [deed.deed]: deed.value }, annotation);
  const before = stateOf(annotation);
  const after = { ...before, ...keepFor(tag, attributes), tag };
  return sameContent(before, after) ? 'same' : { ...after, origin: originAfter(annotation) };
}

/** Throws InvalidInputError where a deed sets a value that no annotation can have. */
export function checkDeed(deed: BulkDeed): void {
  if (deed.deed === 'tag' || deed.deed === 'delete') return;
  const tag = BUILT_IN_TAGS.find((each) => hasAttribute(each, deed.deed));
  if (!tag) throw new InvalidInputError({ [deed.deed]: '' });
  readAttributes(tag, { [deed.deed]: deed.value });
}

function hasAttribute(tag: Tag, name: keyof Attributes): boolean {
  return attributesOf(tag).some((rule) => rule.name === name);
}

/** An accepted suggestion that somebody edits is no longer only the engine's. */
export function originAfter({ origin }: Pick<Annotation, 'origin'>): Annotation['origin'] {
  return origin === 'manual' ? origin : 'suggestion-edited';
}
