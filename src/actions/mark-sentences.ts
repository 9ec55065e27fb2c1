import { InvalidInputError } from '../domain/errors.ts';
import type { Change } from '../domain/history.ts';
import { annotationsWithin } from '../store/annotations.ts';
import type { Db } from '../store/client.ts';
import { markedSentences } from '../store/sentence-marks.ts';
import { saveStep } from '../store/steps.ts';
import { overlaps, type Span, touching } from '../text/span.ts';
import { sentenceMarkChange } from './add-annotation.ts';
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
  const scope = annotatingScope(loaded);
  const free = await freeSentences(db, loaded, touching(loaded.text.sentences, span));
  const mine = await ownMarks(db, loaded, touching(loaded.text.sentences, span));
  const unmarked = free.filter((sentence) => !mine.has(sentence));
  const what = unmarked.length > 0 ? 'add' : 'remove';
  const sentences = what === 'add' ? unmarked : free;
  if (sentences.length === 0) {
    throw new InvalidInputError({ parts: 'There are annotations in this sentence, so something is here.' });
  }
  const changes = sentences.map((sentence) => sentenceMarkChange(loaded.article.id, sentence, what));
  await saveStep(db, scope, { action: 'change', changes });
  return changes;
}

async function freeSentences(db: Db, { member, text }: LoadedArticle, [from, to]: readonly [number, number]) {
  const first = text.sentences[from];
  const last = text.sentences[to - 1];
  if (!first || !last) return [];
  const hull = { start: first.start, end: last.end };
  const annotations = await annotationsWithin(db, member.projectId, text.articleId, hull);
  const parts = annotations.flatMap((annotation) => annotation.parts);
  return Array.from({ length: to - from }, (_, at) => from + at).filter((index) => {
    const sentence = text.sentences[index];
    return sentence && !parts.some((part) => overlaps(part, sentence));
  });
}

async function ownMarks(db: Db, { member, text }: LoadedArticle, range: readonly [number, number]) {
  const marks = await markedSentences(db, member.projectId, text.articleId, range);
  return new Set(marks.filter(({ userId }) => userId === member.userId).map(({ sentence }) => sentence));
}
