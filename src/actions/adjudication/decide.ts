import { v7 as uuidv7 } from 'uuid';
import { accordOf } from '../../domain/accord.ts';
import { type Annotation, wordsOf } from '../../domain/annotation.ts';
import { type AttributeName, type Attributes, keepFor } from '../../domain/attributes.ts';
import { membersOf } from '../../domain/case.ts';
import { type Answers, answersOrNull } from '../../domain/codebook/field.ts';
import {
  type Decision,
  type DecisionKind,
  type JudgedCase,
  type SourceVersion,
  sameSources,
  sourcesOf,
} from '../../domain/decision.ts';
import { EditConflictError, InvalidInputError } from '../../domain/errors.ts';
import {
  type AnnotationState,
  type Change,
  creationOf,
  decisionChange,
  stateOf,
} from '../../domain/history.ts';
import { require } from '../../domain/permission.ts';
import { checkScoreOf } from '../../domain/suggestion.ts';
import type { Tag } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import type { Db } from '../../store/client.ts';
import type { Standing } from '../../store/standing.ts';
import type { LockedCoding } from '../../store/step.ts';
import { type SavedStep, saveStep } from '../../store/steps.ts';
import { languageOf } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';
import { unmarking, verifiedParts } from '../add-annotation.ts';
import type { LoadedArticle } from '../load.ts';
import { type Included, readCases, recountCases } from './read-cases.ts';
import { takenBack } from './withdraw.ts';

/** A case as somebody saw it when they decided. */
export interface SeenCase {
  readonly sources: readonly SourceVersion[];
  /** The ids of the decisions that they saw on it, which the new one replaces. */
  readonly over: readonly string[];
  readonly included: Included;
}

/** What somebody decides on a case. */
export type Verdict =
  /** The members of these ids hold, each for itself. */
  | { readonly kind: 'take'; readonly ids: readonly string[] }
  /** The member called `base` holds, with these fields of other members. */
  | {
      readonly kind: 'merge';
      readonly base: string;
      readonly fields: Readonly<Partial<Record<AttributeName, string>>>;
      /** The same of the project's own fields, by their keys. */
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'write';
      readonly tag: Tag;
      readonly parts: readonly Span[];
      /** The words that they saw there. */
      readonly seen: string;
      readonly attributes: Attributes;
      readonly answers: Answers | null;
    };

/**
 * Decides a case, as one step of the final coding. What an earlier decision on it has left there goes in the same step.
 * Throws ForbiddenError; EditConflictError where the case, or what was decided on it, is no longer as it was seen;
 * InvalidInputError (field `take`) where nothing of the case is chosen; CodingDoneError where the final coding is done; and
 * what `addAnnotation` throws for what is written anew.
 */
export async function decide(
  db: Db,
  loaded: LoadedArticle,
  seen: SeenCase,
  verdict: Verdict,
): Promise<SavedStep> {
  require(loaded.member, 'adjudicate');
  const saved = await saveStep(db, loaded, async (locked) => {
    const { cases } = await readCases(locked.session, loaded, seen.included);
    const found = cases.find((one) => sameSources(sourcesOf(membersOf(one)), seen.sources));
    if (!found) throw new EditConflictError(t('adjudication.changedMeanwhile'), null);
    if (!isAsSeen(found.decisions, seen.over))
      throw new EditConflictError(t('adjudication.decidedMeanwhile'), null);
    const standing = await wholeFinal(locked);
    return {
      action: 'change',
      changes: changesFor(loaded, standing, found, outcomeOf(loaded, found, verdict)),
    };
  });
  await recountCases(db, loaded);
  return saved;
}

/** Accepts every case that nobody has decided and on which all coders agree, as one step. */
export async function acceptAgreed(db: Db, loaded: LoadedArticle, included: Included): Promise<SavedStep> {
  require(loaded.member, 'adjudicate');
  const saved = await saveStep(db, loaded, async (locked) => {
    const { cases } = await readCases(locked.session, loaded, included);
    const agreed = cases.filter((one) => one.state === 'open' && accordOf(one) === 'agreed');
    const standing = await wholeFinal(locked);
    const changes = agreed.flatMap((one) => changesFor(loaded, standing, one, agreedOutcome(one)));
    return { action: 'change', changes: withoutTwins(changes) };
  });
  await recountCases(db, loaded);
  return saved;
}

