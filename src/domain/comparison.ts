import { type Span, touching } from '../text/span.ts';
import type { Annotation } from './annotation.ts';

/** What was made of an article in one coding. */
export interface CodedWork<Tagged extends Pick<Annotation, 'tag' | 'parts'>> {
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
}

/** Two codings of an article beside each other, a line for each of its sentences. */
export function compareCodings<Tagged extends Pick<Annotation, 'tag' | 'parts'>>(
  sentences: readonly Span[],
  own: CodedWork<Tagged>,
  reference: CodedWork<Tagged>,
): ComparedSentence<Tagged>[] {
  const [left, right] = [sidesOf(sentences, own), sidesOf(sentences, reference)];
  return sentences.map((_, sentence) => {
    const [mine, theirs] = [left(sentence), right(sentence)];
    return { sentence, own: mine, reference: theirs, isSame: tagsOf(mine) === tagsOf(theirs) };
  });
}

function sidesOf<Tagged extends Pick<Annotation, 'tag' | 'parts'>>(
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

function tagsOf({ annotations }: SentenceSide<Pick<Annotation, 'tag'>>): string {
  return [...new Set(annotations.map(({ tag }) => tag))].sort().join();
}
