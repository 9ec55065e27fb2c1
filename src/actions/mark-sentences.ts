import { InvalidInputError } from '../domain/errors.ts';
import { type Change, sentenceMarkChange } from '../domain/history.ts';
import { annotationsWithin } from '../store/annotations.ts';
import type { Db, Tx } from '../store/client.ts';
import { markedSentences } from '../store/sentence-marks.ts';
import { planStep } from '../store/steps.ts';
import { overlaps, type Span, touching } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';

/**
 * Marks the sentences that `span` touches as holding nothing, or takes that back where all of them are marked already.
 * Sentences with an annotation are passed over. Throws InvalidInputError (field `parts`) where none is left.
 */
export async function toggleNothingHere(
  db: Db,
  loaded: LoadedArticle,
  span: Span,
): Promise<readonly Change[]> {
  const range = touching(loaded.text.sentences, span);
  return planStep(db, annotatingScope(loaded), async (tx) => {
    const free = await freeSentences(tx, loaded, range);
    const mine = await ownMarks(tx, loaded, range);
    const unmarked = free.filter((sentence) => !mine.has(sentence));
    const what = unmarked.length > 0 ? 'add' : 'remove';
    const sentences = what === 'add' ? unmarked : free;
    if (sentences.length === 0) throw new InvalidInputError({ parts: NOTHING_FREE });
    return sentences.map((sentence) => sentenceMarkChange(loaded.article.id, sentence, what));
  });
}

const NOTHING_FREE = 'There are annotations in this sentence, so something is here.';

async function freeSentences(tx: Tx, { member, text }: LoadedArticle, [from, to]: readonly [number, number]) {
  const first = text.sentences[from];
  const last = text.sentences[to - 1];
  if (!first || !last) return [];
  const hull = { start: first.start, end: last.end };
  const annotations = await annotationsWithin(tx, member.projectId, text.articleId, hull);
  const parts = annotations.flatMap((annotation) => annotation.parts);
  return Array.from({ length: to - from }, (_, at) => from + at).filter((index) => {
    const sentence = text.sentences[index];
    return sentence && !parts.some((part) => overlaps(part, sentence));
  });
}

async function ownMarks(tx: Tx, { member, text }: LoadedArticle, range: readonly [number, number]) {
  const marks = await markedSentences(tx, member.projectId, text.articleId, range);
  return new Set(marks.filter(({ userId }) => userId === member.userId).map(({ sentence }) => sentence));
}
