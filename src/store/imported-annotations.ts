import { v7 as uuidv7 } from 'uuid';
import type { Annotation } from '../domain/annotation.ts';
import type { ArticleDetails } from '../domain/article.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { AnnotationState, Change } from '../domain/history.ts';
import type { ImportLine } from '../domain/import.ts';
import type { Member } from '../domain/permission.ts';
import { countTags } from '../domain/tag.ts';
import { type Span, touching } from '../text/span.ts';
import { toAnnotation, toColumns } from './annotation-rows.ts';
import { detailsOf } from './article-rows.ts';
import type { Tx } from './client.ts';
import { toCountColumns } from './count-columns.ts';
import type { Dialect } from './database-url.ts';
import { insertAnnotations, insertEvents, insertImportLines } from './dialect.ts';

/** Where the annotations of one document go: one article, by one person's import. */
export interface ImportScope {
  readonly dialect: Dialect;
  readonly member: Member;
  readonly importId: string;
  readonly articleId: string;
  /** The article's sentences in text order. */
  readonly sentences: readonly Span[];
}

/** An annotation that an import brings. */
export interface ImportedAnnotation {
  readonly id: string;
  readonly state: AnnotationState;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an import changes: a change, and for a "nothing here" whose it is. */
export type ImportChange = Change & { readonly owner?: string };

/** An article as an import finds it. */
export interface LockedArticle {
  readonly isDeleted: boolean;
  readonly details: ArticleDetails;
  readonly longestHull: number;
}

/** Lets the imports of one project in one by one, so that a person whom two of them name is made once. */
export async function lockProject(tx: Tx, { projectId }: Member): Promise<void> {
  await tx.project.updateMany({ where: { id: projectId }, data: { id: projectId } });
}

/** Keeps everybody else from changing an article until the transaction ends. Throws NotFoundError. */
export async function lockArticle(tx: Tx, { member, articleId }: ImportScope): Promise<LockedArticle> {
  const [row] = await tx.article.updateManyAndReturn({
    where: { id: articleId, projectId: member.projectId },
    data: { updatedAt: new Date() },
  });
  if (!row) throw new NotFoundError('article');
  return { isDeleted: row.deletedAt !== null, details: detailsOf(row), longestHull: row.longestHull };
}

/** Deletes an article, or brings it back. */
export async function setArticleDeleted(tx: Tx, scope: ImportScope, isDeleted: boolean): Promise<void> {
  await tx.article.updateMany({
    where: { id: scope.articleId, projectId: scope.member.projectId },
    data: { deletedAt: isDeleted ? new Date() : null, version: { increment: 1 } },
  });
}

/**
 * The people whom files of a project have named, by those names, each made where no file has named them yet. A person of
 * the desk is none of them, whatever they are called: nobody writes as somebody else by importing a file.
 */
export async function peopleNamed(
  tx: Tx,
  { projectId }: Member,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = await tx.membership.findMany({
    where: { projectId, importedAs: { in: [...names] } },
    select: { userId: true, importedAs: true },
  });
  const people = new Map(found.map(({ importedAs, userId }) => [importedAs ?? '', userId]));
  for (const name of names) {
    if (people.has(name)) continue;
    const id = uuidv7();
    const memberships = { create: { projectId, role: 'annotator' as const, importedAs: name } };
    await tx.user.create({ data: { id, name, memberships } });
    people.set(name, id);
  }
  return people;
}

/** What the people of a project are called, by their ids. */
export async function namesOfPeople(tx: Tx, { projectId }: Member): Promise<Map<string, string>> {
  const people = await tx.user.findMany({
    where: { memberships: { some: { projectId } } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What is known of an annotation's id, whatever project it is in. */
export interface KnownId {
  readonly id: string;
  readonly projectId: string;
  readonly articleId: string;
  readonly userId: string;
}

const MOST_IDS = 10_000;

/** Those of the ids that an annotation has, deleted ones included. */
export async function knownIds(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownId>> {
  const known = new Map<string, KnownId>();
  const select = { id: true, projectId: true, articleId: true, userId: true };
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const rows = await tx.annotation.findMany({
      where: { id: { in: ids.slice(at, at + MOST_IDS) } },
      select,
    });
    for (const row of rows) known.set(row.id, row);
  }
  return known;
}

/** All annotations of an article that are not deleted. */
export async function liveAnnotations(tx: Tx, { member, articleId }: ImportScope): Promise<Annotation[]> {
  const where = { projectId: member.projectId, articleId, deletedAt: null };
  return (await tx.annotation.findMany({ where })).map(toAnnotation);
}

/** The annotations of an article that one import has stored. */
export async function idsOfImport(tx: Tx, { importId, articleId }: ImportScope): Promise<Set<string>> {
  const where = { step: importId, articleId, subject: 'annotation' };
  const events = await tx.event.findMany({ where, select: { subjectId: true } });
  return new Set(events.map(({ subjectId }) => subjectId));
}

/** The marks "nothing here" of an article. */
export async function sentenceMarks(
  tx: Tx,
  { member, articleId }: ImportScope,
): Promise<{ readonly sentence: number; readonly userId: string }[]> {
  const where = { projectId: member.projectId, articleId };
  return tx.sentenceMark.findMany({ where, select: { sentence: true, userId: true } });
}

/** Stores annotations in bulk; see `insertAnnotations`. */
export async function saveAnnotations(
  tx: Tx,
  { dialect, member, articleId }: ImportScope,
  annotations: readonly ImportedAnnotation[],
): Promise<void> {
  const { projectId } = member;
  const rows = annotations.map(({ id, state, createdAt, updatedAt }) => ({
    ...toColumns(state),
    ...{ id, projectId, articleId, version: 1, origin: state.origin, createdAt, updatedAt },
  }));
  await insertAnnotations(tx, dialect, rows);
}

/** Adds or removes marks "nothing here". */
export async function setMarks(
  tx: Tx,
  { member, articleId }: ImportScope,
  marks: readonly { readonly sentence: number; readonly userId: string }[],
  isThere: boolean,
): Promise<void> {
  for (const { sentence, userId } of marks) {
    const key = { projectId: member.projectId, articleId, sentence, userId };
    await tx.sentenceMark.deleteMany({ where: key });
    if (isThere) await tx.sentenceMark.create({ data: key });
  }
}

/** Writes what an import did into the article's history, where no one’s undo takes it up. */
export async function writeImportEvents(
  tx: Tx,
  { dialect, member, importId, articleId }: ImportScope,
  changes: readonly ImportChange[],
  action?: 'undo' | 'redo',
): Promise<void> {
  const { projectId, userId } = member;
  const createdAt = new Date();
  const rows = changes.map(({ subject, subjectId, before, after, owner }) => ({
    ...{ id: uuidv7(), projectId, articleId, userId, step: importId, subject, subjectId, createdAt },
    ...{ before: withOwner(before, owner), after: withOwner(after, owner), state: 'settled' },
    action: action ?? (before === null ? 'create' : 'delete'),
  }));
  await insertEvents(tx, dialect, rows);
}

function withOwner(content: object | null, owner: string | undefined): object | null {
  return content && owner ? { ...content, userId: owner } : content;
}

/** Counts an article anew, from all that stands in it. */
export async function recountArticle(tx: Tx, scope: ImportScope, longestHull: number): Promise<void> {
  const { member, articleId, sentences } = scope;
  const annotations = await tx.annotation.findMany({
    where: { projectId: member.projectId, articleId, deletedAt: null },
    select: { tag: true, start: true, end: true, parts: true },
  });
  const coded = new Set((await sentenceMarks(tx, scope)).map(({ sentence }) => sentence));
  const counts = countTags(annotations);
  let longest = longestHull;
  for (const { start, end, parts } of annotations) {
    longest = Math.max(longest, end - start);
    // Only toColumns writes parts.
    for (const [from, to] of parts as [number, number][]) {
      for (const sentence of sentencesAt(sentences, { start: from, end: to })) coded.add(sentence);
    }
  }
  await tx.article.updateMany({
    where: { id: articleId, projectId: member.projectId },
    data: {
      ...toCountColumns((tag) => counts[tag]),
      ...{ codedCount: coded.size, longestHull: longest },
    },
  });
}

/** Indexes of the sentences that share words with a span. */
export function sentencesAt(sentences: readonly Span[], span: Span): number[] {
  const [from, to] = touching(sentences, span);
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/**
 * Notes what became of a document, and that the import goes on behind it. Throws NotFoundError where the import is not
 * in the member's project.
 */
export async function settleDocument(
  tx: Tx,
  { dialect, member, importId }: Pick<ImportScope, 'dialect' | 'member' | 'importId'>,
  lines: readonly ImportLine[],
  done: number,
): Promise<void> {
  await insertImportLines(
    tx,
    dialect,
    lines.map((line) => ({ ...line, id: uuidv7(), importId })),
  );
  const where = { id: importId, projectId: member.projectId };
  const { count } = await tx.import.updateMany({ where, data: { done } });
  if (count === 0) throw new NotFoundError('import');
}
