import type { Decision } from '../../domain/decision.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type Change, decisionChange, stateOf } from '../../domain/history.ts';
import { require } from '../../domain/permission.ts';
import type { Db } from '../../store/client.ts';
import { decisionsOn } from '../../store/decisions.ts';
import type { Standing } from '../../store/standing.ts';
import { type SavedStep, saveStep } from '../../store/steps.ts';
import type { LoadedArticle } from '../load.ts';
import { undo } from '../undo.ts';
import { recountCases } from './read-cases.ts';

/** The changes that take a decision back, with what of its annotations is still in the final coding. */
export function takenBack(decision: Decision, { annotations }: Standing): Change[] {
  const results = annotations.filter(({ id }) => decision.results.includes(id));
  const removals = results.map((result) => ({
    subject: 'annotation' as const,
    subjectId: result.id,
    before: stateOf(result),
    after: null,
  }));
  return [...removals, decisionChange(decision.id, decision, null)];
}

/**
 * Takes one decision back, whoever made it, as a step that can itself be undone. Throws ForbiddenError, and NotFoundError
 * where it does not hold any more.
 */
export async function withdrawDecision(db: Db, loaded: LoadedArticle, id: string): Promise<SavedStep> {
  const { member, article, text } = loaded;
  require(member, 'adjudicate');
  const saved = await saveStep(db, loaded, async ({ session, standing }) => {
    const decision = (await decisionsOn(session, member, article.id)).find((one) => one.id === id);
    if (!decision) throw new NotFoundError('decision');
    const there = await standing({ start: 0, end: text.text.length });
    return { action: 'change', changes: takenBack(decision, there) };
  });
  await recountCases(db, loaded);
  return saved;
}

/** Takes back the person's last step in the final coding, or brings the last undone one again. Throws as `undo` does. */
export async function undoAdjudication(
  db: Db,
  loaded: LoadedArticle,
  which: 'undo' | 'redo',
): Promise<SavedStep> {
  require(loaded.member, 'adjudicate');
  const saved = await undo(db, loaded, which);
  await recountCases(db, loaded);
  return saved;
}
