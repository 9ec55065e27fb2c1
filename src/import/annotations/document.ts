import { v7 as uuidv7, validate } from 'uuid';
import type { Article, ArticleText } from '../../domain/article.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { articleChange } from '../../domain/history.ts';
import {
  type DocumentOutcome,
  type ImportLine,
  type ImportTask,
  NO_LINES,
  storable,
} from '../../domain/import.ts';
import { type Member, may, require } from '../../domain/permission.ts';
import type { IncomingDocument, UnreadableRecord } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import { findArticleText } from '../../store/article-texts.ts';
import {
  type ArticleDraft,
  findArticleEvenDeleted,
  freeIds,
  insertArticles,
  lockImports,
} from '../../store/articles.ts';
import type { Database, Db, Tx } from '../../store/client.ts';
import { codebookOfProject } from '../../store/codebooks.ts';
import { noteLanes, settleDocument } from '../../store/imported-annotations.ts';
import { sessionIn } from '../../store/session.ts';
import type { LockedCoding } from '../../store/step.ts';
import { lock, writeStep } from '../../store/steps.ts';
import type { ReadArticle } from '../articles/read.ts';
import { lineFor } from '../report.ts';
import { type LaneWork, type PlacedWork, workByLane } from './lanes.ts';
import { type Match, matchArticle } from './match.ts';
import { placeAnnotations } from './place.ts';
import { placeCodings } from './place-codings.ts';
import { planMarks, planState } from './plan-marks.ts';
import { planAnnotations } from './store.ts';

/**
 * Brings one document of a file in, all of it or nothing, in one transaction: finds or makes its article,
 * puts its annotations in their places, and notes what is to be said of them. Afterwards the import goes on
 * behind `index`, the place of the document among all records of the import, from zero. The same document
 * once more adds nothing. Throws ForbiddenError for a member who may not annotate or import, NotFoundError
 * where the import is not the project's.
 */
export async function importDocument(
  database: Database,
  task: ImportTask,
  document: IncomingDocument | UnreadableRecord,
  index: number,
): Promise<DocumentOutcome> {
  require(task.member, task.annotators === 'named' ? 'importAs' : 'importOwn');
  const own: DocumentImport = { database, task, index };
  if ('reason' in document) return settleAlone(own, [{ ...document, outcome: 'unreadable' }]);
  const match = await matchArticle(database.db, task.member, document, task);
  if ('reason' in match) return settleAlone(own, refusal(document, match.reason));
  if (('fresh' in match || match.known.deletedAt) && !may(task.member, 'importArticles'))
    return settleAlone(own, refusal(document, t('outcome.noArticle')));
  const target = await targetOf(database.db, task.member, match);
  const { placed, lines } = placeAnnotations(
    document,
    target.text,
    target.language,
    task.mapping,
    await codebookOfProject(database.db, task.member.projectId),
  );
  const { codings, lines: ofCodings } = placeCodings(document, target.text);
  const wrong = target.problems.map((reason) => ({
    place: document.place,
    outcome: 'left' as const,
    reason,
  }));
  return storeDocument(own, target, { placed, codings }, [...wrong, ...lines, ...ofCodings]);
}

interface DocumentImport {
  readonly database: Database;
  readonly task: ImportTask;
  readonly index: number;
}

/** A document without an article: a line for each of its annotations, or for itself where it has none. */
function refusal(document: IncomingDocument, reason: string): ImportLine[] {
  if (document.annotations.length === 0) return [{ place: document.place, outcome: 'refused', reason }];
  return document.annotations.map((annotation) => lineFor(annotation, 'refused', reason));
}

async function settleAlone(
  { database, task, index }: DocumentImport,
  lines: ImportLine[],
): Promise<DocumentOutcome> {
  await database.db.$transaction((tx) =>
    settleDocument(tx, sessionIn(tx, database.dialect), task, named(task, lines), index + 1),
  );
  return { articleId: null, isNew: false, stored: 0, lines: tally(lines) };
}

