import { type CodedArticle, type Mark, taggedSentences } from './coded-articles.ts';
import { type CodedRatings, codeRatings } from './ratings.ts';

/** Whether a sentence holds a tag. */
export type YesNo = 'yes' | 'no';

/** What a pair of coders said of the sentences that both coded. */
export interface Confusion {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** The cells of a confusion table. */
export const CELLS = ['both', 'onlyFirst', 'onlySecond', 'neither'] as const satisfies (keyof Confusion)[];
/** One of them. */
export type Cell = (typeof CELLS)[number];

/**
 * For a tag and each article, the sentences in rows and coders in columns: whether the coder tagged the sentence.
 * A sentence that a coder left untagged in a finished coding is a no.
 */
export function sentenceRatings(articles: readonly CodedArticle[], tag: string): CodedRatings<YesNo> {
  const rows = articles.map((article) => {
    const tagged = article.codings.map((marks) => marks && taggedSentences(article, marks, tag));
    return article.sentences.map((_, at) => tagged.map((set) => set && answer(set.has(at))));
  });
  return codeRatings<YesNo>(rows, ['no', 'yes']);
}

/** Only the columns of some coders. */
export function ofCoders(
  articles: readonly CodedArticle[],
  coders: readonly number[],
): readonly CodedArticle[] {
  const chosen = articles.map((article) => ({
    ...article,
    codings: coders.map((coder) => article.codings[coder] ?? null),
  }));
  return chosen.filter(({ codings }) => codings.every((coding) => coding !== null));
}

/** The cell in which a sentence stands that one of two coders tagged, or both, or neither. */
export function cellOf(first: boolean, second: boolean): Cell {
  if (first) return second ? 'both' : 'onlyFirst';
  return second ? 'onlySecond' : 'neither';
}

/** How often which of two codings tagged the sentences of the articles that have both. */
export function confusionOf(
  articles: readonly CodedArticle[],
  tag: string,
  codingsOf: (article: CodedArticle) => readonly [readonly Mark[] | null, readonly Mark[] | null],
): Confusion {
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const article of articles) {
    const [first, second] = codingsOf(article);
    if (!first || !second) continue;
    const [ones, others] = [taggedSentences(article, first, tag), taggedSentences(article, second, tag)];
    for (const at of article.sentences.keys()) counts[cellOf(ones.has(at), others.has(at))] += 1;
  }
  return counts;
}

function answer(isTagged: boolean): YesNo {
  return isTagged ? 'yes' : 'no';
}
