import type { Annotation } from '../domain/annotation.ts';
import { type Article, type ArticleDetails, detailsOf } from '../domain/article.ts';
import { NO_ATTRIBUTES } from '../domain/attributes.ts';
import { EditConflictError } from '../domain/errors.ts';
import { type AnnotationState, type Change, sameContent, stateOf } from '../domain/history.ts';
import { SHARED } from '../domain/sight.ts';
import { hullOf } from '../text/span.ts';
import { toColumns } from './annotation-rows.ts';
import { applyToDecisions } from './decisions.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { timeOf } from './json-rows.ts';
import { deleteAnnotations, putAnnotations, putKeys, stamp } from './save-sql.ts';
import { searchTextOf } from './search-text.ts';
import { annotationsById, type Mark, type Standing } from './standing.ts';
import type { LockedCoding, Step } from './step.ts';

const { sql, raw } = Prisma;

type ChangeOf<Subject extends Change['subject']> = Extract<Change, { subject: Subject }>;

/**
 * Writes the changes of a step, having checked that each subject still is as `before` says, and gives what
 * stands there then. What they do to the article itself is the work of `applyToDetails`.
 */
export async function applyChanges(locked: LockedCoding, step: Step, standing: Standing): Promise<Standing> {
  const annotations = await applyToAnnotations(locked, step, standing);
  const marks = await applyToMarks(locked, step, standing);
  const dismissed = await applyToDismissals(locked, step, standing);
  await applyToDecisions(locked, step.changes);
  return { ...standing, annotations, marks, dismissed };
}

