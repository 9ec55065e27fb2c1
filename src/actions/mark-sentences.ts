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
  const { text } = loaded;
  const { annotatorId } = loaded.member;
  return saveStep(db, annotatingScope(loaded), async (locked) => {
    const { annotations, marks } = await locked.standing(span);
    const taken = new Set(annotations.flatMap((annotation) => sentencesOf(annotation, text.sentences)));
    const free = sentencesOf({ parts: [span] }, text.sentences).filter((sentence) => !taken.has(sentence));
    if (free.length === 0) throw new InvalidInputError({ parts: t('change.notEmpty') });
    const marked = marks.filter(({ sentence }) => free.includes(sentence));
    const isMarked = new Set(marked.map(({ sentence }) => sentence));
    const unmarked = free.filter((sentence) => !isMarked.has(sentence));
    const changes =
      unmarked.length > 0
        ? unmarked.map((sentence) => sentenceMarkChange(text.articleId, { sentence, annotatorId }, 'add'))
        : marked.map((mark) => sentenceMarkChange(text.articleId, mark, 'remove'));
    return { action: 'change', changes };
  });
}
