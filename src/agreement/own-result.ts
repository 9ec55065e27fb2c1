import type { CodedArticle } from './coded-articles.ts';
import { studyPairs } from './pair-study.ts';
import { codeSentences } from './sentence-ratings.ts';
import type { PairStudy } from './study-report.ts';

/** A coder against the final coding on one tag. */
export interface TagResult extends PairStudy {
  readonly tag: string;
}

/** One article of a coder's, over all tags. */
export interface ArticleResult {
  readonly articleId: string;
  readonly sentences: number;
  /** Sentences on which the coder and the final coding differ about at least one tag. */
  readonly differing: number;
}

/** A coder's own result: against the final coding, by tag and by article. */
export interface OwnResult {
  readonly tags: readonly TagResult[];
  readonly articles: readonly ArticleResult[];
}

/**
 * Compares a coder with the final coding on each tag, as studies compare two coders. In every article the coder's coding
 * stands first, the final one second.
 */
export function ownResult(articles: readonly CodedArticle[], tags: readonly string[]): OwnResult {
  const coded = tags.map((tag) => codeSentences(articles, tag));
  return {
    tags: tags.flatMap((tag, at) =>
      studyPairs(articles, coded[at] ?? [], tag, 2).map((pair) => ({ tag, ...pair })),
    ),
    articles: articles.map(({ id, sentences }, at) => {
      const differs = (sentence: number) =>
        coded.some((ofTag) => {
          const [own, final] = ofTag[at]?.codings ?? [];
          return own?.[sentence] !== final?.[sentence];
        });
      const differing = [...sentences.keys()].filter(differs).length;
      return { articleId: id, sentences: sentences.length, differing };
    }),
  };
}
