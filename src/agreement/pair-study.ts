import type { CodedArticle } from './coded-articles.ts';
import { countConfusion, figuresOfConfusion } from './confusion.ts';
import type { Unit } from './continuum.ts';
import { noFigure } from './figure.ts';
import { marksOfTag } from './marked-units.ts';
import { pairsOf } from './numbers.ts';
import type { CodedSentences } from './sentence-ratings.ts';
import { addSpans, f1Of, type SpanCounts } from './span-counts.ts';
import type { PairStudy } from './study-report.ts';

/** How far each two coders agree on a tag, by sentences and by spans, in the articles that both coded. */
export function studyPairs(
  articles: readonly CodedArticle[],
  sentences: readonly CodedSentences[],
  tag: string,
  coders: number,
): PairStudy[] {
  const units = articles.map(({ codings }) => codings.map((marks) => marks && marksOfTag(marks, tag)));
  return pairsOf(coders).map(([one, other]) => {
    const counted = countConfusion(sentences, ({ codings }) => [codings[one], codings[other]]);
    const spans = countSpans(units, one, other);
    const isCoded = counted.articles > 0;
    const scoreOf = (matched: number) => (isCoded ? f1Of(spans, matched) : noFigure('nothing-doubly-coded'));
    return {
      coders: [one, other],
      ...counted,
      ...figuresOfConfusion(counted.confusion),
      exact: scoreOf(spans.exact),
      overlap: scoreOf(spans.overlap),
    };
  });
}

function countSpans(
  units: readonly (readonly (readonly Unit[] | null)[])[],
  one: number,
  other: number,
): SpanCounts {
  const counts = { first: 0, second: 0, exact: 0, overlap: 0 };
  for (const codings of units) {
    const [ones, others] = [codings[one], codings[other]];
    if (ones && others) addSpans(counts, ones, others);
  }
  return counts;
}
