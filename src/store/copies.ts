import { v7 as uuidv7 } from 'uuid';
import { detailsOf } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import { unpackStructure } from './article-texts.ts';
import type { ArticleDraft } from './articles.ts';
import type { Db, Tx } from './client.ts';
import type { NewProject } from './projects.ts';

/** A copy on its way: the project that it is of, and the last of its articles that is in. */
export interface CopyChoices {
  /** Of the project, for people. */
  readonly names: readonly string[];
  readonly from: string;
  readonly after?: string;
}

/** Begins the copying of all articles of a project into a new one, and gives the import's id. */
export async function insertArticleCopy(
  tx: Tx,
  { id: projectId, annotatorId }: NewProject,
  from: { readonly id: string; readonly name: string },
): Promise<string> {
  const id = uuidv7();
  const total = await tx.article.count({ where: { projectId: from.id, deletedAt: null } });
  const choices = { names: [from.name], from: from.id } satisfies CopyChoices;
  await tx.import.create({
    data: { id, projectId, annotatorId, kind: 'copy', state: 'waiting', choices, total },
  });
  return id;
}

/** An article of another project, with the id that it has there. */
export type CopiedArticle = ArticleDraft & { readonly copyOf: string };

/** The next articles behind `after`, up to a number of them and one more than a length of text, each with a new id. */
export async function articlesToCopy(
  db: Db,
  from: string,
  after: string,
  { most, units }: { readonly most: number; readonly units: number },
): Promise<CopiedArticle[]> {
  const where = { projectId: from, deletedAt: null, id: { gt: after } };
  const heads = await db.article.findMany({
    where,
    select: { id: true, length: true },
    orderBy: { id: 'asc' },
    take: most,
  });
  let length = 0;
  const ids = heads.flatMap((head) => {
    const isFull = length > units;
    length += head.length;
    return isFull ? [] : head.id;
  });
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    include: { text: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, textHash, text, ...row }) => {
    if (!text) return [];
    const structure = unpackStructure(text.blocks, text.sentences);
    return { id: uuidv7(), copyOf: id, details: detailsOf(row), text: text.text, textHash, structure };
  });
}

/** Keeps what an article was read from with its copy too; the bytes do not leave the database. */
export async function copySources(
  tx: Tx,
  { projectId, annotatorId }: Member,
  { id, copyOf }: Pick<CopiedArticle, 'id' | 'copyOf'>,
): Promise<void> {
  const sources = await tx.source.findMany({
    where: { articleId: copyOf },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const source of sources) {
    await tx.$executeRaw`
      INSERT INTO "Source" ("id", "projectId", "annotatorId", "articleId", "name", "url", "mediaType", "sha256", "bytes", "createdAt")
      SELECT ${uuidv7()}, ${projectId}, ${annotatorId}, ${id}, "name", "url", "mediaType", "sha256", "bytes", "createdAt"
      FROM "Source" WHERE "id" = ${source.id}`;
  }
}

/** Notes how far a copy is. */
export async function advanceCopy(
  tx: Tx,
  importId: string,
  choices: CopyChoices,
  articles: number,
): Promise<void> {
  const data = { choices: { ...choices, names: [...choices.names] }, done: { increment: articles } };
  await tx.import.updateMany({ where: { id: importId }, data });
}
