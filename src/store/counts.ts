import type { AnnotationState, Change } from '../domain/history.ts';
import { byTag, TAGS } from '../domain/tag.ts';
import { hullOf, type Span, touching } from '../text/span.ts';
import { annotationsWithin } from './annotations.ts';
import type { Tx } from './client.ts';
import { toCountColumns } from './count-columns.ts';
import { markedSentences } from './sentence-marks.ts';
import type { StepScope } from './step-scope.ts';

/**
 * What changes do to an article's counts, as an update of its row; asked before they are written.
 * `longestHull` is the article's as it is now. Only sentences that the changes touch are looked at, so the cost does not grow with the article.
 */
export async function countsDelta(tx: Tx, scope: StepScope, changes: readonly Change[], longestHull: number) {
  const states = changes.flatMap((change) =>
    change.subject === 'annotation' ? [change.before, change.after] : [],
  );
  const longest = Math.max(0, ...states.map((state) => (state ? lengthOf(state) : 0)));
  return {
    ...tagDeltas(changes),
    codedCount: { increment: await codedDelta(tx, scope, changes, longestHull) },
    longestHull: Math.max(longest, longestHull),
  };
}

function lengthOf({ parts }: AnnotationState): number {
  const hull = hullOf(parts);
  return hull.end - hull.start;
}

function tagDeltas(changes: readonly Change[]) {
  const deltas = byTag(() => 0);
  for (const change of changes) {
    if (change.subject !== 'annotation') continue;
    for (const tag of TAGS) {
      deltas[tag] += Number(change.after?.tag === tag) - Number(change.before?.tag === tag);
    }
  }
  return toCountColumns((tag) => ({ increment: deltas[tag] }));
}

async function codedDelta(
  tx: Tx,
  scope: StepScope,
  changes: readonly Change[],
  longestHull: number,
): Promise<number> {
  const range = sentencesOf(scope, changes);
  const first = scope.sentences[range[0]];
  const last = scope.sentences[range[1] - 1];
  if (!first || !last) return 0;
  const { projectId } = scope.member;
  const hull = { start: first.start, end: last.end };
  const annotations = await annotationsWithin(tx, projectId, scope.articleId, hull, longestHull);
  const marks = await markedSentences(tx, projectId, scope.articleId, range);
  const work: Work = new Map();
  for (const { id, parts } of annotations) work.set(`annotation ${id}`, partsIn(scope, parts));
  for (const { sentence, userId } of marks) work.set(`mark ${userId} ${sentence}`, [sentence]);
  const coded = codedIn(work, range);
  for (const change of changes) applyTo(work, scope, change);
  return codedIn(work, range) - coded;
}

/** The sentences that each annotation and each "nothing here" covers. */
type Work = Map<string, readonly number[]>;

function codedIn(work: Work, [from, to]: readonly [number, number]): number {
  const coded = new Set([...work.values()].flat());
  return [...coded].filter((sentence) => sentence >= from && sentence < to).length;
}

function applyTo(work: Work, scope: StepScope, change: Change): void {
  if (change.subject === 'annotation') {
    const key = `annotation ${change.subjectId}`;
    if (change.after) work.set(key, partsIn(scope, change.after.parts));
    else work.delete(key);
  } else if (change.subject === 'sentence-mark') {
    const sentence = (change.after ?? change.before)?.sentence ?? 0;
    const key = `mark ${scope.member.userId} ${sentence}`;
    if (change.after) work.set(key, [sentence]);
    else work.delete(key);
  }
}

function partsIn({ sentences }: StepScope, parts: readonly Span[]): number[] {
  return parts.flatMap((part) => indexes(touching(sentences, part)));
}

function indexes([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** The run of sentences that the changes touch; empty where they touch none. */
function sentencesOf(scope: StepScope, changes: readonly Change[]): readonly [number, number] {
  const touched = changes.flatMap((change) => {
    if (change.subject === 'sentence-mark') return [(change.after ?? change.before)?.sentence ?? 0];
    if (change.subject !== 'annotation') return [];
    return [change.before, change.after].flatMap((state) => (state ? partsIn(scope, state.parts) : []));
  });
  return touched.length === 0 ? [0, 0] : [Math.min(...touched), Math.max(...touched) + 1];
}