function named({ fileName }: ImportTask, lines: readonly ImportLine[], articleId?: string): ImportLine[] {
  return lines.map((line) => ({
    ...line,
    ...(articleId && { articleId }),
    place: storable(line.place === '' ? fileName : `${fileName}, ${line.place}`),
    reason: storable(line.reason),
  }));
}

function tally(lines: readonly ImportLine[]): DocumentOutcome['lines'] {
  const counts = { ...NO_LINES };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}

/** The article that the annotations go to; `draft` where it is still to be made. */
interface Target {
  readonly text: ArticleText;
  /** What the article says its language is. */
  readonly language: string | null;
  readonly draft?: ArticleDraft;
  /** What is wrong with the details that the file gives, in sentences. */
  readonly problems: readonly string[];
}

async function targetOf(
  db: Db,
  { projectId }: Member,
  match: Exclude<Match, { readonly reason: string }>,
): Promise<Target> {
  if ('known' in match) {
    const { known } = match;
    return { text: await textOf(db, projectId, known), language: known.language, problems: [] };
  }
  const { fresh, problems } = match;
  const draft = { ...fresh, id: await idFor(db, fresh) };
  const text = { articleId: draft.id, text: draft.text, ...draft.structure };
  return { text, language: draft.details.language, draft, problems };
}

async function textOf(db: Db, projectId: string, { id }: Article): Promise<ArticleText> {
  const text = await findArticleText(db, projectId, id);
  if (!text) throw new NotFoundError('article');
  return text;
}

async function idFor(db: Db, { id = '' }: ReadArticle): Promise<string> {
  const own = id.toLowerCase();
  return validate(own) && (await freeIds(db, [own])).has(own) ? own : uuidv7();
}

async function storeDocument(
  { database, task, index }: DocumentImport,
  { text, draft }: Target,
  work: PlacedWork,
  lines: readonly ImportLine[],
): Promise<DocumentOutcome> {
  const { db, dialect } = database;
  const storeIn = async (tx: Tx, articleId: string): Promise<DocumentOutcome> => {
    const session = sessionIn(tx, dialect);
    const article = await findArticleEvenDeleted(tx, task.member.projectId, articleId);
    if (!article) throw new NotFoundError('article');
    const place = { member: task.member, article, text: { ...text, articleId } };
    const wasDeleted = article.deletedAt !== null;
    const byLane = await workByLane(tx, task, work);
    const all = [...lines, ...byLane.lines];
    let stored = 0;
    for (const [lane, own] of byLane.lanes) {
      const done = await storeWork(tx, await lock(session, { ...place, lane }, 'both'), task, own);
      stored += done.stored;
      all.push(...done.said);
    }
    await noteLanes(
      tx,
      task.importId,
      byLane.lanes.map(([lane]) => lane),
    );
    await settleDocument(tx, session, task, named(task, all, articleId), index + 1);
    return { articleId, isNew: wasDeleted || articleId === draft?.id, stored, lines: tally(all) };
  };
  if (!draft) {
    return db.$transaction(async (tx) => {
      await lockImports(tx, task.member.projectId);
      return storeIn(tx, text.articleId);
    });
  }
  let outcome: DocumentOutcome | undefined;
  await insertArticles(db, task.member, [draft], {
    step: task.importId,
    // Somebody may have brought the same text in a moment ago: then it goes to that article.
    andThen: async (tx, byHash) => {
      outcome = await storeIn(tx, byHash.get(draft.textHash)?.id ?? draft.id);
    },
  });
  if (!outcome) throw new NotFoundError('article');
  return outcome;
}

async function storeWork(tx: Tx, locked: LockedCoding, task: ImportTask, work: LaneWork) {
  const { importId } = task;
  const { article } = locked;
  const { changes, times, stored, lines } = await planAnnotations(tx, locked, task, work.placed);
  const restored = article.deletedAt === null ? [] : [articleChange(article.id, null, article)];
  const marks = await planMarks(tx, locked, task, work.marks, changes);
  const finished = await planState(locked, task, work);
  const all = [...restored, ...changes, ...marks.changes, ...finished];
  await writeStep(locked, { action: 'change', importId, changes: all, times });
  return { stored, said: [...lines, ...marks.lines] };
}