async function applyToAnnotations(
  locked: LockedCoding,
  step: Step,
  { annotations }: Standing,
): Promise<readonly Annotation[]> {
  const changes = step.changes.filter((change) => change.subject === 'annotation');
  if (changes.length === 0) return annotations;
  const there = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  for (const { subjectId, before } of changes) {
    const current = there.get(subjectId);
    if (!sameContent(current ? stateOf(current) : null, before))
      throw await changedMeanwhile(locked, subjectId);
  }
  const gone = changes.filter(({ after }) => !after).map(({ subjectId }) => subjectId);
  if (gone.length > 0) await deleteAnnotations(locked.session, gone, new Date());
  for (const id of gone) there.delete(id);
  for (const isThere of [false, true]) {
    const some = changes.filter(({ before }) => Boolean(before) === isThere);
    for (const annotation of await put(locked, step, some, isThere)) there.set(annotation.id, annotation);
  }
  return [...there.values()].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

async function changedMeanwhile({ session, scope }: LockedCoding, id: string) {
  const found = (await annotationsById(session, [id])).get(id);
  // Another's coding is not shown to whoever knows an id of it.
  const isOurs = found && !found.isDeleted && isIn(scope, found.annotation);
  return new EditConflictError(
    'This annotation was changed by somebody else in the meantime.',
    isOurs ? found.annotation : null,
  );
}

function isIn({ member, text, lane }: LockedCoding['scope'], annotation: Annotation): boolean {
  const { projectId, articleId } = annotation;
  return projectId === member.projectId && articleId === text.articleId && annotation.lane === lane;
}

/** Stores those of the changes that leave something there. */
async function put(
  locked: LockedCoding,
  { times }: Step,
  changes: readonly ChangeOf<'annotation'>[],
  isThere: boolean,
): Promise<Annotation[]> {
  const { session, scope } = locked;
  const now = new Date();
  const place = placeOf(scope);
  const kept = changes.flatMap(({ subjectId: id, after }) => {
    return after ? [{ id, after, times: times?.get(id) ?? { createdAt: now, updatedAt: now } }] : [];
  });
  if (kept.length === 0) return [];
  const rows = kept.map(({ id, after, times }) => ({
    ...toColumns(after),
    ...place,
    id,
    version: 1,
    ...times,
  }));
  const stored = await putAnnotations(session, rows, { isThere, withTimes: times !== undefined });
  const versions = new Map(stored.map((version) => [version[0], version]));
  const lost = kept.find(({ id }) => !versions.has(id));
  if (lost) throw await changedMeanwhile(locked, lost.id);
  return kept.map(({ id, after, times }) => {
    const [, version = 1, createdAt] = versions.get(id) ?? [];
    const { updatedAt } = times;
    return { ...contentOf(after), ...place, id, version, updatedAt, createdAt: timeOf(createdAt) ?? now };
  });
}

/** History from before an attribute came does not say that it was not given. */
function contentOf(state: AnnotationState) {
  return { ...NO_ATTRIBUTES, ...state, answers: state.answers ?? null, ...hullOf(state.parts) };
}

async function applyToMarks(
  { session, scope }: LockedCoding,
  { changes }: Step,
  { marks }: Standing,
): Promise<readonly Mark[]> {
  const there = new Map(marks.map((mark) => [mark.sentence, mark]));
  const turned = changes.filter((change) => change.subject === 'sentence-mark');
  for (const { before, after } of turned) {
    const current = there.get((before ?? after)?.sentence ?? -1) ?? null;
    if (!sameContent(current, before)) throw markedMeanwhile();
  }
  for (const isThere of [false, true]) {
    const some = turned.flatMap(({ before, after }) => (isThere ? after : !after && before) || []);
    if (some.length === 0) continue;
    const rows = some.map((mark) => ({ ...placeOf(scope), ...mark }));
    await putKeys(session, 'SentenceMark', rows, isThere);
    for (const mark of some) {
      if (isThere) there.set(mark.sentence, mark);
      else there.delete(mark.sentence);
    }
  }
  return [...there.values()];
}

function placeOf({ member, text, lane }: LockedCoding['scope']) {
  return { projectId: member.projectId, articleId: text.articleId, lane };
}

function markedMeanwhile() {
  return new EditConflictError('This sentence was marked by somebody else in the meantime.', null);
}

async function applyToDismissals(
  { session, scope }: LockedCoding,
  { changes }: Step,
  { dismissed }: Standing,
): Promise<ReadonlySet<string>> {
  const place = { ...placeOf(scope), annotatorId: scope.member.annotatorId };
  const there = new Set(dismissed);
  for (const change of changes) {
    const content = change.subject === 'dismissal' ? (change.after ?? change.before) : null;
    if (!content) continue;
    const { tag, parts } = content;
    await putKeys(session, 'Dismissal', [{ ...place, tag, parts }], change.after !== null);
    if (change.after) there.add(`${tag}:${parts}`);
    else there.delete(`${tag}:${parts}`);
  }
  return there;
}

/** Brings the article's row up to its details, where they are what a step has changed. */
export async function applyToDetails(
  { session, scope, article }: LockedCoding,
  changes: readonly Change[],
): Promise<Article> {
  const change = changes.find((one) => one.subject === 'article');
  if (!change) return article;
  const updatedAt = new Date();
  const details = { ...detailsAfter(article, change), updatedAt };
  const set = Object.entries(details).map(
    ([name, value]) => sql`${raw(`"${name}"`)} = ${value instanceof Date ? stamp(value) : value}`,
  );
  const { articleId } = scope.text;
  await session.rows(sql`UPDATE "Article" SET ${Prisma.join(set)} WHERE "id" = ${articleId}`);
  if (scope.member.way === 'together') {
    // Where an article has one coding, the list in order of changes tells of its details as well.
    await session.rows(sql`
      UPDATE "Coding" SET "updatedAt" = ${stamp(updatedAt)} WHERE "articleId" = ${articleId} AND "lane" = ${SHARED}`);
  }
  const { title } = { ...article, ...details };
  if (title !== article.title) {
    const words = searchTextOf(`${title}\n${scope.text.text}`);
    await session.rows(
      sql`UPDATE "ArticleText" SET "searchText" = ${words} WHERE "articleId" = ${articleId}`,
    );
  }
  return { ...article, ...details };
}

function detailsAfter(
  article: Article,
  { before, after }: ChangeOf<'article'>,
): Partial<ArticleDetails> & Pick<Article, 'version' | 'deletedAt'> {
  const current = article.deletedAt ? null : article;
  if (!sameContent(current && detailsOf(current), before)) {
    throw new EditConflictError(
      'The details of this article were changed by somebody else in the meantime.',
      current,
    );
  }
  const version = article.version + 1;
  return after ? { ...detailsOf(after), version, deletedAt: null } : { version, deletedAt: new Date() };
}
