import type { Article } from '../domain/article.ts';
import { findArticleText } from '../store/article-texts.ts';
import type { Db } from '../store/client.ts';
import { passageWith, placesOfWords } from '../text/passage.ts';
import type { Span } from '../text/span.ts';

/** Where words that were looked for stand in an article. */
export interface Passage {
  /** Index of the sentence, and where it begins in the article. */
  readonly sentence: number;
  readonly start: number;
  readonly text: string;
  /** Of the words, in `text`. */
  readonly marks: readonly Span[];
}

/** Texts that are longer are not read for the sake of a line in a list. */
const MAX_READ = 500_000;

/** A sentence of each article that holds words looked for; none of those that have them in the title alone. */
export async function findPassages(
  db: Db,
  articles: readonly Article[],
  words: string,
): Promise<ReadonlyMap<string, Passage>> {
  const wanted = words.split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return new Map();
  const passages = articles.map(async ({ id, projectId, length, title }) => {
    const found = length <= MAX_READ ? await findArticleText(db, projectId, id) : null;
    const sentence = found ? passageWith(found.text, found.sentences, wanted) : undefined;
    const span = found?.sentences[sentence ?? -1];
    if (!found || !span || sentence === undefined) return [];
    const text = found.text.slice(span.start, span.end);
    if (text === title) return [];
    return [[id, { sentence, start: span.start, text, marks: placesOfWords(text, wanted) }] as const];
  });
  return new Map((await Promise.all(passages)).flat());
}
