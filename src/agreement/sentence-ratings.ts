import { type CodedArticle, taggedSentences } from './coded-articles.ts';
import { type CodedRatings, MISSING } from './ratings.ts';

/** Whether a sentence holds a tag. */
export type YesNo = 'no' | 'yes';

/** A coding as yes and no: of each sentence 1 where it holds the tag, else 0. Null where there is no coding. */
export type SentenceCodes = Uint8Array | null;

/** What coders said of an article's sentences, about one tag. */
export interface CodedSentences {
  readonly codings: readonly SentenceCodes[];
  readonly final: SentenceCodes;
  readonly sentences: number;
  /** As `CodedArticle` has it. */
  readonly finished: string;
}

/**
 * Of each article and coder which sentences hold a tag. A sentence that a coder left untagged in a finished coding is
 * a no.
 */
export function codeSentences(articles: readonly CodedArticle[], tag: string): CodedSentences[] {
  return articles.map((article) => {
    const codesOf = (marks: CodedArticle['final']) => {
      if (!marks) return null;
      const codes = new Uint8Array(article.sentences.length);
      for (const at of taggedSentences(article, marks, tag)) codes[at] = 1;
      return codes;
    };
    return {
      codings: article.codings.map(codesOf),
      final: codesOf(article.final),
      sentences: article.sentences.length,
      finished: article.finished,
    };
  });
}

/** The same as ratings: sentences in rows, coders in columns. */
export function sentenceRatings(articles: readonly CodedSentences[]): CodedRatings<YesNo> {
  return {
    categories: ['no', 'yes'],
    coders: articles[0]?.codings.length ?? 0,
    articles: articles.map(({ codings, sentences }) =>
      Array.from({ length: sentences }, (_, at) =>
        Int32Array.from(codings, (codes) => (codes ? (codes[at] ?? 0) : MISSING)),
      ),
    ),
  };
}
