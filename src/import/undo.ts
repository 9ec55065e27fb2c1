import type { Annotation } from '../domain/annotation.ts';
import type { CodingState } from '../domain/coding.ts';
import { CannotUndoError, NotFoundError } from '../domain/errors.ts';
import {
  articleChange,
  type Change,
  codingChange,
  inverse,
  sameContent,
  stateOf,
} from '../domain/history.ts';
import type { ImportUndone } from '../domain/import.ts';
import { type Member, may, require } from '../domain/permission.ts';
import { DETAILS, type Lane } from '../domain/sight.ts';
import { t } from '../messages/language.ts';
import { findArticleText } from '../store/article-texts.ts';
import { findArticleEvenDeleted } from '../store/articles.ts';
import type { Database, Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import { hasWorkBeside, lastEvents, placesOfImport, setImportState } from '../store/import-history.ts';
import { findImport, type StoredImport } from '../store/imports.ts';
import { sessionIn } from '../store/session.ts';
import { annotationsById, type Mark } from '../store/standing.ts';
import type { LockedCoding, Step, StepScope, Times } from '../store/step.ts';
import { saveStep } from '../store/steps.ts';
import { joinArticle, splitArticle } from './splits/split-article.ts';

/**
 * Takes all of an import back: the annotations that it brought, the "nothing here" that it took away comes
 * back, and the articles that it made go where nothing else stands in them. What a person changed or deleted
 * since stays as it is. Each article is a transaction; one that was begun and cut off goes on when it is
 * asked for again. Throws NotFoundError, ForbiddenError, and CannotUndoError where the import is not done, or
 * undone already.
 */
export function undoImport(database: Database, member: Member, importId: string): Promise<ImportUndone> {
  return eachArticle(database, member, importId, 'undo');
}

/** Brings back all that `undoImport` took away, where nobody has changed it since; otherwise as that. */
export function redoImport(database: Database, member: Member, importId: string): Promise<ImportUndone> {
  return eachArticle(database, member, importId, 'redo');
}

type Direction = 'undo' | 'redo';

async function eachArticle(
  database: Database,
  member: Member,
  importId: string,
  direction: Direction,
): Promise<ImportUndone> {
  const { db } = database;
  const found = await findImport(db, member.projectId, importId);
  if (!found) throw new NotFoundError('import');
  const places = await placesOfImport(db, member, importId);
  requireUndo(member, found, places);
  const turn = found.kind === 'split' ? turnSplit : reverseIn;
  if (found.state !== (direction === 'undo' ? 'done' : 'undone'))
    throw new CannotUndoError(t(REFUSALS[direction]));
  let all: ImportUndone = { removed: 0, kept: 0, articles: 0 };
  for (const { articleId, lane } of found.kind === 'split' ? eachOnce(places) : places) {
    const article = await findArticleEvenDeleted(db, member.projectId, articleId);
    const text = article && (await findArticleText(db, member.projectId, articleId));
    if (!article || !text) continue;
    const scope = { member, article, text, lane };
    const one = await turn(database, scope, found, direction);
    all = {
      removed: all.removed + one.removed,
      kept: all.kept + one.kept,
      articles: all.articles + one.articles,
    };
  }
  await setImportState(db, member, importId, direction === 'undo' ? 'undone' : 'done');
  return all;
}

/** Of an article that was split all codings go together. */
function eachOnce<Place extends { readonly articleId: string }>(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.articleId, place])).values()];
}

/** Joins in one article what was split, or splits it again: a transaction. */
async function turnSplit(
  { db, dialect }: Database,
  scope: StepScope,
  split: StoredImport,
  direction: Direction,
): Promise<ImportUndone> {
  return db.$transaction(async (tx) => {
    const session = sessionIn(tx, dialect);
    if (direction === 'undo') return { ...(await joinArticle(session, scope, split.id)), articles: 0 };
    await splitArticle(tx, session, scope, { importId: split.id, isComplete: split.isComplete });
    return { removed: 0, kept: 0, articles: 0 };
  });
}

function reverseIn(
  { db }: Database,
  scope: StepScope,
  { id }: StoredImport,
  direction: Direction,
): Promise<ImportUndone> {
  return reverseArticle(db, scope, id, direction);
}

/** One's own where all that it wrote may still be written, another's by right. */
function requireUndo(
  member: Member,
  { kind, annotatorId, lanes: noted }: StoredImport,
  places: readonly { readonly lane: Lane }[],
): void {
  require(member, kind === 'split' ? 'splitCodings' : 'undoImport');
  const lanes = (noted ?? places.map(({ lane }) => lane)).filter((lane) => lane !== DETAILS);
  const isOwn = member.annotatorIds.includes(annotatorId);
  const writes = lanes.every((lane) => may(member, 'writeCoding', { lane }));
  if (!isOwn || !writes) require(member, 'undoImportOfOthers');
}

const REFUSALS = { undo: 'outcome.cannotUndo', redo: 'outcome.cannotRedo' } as const;

