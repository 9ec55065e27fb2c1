import { type Span, touching } from '../text/span.ts';
import { type Annotation, formatParts } from './annotation.ts';
import type { AttributeName } from './attributes.ts';
import { attributesOf, COMMON_ATTRIBUTES } from './attributes.ts';

/** What of an annotation two codings are compared by. */
export type Compared = Pick<Annotation, 'tag' | 'parts'> & Partial<Pick<Annotation, AttributeName>>;

/** What was made of an article in one coding. */
export interface CodedWork<Tagged extends Compared> {
  readonly annotations: readonly Tagged[];
  /** Indexes of the sentences that are marked as holding nothing. */
  readonly nothing: readonly number[];
}

/** What one coding has on a sentence. */
export interface SentenceSide<Tagged> {
  /** Those that share words with it, in the order given. */
  readonly annotations: readonly Tagged[];
  readonly isNothing: boolean;
}

/** A sentence in two codings. */
export interface ComparedSentence<Tagged> {
  /** Its index in the article. */
  readonly sentence: number;
  readonly own: SentenceSide<Tagged>;
  readonly reference: SentenceSide<Tagged>;
  /** Whether both have the same tags on it; how often and on which words does not matter. Untagged is no tag. */
  readonly isSame: boolean;
  /** How far the two differ. */
  readonly difference: Difference;
}

/** How two codings of a sentence differ: not at all, in the words or in what is filled in of them, or in the tags. */
export const DIFFERENCES = ['none', 'details', 'tags'] as const;

export type Difference = (typeof DIFFERENCES)[number];

/** Two codings of an article beside each other, a line for each of its sentences. */
export function compareCodings<Tagged extends Compared>(
  sentences: readonly Span[],
  own: CodedWork<Tagged>,
  reference: CodedWork<Tagged>,
): ComparedSentence<Tagged>[] {
  const [left, right] = [sidesOf(sentences, own), sidesOf(sentences, reference)];
  return sentences.map((_, sentence) => {
    const [mine, theirs] = [left(sentence), right(sentence)];
    const difference = differenceOf(mine, theirs);
    return { sentence, own: mine, reference: theirs, isSame: difference !== 'tags', difference };
  });
}

function differenceOf<Tagged extends Compared>(
  own: SentenceSide<Tagged>,
  reference: SentenceSide<Tagged>,
): Difference {
  if (tagsOf(own) !== tagsOf(reference)) return 'tags';
  return detailsOf(own) === detailsOf(reference) ? 'none' : 'details';
}

function sidesOf<Tagged extends Compared>(
  sentences: readonly Span[],
  { annotations, nothing }: CodedWork<Tagged>,
): (sentence: number) => SentenceSide<Tagged> {
  const bySentence = new Map<number, Set<Tagged>>();
  for (const annotation of annotations) {
    for (const part of annotation.parts) {
      const [from, to] = touching(sentences, part);
      for (let at = from; at < to; at += 1) {
        bySentence.set(at, (bySentence.get(at) ?? new Set()).add(annotation));
      }
    }
  }
  const marked = new Set(nothing);
  return (sentence) => ({
    annotations: [...(bySentence.get(sentence) ?? [])],
    isNothing: marked.has(sentence),
  });
}

/** Words and what is filled in of them, but for what a coder notes for themselves. */
function detailsOf({ annotations }: SentenceSide<Compared>): string {
  const told = annotations.map((annotation) => {
    const fields = attributesOf(annotation.tag).filter(
      ({ name, isComputed }) => !isComputed && !COMMON_ATTRIBUTES.includes(name),
    );
    return JSON.stringify([
      annotation.tag,
      formatParts(annotation.parts),
      fields.map(({ name }) => annotation[name] ?? null),
    ]);
  });
  return told.sort().join();
}

function tagsOf({ annotations }: SentenceSide<Pick<Annotation, 'tag'>>): string {
  return [...new Set(annotations.map(({ tag }) => tag))].sort().join();
}
