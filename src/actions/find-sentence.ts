import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import { lastPlace } from '../store/last-place.ts';
import { readStanding, type Standing } from '../store/standing.ts';
import { type Span, touching } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';

/** What a sentence is looked for by: that it is not coded, or that an annotation begins in it. */
export type Sought = 'uncoded' | 'annotation';

/** How much of the text is looked through at once, in UTF-16 code units. */
const REACH = 64_000;

/**
 * Index of the first sentence with what is sought, from the one at `from` on, forwards or backwards; null
 * where there is none.
 */
export async function findSentence(
  db: Db,
  loaded: LoadedArticle,
  from: number,
  direction: 1 | -1,
  sought: Sought,
): Promise<number | null> {
  const { sentences } = loaded.text;
  for (let at = from; at >= 0 && at < sentences.length; ) {
    const stretch = stretchFrom(sentences, at, direction);
    const standing = await readStanding(db, loaded, hullIn(sentences, stretch));
    const having = sentencesWith(standing, loaded.text, sought);
    const found = stretch.find((index) => having.has(index) === (sought === 'annotation'));
    if (found !== undefined) return found;
    at = (stretch.at(-1) ?? at) + direction;
  }
  return null;
}

/** Sentences one after another, from one on, until they fill the reach. */
function stretchFrom(sentences: readonly Span[], from: number, direction: 1 | -1): number[] {
  const begins = sentences[from]?.start ?? 0;
  const stretch: number[] = [];
  for (let at = from; at >= 0 && at < sentences.length; at += direction) {
    const start = sentences[at]?.start ?? 0;
    if (stretch.length > 0 && Math.abs(start - begins) > REACH) break;
    stretch.push(at);
  }
  return stretch;
}

function hullIn(sentences: readonly Span[], stretch: readonly number[]): Span {
  const [first = 0, last = 0] = [stretch[0], stretch.at(-1)];
  // A heading belongs to the sentence behind it.
  const start = sentences[Math.min(first, last) - 1]?.end ?? 0;
  return { start, end: sentences[Math.max(first, last)]?.end ?? start };
}

/** Sentences that an annotation begins in, or for `uncoded` those that are coded. */
function sentencesWith(
  { annotations, marks }: Standing,
  { sentences }: LoadedArticle['text'],
  sought: Sought,
): Set<number> {
  if (sought === 'annotation') {
    // One that begins in a heading is reached from the sentence behind it.
    return new Set(annotations.map(({ start }) => touching(sentences, { start, end: start + 1 })[0]));
  }
  const marked = marks.map(({ sentence }) => sentence);
  return new Set([...marked, ...annotations.flatMap((annotation) => sentencesOf(annotation, sentences))]);
}

/** Index of the sentence of the person's last step in an article; null where they have done nothing in it. */
export async function lastSentence(db: Db, loaded: LoadedArticle): Promise<number | null> {
  const { text } = loaded;
  const place = await lastPlace(db, loaded);
  if (!place) return null;
  return Math.min(touching(text.sentences, place)[0], text.sentences.length - 1);
}

/**
 * Index of the sentence to go on with: the first that is not coded behind the person's last step, else the
 * first in the article, else that of their last step.
 */
export async function sentenceToContinue(db: Db, loaded: LoadedArticle): Promise<number> {
  const last = await lastSentence(db, loaded);
  const behind = await findSentence(db, loaded, last ?? 0, 1, 'uncoded');
  return behind ?? (await findSentence(db, loaded, 0, 1, 'uncoded')) ?? last ?? 0;
}