/** Reverses what an import did in one article, or its undoing, as a step like any other. */
async function reverseArticle(
  db: Db,
  scope: StepScope,
  importId: string,
  direction: Direction,
): Promise<ImportUndone> {
  let kept = 0;
  const reverse = async (locked: LockedCoding): Promise<Step> => {
    const events = await lastEvents(locked.session, scope, importId);
    const reversible = events.filter(({ action }) => (action === 'undo') === (direction === 'redo'));
    const reversed = reversible.map(({ change }) => inverse(change));
    const plan = direction === 'undo' ? await planUndo(locked, reversed) : await planRedo(locked, reversed);
    kept = plan.kept;
    return { action: direction, importId, ...plan };
  };
  const { changes } = await saveStep(db, scope, reverse, scope.lane === DETAILS ? 'details' : 'both');
  const count = (subject: Change['subject']) => changes.filter((change) => change.subject === subject).length;
  return { removed: count('annotation'), kept, articles: count('article') };
}

/** What of an import is reversed; `kept` annotations somebody has changed since. */
interface UndoPlan extends Pick<Step, 'changes' | 'times'> {
  readonly kept: number;
}

/** A "nothing here" returns unless something was tagged or said there since; an article left empty goes. */
async function planUndo(locked: LockedCoding, reversed: readonly Change[]): Promise<UndoPlan> {
  const { scope, standing } = locked;
  const { annotations, marks } = await standing({ start: 0, end: scope.text.text.length });
  const there = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const own = reversed.filter(({ subject, subjectId }) => subject === 'annotation' && there.has(subjectId));
  const same = own.filter(({ subjectId, before }) => {
    const annotation = there.get(subjectId);
    return annotation && sameContent(stateOf(annotation), before);
  });
  for (const { subjectId } of same) there.delete(subjectId);
  const unmarked = reversed.filter((change) => change.subject === 'sentence-mark' && isThere(marks, change));
  const held = heldSentences(scope, [...there.values()], marks);
  const marked = reversed.filter(
    ({ subject, after }) => subject === 'sentence-mark' && after && !held.has(sentenceIn(after)),
  );
  const left = there.size + marks.length - unmarked.length + marked.length;
  const reopened = reversed.flatMap((change) => turnedState(locked, change, left > 0));
  const emptied = left === 0 ? await emptiedArticle(locked, reversed) : [];
  return {
    changes: [...same, ...unmarked, ...marked, ...reopened, ...emptied],
    kept: own.length - same.length,
  };
}

/** Whether a mark that is to go stands as the change says. */
function isThere(marks: readonly Mark[], { before, after }: Change): boolean {
  return after === null && marks.some((mark) => sameContent(mark, before));
}

function sentenceIn(content: Change['after']): number {
  return content && 'sentence' in content ? content.sentence : -1;
}

/** Says how far the coding is, where it still is as the import left it; one with work in it was begun. */
function turnedState({ coding }: LockedCoding, change: Change, hasWork: boolean): Change[] {
  if (change.subject !== 'coding' || !change.before || !change.after) return [];
  const isOpen = (state: CodingState) => state !== 'done';
  if (isOpen(coding.state) !== isOpen(change.before.state)) return [];
  const state = change.after.state === 'todo' && hasWork ? 'begun' : change.after.state;
  return [codingChange(coding, state)];
}

async function emptiedArticle(
  { session, article, scope }: LockedCoding,
  reversed: readonly Change[],
): Promise<Change[]> {
  const isMade = reversed.some(({ subject }) => subject === 'article');
  const goes = isMade && article.deletedAt === null && !(await hasWorkBeside(session, scope));
  return goes ? [articleChange(article.id, article, null)] : [];
}

function heldSentences(
  { text }: StepScope,
  annotations: readonly Annotation[],
  marks: readonly Mark[],
): ReadonlySet<number> {
  const tagged = annotations.flatMap((annotation) => sentencesOf(annotation, text.sentences));
  return new Set([...tagged, ...marks.map(({ sentence }) => sentence)]);
}

/** What was taken back comes again with the times that it had. */
async function planRedo(locked: LockedCoding, reversed: readonly Change[]): Promise<UndoPlan> {
  const { session, article, scope, standing } = locked;
  const ids = reversed.flatMap(({ subject, subjectId }) => (subject === 'annotation' ? [subjectId] : []));
  const stored = await annotationsById(session, ids);
  const own = reversed.filter(({ subjectId }) => {
    const found = stored.get(subjectId);
    return found?.isDeleted && found.annotation.articleId === scope.text.articleId;
  });
  const times = new Map<string, Times>();
  const same = own.filter(({ subjectId, after }) => {
    const annotation = stored.get(subjectId)?.annotation;
    if (!annotation) return false;
    times.set(subjectId, { createdAt: annotation.createdAt, updatedAt: annotation.updatedAt });
    return sameContent(stateOf(annotation), after);
  });
  const isGone = article.deletedAt !== null && reversed.some(({ subject }) => subject === 'article');
  const restored = isGone ? [articleChange(article.id, null, article)] : [];
  const { annotations, marks } = await standing({ start: 0, end: scope.text.text.length });
  const tagged = heldSentences(scope, annotations, []);
  const marksThere = new Map(marks.map((mark) => [mark.sentence, mark]));
  const marked = reversed.filter(
    ({ subject, before, after }) =>
      subject === 'sentence-mark' &&
      sameContent(marksThere.get(sentenceIn(before ?? after)), before) &&
      !(after && tagged.has(sentenceIn(after))),
  );
  const finished = reversed.flatMap((change) => turnedState(locked, change, true));
  // Of these the step makes those whose ends are there.
  const linked = reversed.filter(({ subject, after }) => subject === 'link' && after);
  return {
    changes: [...restored, ...same, ...linked, ...marked, ...finished],
    times,
    kept: own.length - same.length,
  };
}
