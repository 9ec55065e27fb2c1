import { type Mark, type Stretch, taggedSentences } from '../../agreement/coded-articles.ts';
import { type Cell, cellOf } from '../../agreement/confusion.ts';
import type { Sight } from '../../domain/sight.ts';
import type { Tag } from '../../domain/tag.ts';
import type { Database } from '../../store/client.ts';
import type { Study } from './plan-study.ts';
import { readStudy } from './read-study.ts';

/** Which sentences of a study are looked for. */
export interface SentenceQuestion {
  readonly tag: Tag;
  /** Two coders, by their places in the study, and where in their confusion table; else all on which coders differ. */
  readonly pair?: { readonly coders: readonly [number, number]; readonly cell: Cell } | undefined;
  /** Only those of this article. */
  readonly articleId?: string | undefined;
}

/** A sentence with what its coders marked on it. */
export interface FoundSentence {
  readonly articleId: string;
  readonly title: string;
  /** Its index in the article. */
  readonly sentence: number;
  readonly text: string;
  readonly sides: readonly { readonly coder: number; readonly marked: readonly string[] }[];
}

/** The sentences that stand behind a number of a study, in the order of articles and text: a page of them, and how many. */
export async function findSentences(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Pick<Study, 'coders' | 'articles'>,
  question: SentenceQuestion,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly found: readonly FoundSentence[]; readonly total: number }> {
  const { articleId, pair } = question;
  const places = pair?.coders ?? [...study.coders.keys()];
  const asked = {
    coders: places.flatMap((place) => study.coders[place] ?? []),
    articles: study.articles
      .filter(({ id }) => articleId === undefined || id === articleId)
      .map((article) => ({ ...article, codings: places.map((place) => article.codings[place] ?? null) })),
  };
  const titles = new Map(asked.articles.map(({ id, title }) => [id, title]));
  const found: FoundSentence[] = [];
  let total = 0;
  for await (const articles of readStudy(database, sight, asked)) {
    for (const article of articles) {
      const tagged = article.codings.map((marks) => marks && taggedSentences(article, marks, question.tag));
      for (const [sentence, span] of article.sentences.entries()) {
        if (!isAsked(tagged, sentence, pair?.cell)) continue;
        total += 1;
        if (total <= offset || found.length >= limit) continue;
        const sides = article.codings.flatMap((marks, at) =>
          marks
            ? [{ coder: places[at] ?? at, marked: wordsOn(article.text, marks, question.tag, span) }]
            : [],
        );
        const text = article.text.slice(span.start, span.end);
        found.push({ articleId: article.id, title: titles.get(article.id) ?? '', sentence, text, sides });
      }
    }
  }
  return { found, total };
}

function isAsked(
  tagged: readonly (ReadonlySet<number> | null)[],
  sentence: number,
  cell: Cell | undefined,
): boolean {
  const answers = tagged.flatMap((set) => (set ? [set.has(sentence)] : []));
  if (cell === undefined) return new Set(answers).size > 1;
  const [one, other] = answers;
  return one !== undefined && other !== undefined && cellOf(one, other) === cell;
}

/** The words of marks that touch a sentence, as far as they lie in it. */
function wordsOn(text: string, marks: readonly Mark[], tag: Tag, sentence: Stretch): string[] {
  const parts = marks.filter((mark) => mark.tag === tag).flatMap((mark) => mark.parts);
  return parts.flatMap((part) => {
    const words = text.slice(Math.max(part.start, sentence.start), Math.min(part.end, sentence.end)).trim();
    return words === '' ? [] : [words];
  });
}
