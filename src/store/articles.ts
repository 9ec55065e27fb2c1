import type { Article, ArticleDetails } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import { DETAILS, SHARED } from '../domain/sight.ts';
import { byTag } from '../domain/tag.ts';
import type { Structure } from '../text/blocks.ts';
import { toArticle } from './article-rows.ts';
import { packStructure } from './article-texts.ts';
import type { Db, Tx } from './client.ts';
import { searchTextOf } from './search-text.ts';

/** One article that is not deleted, or null. */
export async function findArticle(db: Db, projectId: string, id: string): Promise<Article | null> {
  const row = await db.article.findFirst({ where: { id, projectId, deletedAt: null } });
  return row && toArticle(row);
}

/** One article, deleted or not, or null. */
export async function findArticleEvenDeleted(
  db: Db | Tx,
  projectId: string,
  id: string,
): Promise<Article | null> {
  const row = await db.article.findFirst({ where: { id, projectId } });
  return row && toArticle(row);
}

/** Articles of a project by their ids, deleted ones included. */
export async function articlesOfIds(
  db: Db,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, Article>> {
  const rows = await db.article.findMany({ where: { projectId, id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, toArticle(row)]));
}

/** The article with this text, deleted or not, or null. */
export async function findArticleByHash(
  db: Db | Tx,
  projectId: string,
  textHash: string,
): Promise<Article | null> {
  const row = await db.article.findUnique({ where: { projectId_textHash: { projectId, textHash } } });
  return row && toArticle(row);
}

/** At most two articles with one of these addresses or this title, oldest first, no deleted ones. */
export async function liveArticles(
  db: Db,
  projectId: string,
  wanted: { readonly url: { readonly in: string[] } } | { readonly title: string },
): Promise<Article[]> {
  const where = { projectId, deletedAt: null, ...wanted };
  return (await db.article.findMany({ where, orderBy: { id: 'asc' }, take: 2 })).map(toArticle);
}

/** A new article, ready to be stored. */
export interface ArticleDraft {
  readonly id: string;
  readonly details: ArticleDetails;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly textHash: string;
  readonly structure: Structure;
}

/** Where articles come in together. */
export interface Batch<Results = ReadonlyMap<string, Article>> {
  /** The step of their lines of history; without it each is a step of its own. */
  readonly step?: string;
  /** What else belongs to storing them: done in the same transaction, or nothing is. */
  readonly andThen?: (tx: Tx, results: Results) => Promise<void>;
}

/**
 * Stores articles with their texts and a line of history each, all of them or none, and gives the article of
 * every text by its hash. A text that is in the project already, deleted or not, is not stored again.
 */
export async function insertArticles(
  db: Db,
  member: Member,
  drafts: readonly ArticleDraft[],
  { step, andThen }: Batch = {},
): Promise<Map<string, Article>> {
  const hashes = [...new Set(drafts.map(({ textHash }) => textHash))];
  return db.$transaction(async (tx) => {
    const { projectId } = member;
    await lockImports(tx, projectId);
    const where = { projectId, textHash: { in: hashes } };
    const known = await tx.article.findMany({ where, select: { textHash: true } });
    const fresh = withoutKnown(drafts, new Set(known.map(({ textHash }) => textHash)));
    await tx.article.createMany({ data: fresh.map((draft) => articleRow(member, draft)) });
    await tx.articleText.createMany({ data: fresh.map(textRow) });
    if (member.way === 'together') await tx.coding.createMany({ data: fresh.map(sharedCodingOf(member)) });
    await tx.event.createMany({ data: fresh.map(creationOf(member, step)) });
    const rows = await tx.article.findMany({ where });
    const byHash = new Map(rows.map((row) => [row.textHash, toArticle(row)]));
    await andThen?.(tx, byHash);
    return byHash;
  });
}

/** A line of history. */
function creationOf({ projectId, annotatorId }: Member, step: string | undefined) {
  return ({ id, details }: ArticleDraft) => ({
    id,
    projectId,
    articleId: id,
    annotatorId,
    lane: DETAILS,
    step: step ?? id,
    subjectId: id,
    action: 'create',
    subject: 'article',
    after: { ...details },
    state: 'settled' as const,
  });
}

/** The coding of an article that people make together is there from the start. */
function sharedCodingOf({ projectId }: Member) {
  const updatedAt = new Date();
  return ({ id }: ArticleDraft) => ({
    projectId,
    articleId: id,
    lane: SHARED,
    counts: byTag(() => 0),
    updatedAt,
  });
}

/** Those of the ids that no article has, in any project. */
export async function freeIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const free = new Set(ids);
  if (free.size === 0) return free;
  const taken = await db.article.findMany({ where: { id: { in: [...free] } }, select: { id: true } });
  for (const { id } of taken) free.delete(id);
  return free;
}

/** Makes the imports of a project wait for each other, so that a text or person is stored once. */
export async function lockImports(tx: Tx, projectId: string): Promise<void> {
  await tx.project.updateMany({ where: { id: projectId }, data: { id: projectId } });
}

function withoutKnown(drafts: readonly ArticleDraft[], known: ReadonlySet<string>): ArticleDraft[] {
  const fresh = new Map<string, ArticleDraft>();
  for (const draft of drafts) {
    if (!known.has(draft.textHash) && !fresh.has(draft.textHash)) fresh.set(draft.textHash, draft);
  }
  return [...fresh.values()];
}

function articleRow(
  { projectId, annotatorId }: Member,
  { id, details, text, textHash, structure }: ArticleDraft,
) {
  const sentenceCount = structure.sentences.length;
  return {
    id,
    projectId,
    createdById: annotatorId,
    ...details,
    textHash,
    length: text.length,
    sentenceCount,
  };
}

function textRow({ id, details, text, structure }: ArticleDraft) {
  const { blocks, sentences } = packStructure(structure);
  return {
    articleId: id,
    text,
    blocks: asJson(blocks),
    sentences: asJson(sentences),
    searchText: searchTextOf(`${details.title}\n${text}`),
  };
}

/** Prisma inspects every element of an array, most of an import's time, but trusts `toJSON`. */
function asJson(value: readonly unknown[]): { toJSON(): unknown } {
  return { toJSON: () => value };
}

/** Titles of articles by id, for tables that show many. */
export async function articleTitles(db: Db, projectId: string): Promise<{ id: string; title: string }[]> {
  return db.article.findMany({
    where: { projectId, deletedAt: null },
    select: { id: true, title: true },
    orderBy: { title: 'asc' },
    take: 1000,
  });
}

/** Where a step of a person changed articles themselves, and whether it is done or has been taken back. */
export async function articlesOfStep(
  db: Db,
  { projectId, annotatorId }: Member,
  step: string,
): Promise<{ articleId: string; action: string; state: 'done' | 'undone' | 'settled' }[]> {
  return db.event.findMany({
    where: { step, projectId, annotatorId, subject: 'article' },
    select: { articleId: true, action: true, state: true },
    orderBy: { id: 'asc' },
  });
}
