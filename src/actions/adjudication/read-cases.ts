import type { Annotation } from '../../domain/annotation.ts';
import { casesOf } from '../../domain/case.ts';
import {
  type CaseCounts,
  countCases,
  type Decision,
  type JudgedCase,
  judgeCases,
} from '../../domain/decision.ts';
import { require } from '../../domain/permission.ts';
import type { CodingProgress } from '../../domain/progress.ts';
import { FINAL } from '../../domain/sight.ts';
import { overlapOver } from '../../domain/word-overlap.ts';
import type { Db } from '../../store/client.ts';
import { lockedCoding } from '../../store/codings.ts';
import { decisionsOn, keepCaseCounts } from '../../store/decisions.ts';
import type { Session } from '../../store/session.ts';
import { readStanding, type Standing } from '../../store/standing.ts';
import type { StepScope } from '../../store/step.ts';
import { codingsOf } from '../../store/work.ts';
import { wordsIn } from '../../text/words.ts';

/** A coder of an article, with what they made of it. */
export interface CoderWork {
  readonly coding: CodingProgress;
  readonly annotations: readonly Annotation[];
  /** Indexes of the sentences that they marked as holding nothing. */
  readonly nothing: ReadonlySet<number>;
}

/** What is decided on, and what was. */
export interface Adjudication {
  /** Those whose codings make the cases; members of a case are in their order. */
  readonly coders: readonly CoderWork[];
  /** Those whose codings are begun and left out. */
  readonly leftOut: readonly CoderWork[];
  readonly cases: readonly JudgedCase<Annotation>[];
  /** Decisions of which no source is in any case any more; what came of them is still in the final coding. */
  readonly strays: readonly Decision[];
  readonly counts: CaseCounts;
}

/** Which codings make the cases: those that are done, or those that are begun as well. */
export type Included = 'done' | 'begun';

/**
 * The cases of an article with their decisions. Only for whoever adjudicates: throws ForbiddenError for anybody else.
 */
export async function readCases(
  session: Session,
  scope: StepScope,
  included: Included,
): Promise<Adjudication> {
  require(scope.member, 'adjudicate');
  const { text, member } = scope;
  const all = await worksOn(session, scope);
  const isIn = ({ coding }: CoderWork) => coding.state === 'done' || included === 'begun';
  const coders = all.filter(isIn);
  const cases = casesOf(
    coders.map(({ annotations }) => annotations),
    overlapOver(wordsIn(text.text)),
  );
  const versions = all.flatMap(({ annotations }) =>
    annotations.map(({ id, version }) => [id, version] as const),
  );
  const decisions = await decisionsOn(session, member, text.articleId);
  const judged = judgeCases(cases, decisions, new Map(versions));
  return { coders, leftOut: all.filter((work) => !isIn(work)), ...judged, counts: countCases(judged.cases) };
}

/** What coders made of an article: those who have finished, and those who have begun; each has their own lane. */
async function worksOn(session: Session, scope: StepScope): Promise<CoderWork[]> {
  const { member, text } = scope;
  const codings = await codingsOf(session, member.projectId, [text.articleId]);
  const works: CoderWork[] = [];
  for (const coding of codings.toSorted((a, b) => (a.coderId < b.coderId ? -1 : 1))) {
    if (coding.state === 'todo') continue;
    const { annotations, marks } = await wholeOf(session, { ...scope, lane: coding.coderId });
    works.push({ coding, annotations, nothing: new Set(marks.map(({ sentence }) => sentence)) });
  }
  return works;
}

/** All that stands in a coding. */
export function wholeOf(session: Session, scope: StepScope): Promise<Standing> {
  return readStanding(session, scope, { start: 0, end: scope.text.text.length });
}

/** Brings the counts that the final coding keeps up to the cases as they are now. */
export async function recountCases(db: Db, scope: StepScope): Promise<void> {
  const { member, article } = scope;
  await db.transaction(async (session) => {
    await lockedCoding(session, { member, lane: FINAL, article }, { evenDeleted: true });
    await recountCasesIn(session, scope);
  });
}

/** The same in a transaction that holds the final coding's lock. */
export async function recountCasesIn(session: Session, scope: StepScope): Promise<void> {
  const { counts } = await readCases(session, scope, 'done');
  await keepCaseCounts(session, scope.member, scope.article.id, counts);
}
