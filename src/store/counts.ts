import type { Annotation } from '../domain/annotation.ts';
import type { Coding } from '../domain/coding.ts';
import { addedCounts, countOf, countTags } from '../domain/tag.ts';
import { type Span, touching } from '../text/span.ts';
import type { CodingChange } from './codings.ts';
import type { Standing } from './standing.ts';

/**
 * The counts of a coding after a step, from what stood before and stands after it in the part that the step
 * touches: the cost does not grow with the article.
 */
export function countsAfter(
  { counts, longestHull }: Coding,
  before: Standing,
  after: Standing,
  sentences: readonly Span[],
): CodingChange {
  const coded = counts.coded + codedIn(after, sentences) - codedIn(before, sentences);
  const gone = countTags(before.annotations);
  const known = addedCounts(counts.tags, countTags(after.annotations));
  const tags = Object.fromEntries(
    Object.entries(known).map(([tag, count]) => [tag, count - countOf(gone, tag)]),
  );
  const longest = after.annotations.reduce(
    (most, { start, end }) => Math.max(most, end - start),
    longestHull,
  );
  return { counts: { ...counts, tags, coded }, longestHull: longest };
}

function codedIn({ annotations, marks }: Standing, sentences: readonly Span[]): number {
  const coded = new Set(marks.map(({ sentence }) => sentence));
  for (const annotation of annotations) {
    for (const sentence of sentencesOf(annotation, sentences)) coded.add(sentence);
  }
  return coded.size;
}

/** Indexes of the sentences that share words with an annotation. */
export function sentencesOf({ parts }: Pick<Annotation, 'parts'>, sentences: readonly Span[]): number[] {
  return parts.flatMap((part) => {
    const [from, to] = touching(sentences, part);
    return Array.from({ length: to - from }, (_, at) => from + at);
  });
}
