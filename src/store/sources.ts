import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Article } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import { toArticle } from './article-rows.ts';
import type { Db, Tx } from './client.ts';

/** What an article was read from, about to be kept. */
export interface NewSource {
  /** The file's name. */
  readonly name: string | null;
  /** Where the bytes were fetched from in the end. */
  readonly url: string | null;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What is known of a kept source, without its bytes. */
export interface Source {
  readonly id: string;
  readonly name: string | null;
  readonly url: string | null;
  readonly mediaType: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  /** When the bytes came in. */
  readonly createdAt: Date;
}

/** How long a source that no article came from is kept, in ms. */
const PREVIEW_AGE = 24 * 60 * 60 * 1000;

const FACTS = { id: true, name: true, url: true, mediaType: true, sha256: true, createdAt: true } as const;

/** Keeps the bytes, for an article or until one is made of them, and gives the source's id. */
export async function keepSource(
  db: Db | Tx,
  { projectId, annotatorId }: Member,
  { name, url, mediaType, bytes }: NewSource,
  articleId?: string,
): Promise<string> {
  const id = uuidv7();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { id, projectId, annotatorId, name, url, mediaType, sha256 };
  await db.source.create({ data: { ...facts, articleId: articleId ?? null, bytes: Buffer.from(bytes) } });
  return id;
}

/** A source of the member's own that no article has yet, or null. */
export async function findUnattachedSource(
  db: Db | Tx,
  { projectId, annotatorId }: Member,
  id: string,
): Promise<Source | null> {
  return db.source.findFirst({ where: { id, projectId, annotatorId, articleId: null }, select: FACTS });
}

/** What an article was read from, the first of it, or null. */
export async function findSource(db: Db | Tx, projectId: string, articleId: string): Promise<Source | null> {
  return db.source.findFirst({ where: { projectId, articleId }, orderBy: { id: 'asc' }, select: FACTS });
}

/** The article that was read from these very bytes and is not deleted, or null. */
export async function findArticleOfSource(
  db: Db,
  projectId: string,
  sha256: string,
): Promise<Article | null> {
  const found = await db.source.findFirst({
    where: { projectId, sha256, article: { is: { deletedAt: null } } },
    select: { article: true },
  });
  return found?.article ? toArticle(found.article) : null;
}

/** The bytes of a source, or null. */
export async function readSource(db: Db, projectId: string, id: string): Promise<Uint8Array | null> {
  const found = await db.source.findFirst({ where: { id, projectId }, select: { bytes: true } });
  return found?.bytes ?? null;
}

/**
 * Gives a source of the member's own to the article that came from it; false where there is no such source
 * any more. An article that has one keeps that.
 */
export async function attachSource(tx: Tx, member: Member, id: string, articleId: string): Promise<boolean> {
  if (!(await findUnattachedSource(tx, member, id))) return false;
  const has = await tx.source.count({ where: { projectId: member.projectId, articleId } });
  if (has === 0) await tx.source.update({ where: { id }, data: { articleId } });
  return true;
}

/** Throws away what was only looked at, a day ago or longer. */
export async function sweepSources(db: Db, now: Date): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - PREVIEW_AGE) };
  await db.source.deleteMany({ where: { articleId: null, createdAt } });
}
