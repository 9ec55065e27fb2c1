import { InvalidInputError } from '../domain/errors.ts';
import { sentenceMarkChange } from '../domain/history.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import type { Span } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';

/**
 * Marks the sentences that `span` touches as holding nothing, or takes that back where all of them are marked
 * already. Sentences with an annotation are passed over. Throws InvalidInputError (field `parts`) where none
 * is left.
 */
export async function toggleNothingHere(db: Db, loaded: LoadedArticle, span: Span): Promise<SavedStep> {
  const { member, text } = loaded;
  return saveStep(db, annotatingScope(loaded), async (locked) => {
    const { annotations, marks } = await locked.standing(span);
    const taken = new Set(annotations.flatMap((annotation) => sentencesOf(annotation, text.sentences)));
    const free = sentencesOf({ parts: [span] }, text.sentences).filter((sentence) => !taken.has(sentence));
    const own = marks.filter(({ userId }) => userId === member.userId).map(({ sentence }) => sentence);
    const unmarked = free.filter((sentence) => !own.includes(sentence));
    const what = unmarked.length > 0 ? 'add' : 'remove';
    const sentences = what === 'add' ? unmarked : free;
    if (sentences.length === 0) throw new InvalidInputError({ parts: t('change.notEmpty') });
    const changes = sentences.map((sentence) => sentenceMarkChange(text.articleId, { sentence }, what));
    return { action: 'change', changes };
  });
}
