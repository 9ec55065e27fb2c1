import { type Change, codingChange, sentenceMarkChange } from '../../domain/history.ts';
import type { ImportLine, ImportTask } from '../../domain/import.ts';
import { t } from '../../messages/language.ts';
import type { Tx } from '../../store/client.ts';
import { sentencesOf } from '../../store/counts.ts';
import { hasStepsBeside } from '../../store/import-history.ts';
import { peopleNamed } from '../../store/imported-annotations.ts';
import type { LockedCoding } from '../../store/step.ts';
import type { LaneWork } from './lanes.ts';
import type { PlacedMark } from './place-codings.ts';

/**
 * Plans which sentences of a locked coding are marked "nothing here", beside the changes that are planned already. One
 * that is marked stays as it is, whoever said so, and one that holds an annotation is not marked: the report says how
 * many of these there are.
 */
export async function planMarks(
  tx: Tx,
  locked: LockedCoding,
  task: ImportTask,
  marks: readonly PlacedMark[],
  planned: readonly Change[],
): Promise<{ readonly changes: readonly Change[]; readonly lines: readonly ImportLine[] }> {
  if (marks.length === 0) return { changes: [], lines: [] };
  const { text, member } = locked.scope;
  const tagged = await taggedSentences(locked, planned);
  const standing = await locked.standing({ start: 0, end: text.text.length });
  const marked = new Set(standing.marks.map(({ sentence }) => sentence));
  const wanted = new Map(marks.map((mark) => [mark.sentence, mark]));
  const fresh = [...wanted.values()].filter(({ sentence }) => !marked.has(sentence) && !tagged.has(sentence));
  const names = new Set(task.annotators === 'named' ? fresh.map(({ annotator }) => annotator) : []);
  names.delete('');
  const people = names.size > 0 ? await peopleNamed(tx, member, names) : new Map<string, string>();
  const changes = fresh.map(({ sentence, annotator }) => {
    const annotatorId = people.get(annotator) ?? member.annotatorId;
    return sentenceMarkChange(text.articleId, { sentence, annotatorId }, 'add');
  });
  const count = [...wanted.keys()].filter((sentence) => tagged.has(sentence)).length;
  return {
    changes,
    lines: count > 0 ? [{ place: '', outcome: 'refused', reason: t('outcome.marksTagged', { count }) }] : [],
  };
}

async function taggedSentences(
  locked: LockedCoding,
  planned: readonly Change[],
): Promise<ReadonlySet<number>> {
  const { text } = locked.scope;
  const { annotations } = await locked.standing({ start: 0, end: text.text.length });
  const coming = planned.flatMap((change) => (change.subject === 'annotation' && change.after) || []);
  return new Set([...annotations, ...coming].flatMap((one) => sentencesOf(one, text.sentences)));
}

/**
 * Plans that a locked coding is finished: where the file says so of all that comes into it, or, where it does not say,
 * where the files are complete. A coding on which there was other work already is its coder's to finish.
 */
export async function planState(
  { session, scope, coding }: LockedCoding,
  { importId, isComplete }: ImportTask,
  { states }: Pick<LaneWork, 'states'>,
): Promise<readonly Change[]> {
  const isDone = states.length > 0 ? states.every((state) => state === 'done') : isComplete;
  if (!isDone || coding.state === 'done') return [];
  if (coding.state !== 'todo' && (await hasStepsBeside(session, scope, importId))) return [];
  return [codingChange(coding, 'done')];
}
