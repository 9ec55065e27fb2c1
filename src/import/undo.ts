import { CannotUndoError, NotFoundError } from '../domain/errors.ts';
import { sameContent } from '../domain/history.ts';
import type { ImportUndone } from '../domain/import.ts';
import { type Member, require } from '../domain/permission.ts';
import { findArticleText } from '../store/article-texts.ts';
import type { Database, Tx } from '../store/client.ts';
import { setDeleted } from '../store/dialect.ts';
import {
  articlesOfImport,
  type LastEvent,
  lastEvents,
  standingAnnotations,
  turnImport,
} from '../store/import-history.ts';
import {
  type ImportChange,
  type ImportScope,
  liveAnnotations,
  lockArticle,
  recountArticle,
  sentenceMarks,
  sentencesAt,
  setArticleDeleted,
  setMarks,
  writeImportEvents,
} from '../store/imported-annotations.ts';
import { findImport } from '../store/imports.ts';

/**
 * Takes all of an import back: the annotations that it brought, the "nothing here" that it took away comes back, and
 * the articles that it made go where nothing else stands in them. What a person changed or deleted since stays as it
 * is. Each article is a transaction; one that was begun and cut off goes on when it is asked for again.
 * Throws NotFoundError, ForbiddenError, and CannotUndoError where the import is not done, or undone already.
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
  { db, dialect }: Database,
  member: Member,
  importId: string,
  direction: Direction,
): Promise<ImportUndone> {
  require(member, 'undoImport');
  const found = await findImport(db, member.projectId, importId);
  if (!found) throw new NotFoundError('import');
  if (found.state !== (direction === 'undo' ? 'done' : 'undone'))
    throw new CannotUndoError(REFUSALS[direction]);
  let all: ImportUndone = { removed: 0, kept: 0, articles: 0 };
  for (const articleId of await articlesOfImport(db, member, importId)) {
    const text = await findArticleText(db, member.projectId, articleId);
    if (!text) continue;
    const scope = { dialect, member, importId, articleId, sentences: text.sentences };
    const one = await db.$transaction((tx) => (direction === 'undo' ? undoIn(tx, scope) : redoIn(tx, scope)));
    all = {
      removed: all.removed + one.removed,
      kept: all.kept + one.kept,
      articles: all.articles + one.articles,
    };
  }
  await turnImport(db, member, importId, direction === 'undo' ? 'undone' : 'done');
  return all;
}

const REFUSALS: Readonly<Record<Direction, string>> = {
  undo: 'This import cannot be taken back: it is not done yet, or has been taken back already.',
  redo: 'This import cannot be brought back: it has not been taken back.',
};

async function undoIn(tx: Tx, scope: ImportScope): Promise<ImportUndone> {
  const { longestHull, isDeleted } = await lockArticle(tx, scope);
  const standing = (await lastEvents(tx, scope)).filter(({ action }) => action !== 'undo');
  const { taken, kept } = await turnAnnotations(tx, scope, standing, 'undo');
  const marked = await bringMarksBack(tx, scope, standing);
  const emptied = isDeleted ? [] : await takeArticle(tx, scope, standing);
  await writeImportEvents(tx, scope, [...taken, ...marked, ...emptied], 'undo');
  await recountArticle(tx, scope, longestHull);
  return { removed: taken.length, kept, articles: emptied.length };
}

async function redoIn(tx: Tx, scope: ImportScope): Promise<ImportUndone> {
  const { longestHull, isDeleted } = await lockArticle(tx, scope);
  const undone = (await lastEvents(tx, scope)).filter(({ action }) => action === 'undo');
  const restored = isDeleted ? inverses(undone.filter(({ change }) => change.subject === 'article')) : [];
  if (restored.length > 0) await setArticleDeleted(tx, scope, false);
  const { taken, kept } = await turnAnnotations(tx, scope, undone, 'redo');
  const marks = undone.filter(({ change }) => change.subject === 'sentence-mark');
  await setMarks(tx, scope, marks.map(markOf), false);
  await writeImportEvents(tx, scope, [...restored, ...taken, ...inverses(marks)], 'redo');
  await recountArticle(tx, scope, longestHull);
  return { removed: taken.length, kept, articles: restored.length };
}

/** Deletes annotations or brings them back, where they stand as the last event left them. */
async function turnAnnotations(
  tx: Tx,
  scope: ImportScope,
  events: readonly LastEvent[],
  direction: Direction,
): Promise<{ readonly taken: ImportChange[]; readonly kept: number }> {
  const own = events.filter(({ change }) => change.subject === 'annotation');
  const ids = own.map(({ change }) => change.subjectId);
  const standing = await standingAnnotations(tx, scope, ids);
  const wantsDeleted = direction === 'redo';
  const there = own.filter(({ change }) => standing.get(change.subjectId)?.isDeleted === wantsDeleted);
  const same = there.filter(({ change }) =>
    sameContent(standing.get(change.subjectId)?.state, change.after ?? change.before),
  );
  const when = direction === 'undo' ? new Date() : null;
  const sameIds = same.map(({ change }) => change.subjectId);
  await setDeleted(
    tx,
    scope.dialect,
    { projectId: scope.member.projectId, articleId: scope.articleId },
    sameIds,
    when,
  );
  return { taken: inverses(same, false), kept: there.length - same.length };
}

function inverses(events: readonly LastEvent[], hasOwner = true): ImportChange[] {
  return events.map(({ change, owner }) => {
    // Turned round, a change is one of the same subject.
    const turned = { ...change, before: change.after, after: change.before } as ImportChange;
    return hasOwner && change.subject === 'sentence-mark' ? { ...turned, owner } : turned;
  });
}

function markOf({ change, owner }: LastEvent): { sentence: number; userId: string } {
  const content = change.before ?? change.after;
  return { sentence: content && 'sentence' in content ? content.sentence : -1, userId: owner };
}

/** A "nothing here" comes back unless its person has an annotation there by now. */
async function bringMarksBack(
  tx: Tx,
  scope: ImportScope,
  standing: readonly LastEvent[],
): Promise<ImportChange[]> {
  const gone = standing.filter(({ change }) => change.subject === 'sentence-mark');
  if (gone.length === 0) return [];
  const held = new Set(
    (await liveAnnotations(tx, scope)).flatMap(({ userId, parts }) =>
      parts.flatMap((part) => sentencesAt(scope.sentences, part).map((sentence) => `${sentence} ${userId}`)),
    ),
  );
  const free = gone.filter((event) => {
    const { sentence, userId } = markOf(event);
    return !held.has(`${sentence} ${userId}`);
  });
  await setMarks(tx, scope, free.map(markOf), true);
  return inverses(free);
}

/** The article goes if the import made it and nothing stands in it any more. */
async function takeArticle(
  tx: Tx,
  scope: ImportScope,
  standing: readonly LastEvent[],
): Promise<ImportChange[]> {
  const made = standing.filter(({ change }) => change.subject === 'article');
  if (made.length === 0) return [];
  const annotations = await liveAnnotations(tx, scope);
  const marks = await sentenceMarks(tx, scope);
  if (annotations.length > 0 || marks.length > 0) return [];
  await setArticleDeleted(tx, scope, true);
  return inverses(made);
}