function isAsSeen(decisions: readonly Decision[], over: readonly string[]): boolean {
  return decisions.length === over.length && decisions.every(({ id }) => over.includes(id));
}

function wholeFinal({ scope, standing }: LockedCoding): Promise<Standing> {
  return standing({ start: 0, end: scope.text.text.length });
}

/** What a decision comes to. */
interface Outcome {
  readonly kind: DecisionKind;
  readonly results: readonly AnnotationState[];
}

function outcomeOf(loaded: LoadedArticle, one: JudgedCase<Annotation>, verdict: Verdict): Outcome {
  switch (verdict.kind) {
    case 'take':
      return takenOutcome(one, verdict.ids);
    case 'merge':
      return { kind: 'merge', results: [merged(one, verdict)] };
    case 'none':
      return { kind: 'none', results: [] };
    case 'write':
      return { kind: 'write', results: [written(loaded, verdict)] };
  }
}

function takenOutcome(one: JudgedCase<Annotation>, ids: readonly string[]): Outcome {
  const taken = membersOf(one).filter(({ id }) => ids.includes(id));
  if (taken.length === 0) throw new InvalidInputError({ take: t('adjudication.nothingTaken') });
  if (taken.length > 1) return { kind: 'several', results: taken.map(stateOf) };
  return accordOf(one) === 'agreed' ? agreedOutcome(one) : { kind: 'take', results: taken.map(stateOf) };
}

function agreedOutcome(one: JudgedCase<Annotation>): Outcome {
  return { kind: 'agreed', results: membersOf(one).slice(0, 1).map(stateOf) };
}

function merged(
  one: JudgedCase<Annotation>,
  { base, fields, answers }: Extract<Verdict, { kind: 'merge' }>,
): AnnotationState {
  const members = new Map(membersOf(one).map((member) => [member.id, member]));
  const whole = members.get(base);
  if (!whole) throw new InvalidInputError({ take: t('adjudication.nothingTaken') });
  const memberOf = (id: string): Annotation => {
    const member = members.get(id);
    if (!member) throw new InvalidInputError({ take: t('adjudication.nothingTaken') });
    return member;
  };
  // The names are those of the type.
  const chosen = Object.entries(fields).map(
    ([name, id]) => [name, memberOf(id)[name as AttributeName]] as const,
  );
  const own = Object.entries(answers).map(([key, id]) => [key, memberOf(id).answers?.[key] ?? null] as const);
  const attributes = keepFor(whole.tag, { ...whole, ...Object.fromEntries(chosen) });
  const all = answersOrNull({ ...whole.answers, ...Object.fromEntries(own) });
  return { ...stateOf(whole), ...attributes, answers: all };
}

function written({ text, article, member }: LoadedArticle, verdict: Extract<Verdict, { kind: 'write' }>) {
  const { tag, seen, attributes, answers } = verdict;
  const parts = verifiedParts(text, verdict.parts, seen);
  const words = wordsOf(text.text, parts);
  return {
    ...keepFor(tag, attributes),
    answers,
    checkScore: checkScoreOf(tag, words, languageOf(text.text, article.language)),
    tag,
    parts,
    text: words,
    origin: 'manual' as const,
    annotatorId: member.annotatorId,
  };
}

function changesFor(
  loaded: LoadedArticle,
  standing: Standing,
  one: JudgedCase<Annotation>,
  { kind, results }: Outcome,
): Change[] {
  const { annotatorId } = loaded.member;
  const made = results.map((state) => creationOf(uuidv7(), { ...state, annotatorId }));
  const decision = {
    kind,
    sources: sourcesOf(membersOf(one)),
    results: made.map(({ subjectId }) => subjectId),
    annotatorId,
    isStale: false,
  };
  return [
    ...one.decisions.flatMap((old) => takenBack(old, standing)),
    ...unmarking(
      loaded,
      standing,
      results.flatMap(({ parts }) => parts),
    ),
    ...made,
    decisionChange(uuidv7(), null, decision),
  ];
}

/** Of changes that several cases ask for, such as taking "nothing here" from one sentence, one. */
function withoutTwins(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.subject} ${change.subjectId}`, change])).values()];
}
