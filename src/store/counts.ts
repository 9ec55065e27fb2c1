import type { Annotation } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { byTag, type Tag } from '../domain/tag.ts';
import { type Span, touching } from '../text/span.ts';
import { toCountColumns } from './count-columns.ts';
import type { Standing } from './standing.ts';

/**
 * The counts of an article after a step, from what stood before and stands after it in the part that the step
 * touches: the cost does not grow with the article. Once for its row, once for the domain.
 */
export function countsAfter(
  { counts, longestHull }: Article,
  before: Standing,
  after: Standing,
  sentences: readonly Span[],
) {
  const coded = counts.coded + codedIn(after, sentences) - codedIn(before, sentences);
  const tags = byTag((tag) => counts[tag] + withTag(after, tag) - withTag(before, tag));
  const longest = after.annotations.reduce(
    (most, { start, end }) => Math.max(most, end - start),
    longestHull,
  );
  return {
    columns: { ...toCountColumns((tag) => tags[tag]), codedCount: coded, longestHull: longest },
    article: { counts: { ...counts, ...tags, coded }, longestHull: longest },
  };
}

function withTag({ annotations }: Standing, wanted: Tag): number {
  return annotations.reduce((count, { tag }) => count + Number(tag === wanted), 0);
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
