import { COMMON_ATTRIBUTES } from '../domain/attributes.ts';
import {
  type Codebook,
  type CodebookTag,
  DEFAULT_CODEBOOK,
  defaultTag,
  type NumberedCodebook,
} from '../domain/codebook/codebook.ts';
import type { CodebookField } from '../domain/codebook/field.ts';
import type { Member } from '../domain/permission.ts';
import type { Sight } from '../domain/sight.ts';
import { isBuiltIn, type Tag } from '../domain/tag.ts';
import { annotatorNames } from './annotators.ts';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql, join } = Prisma;

/** A version of a project's codebook, as the list of them shows it. */
export interface CodebookVersion {
  readonly number: number;
  readonly remark: string | null;
  /** Absent for the first, which nobody saved. */
  readonly saved?: { readonly at: Date; readonly by: string };
}

interface Wanted {
  readonly projectId: string;
  readonly number: number;
}

/** Versions never change, so the latest that were asked for are kept. */
const known = new Map<string, NumberedCodebook>();
const MOST_KNOWN = 500;

/** The codebooks of several projects, by the project's id; those that hold the default are not asked for. */
export async function codebooksOf(
  session: Session,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, NumberedCodebook>> {
  const stored = wanted.filter(({ number }) => number !== DEFAULT_CODEBOOK.number);
  const missing = stored.filter((one) => !known.has(nameOf(one)));
  if (missing.length > 0) await readInto(session, missing);
  return new Map(wanted.map((one) => [one.projectId, known.get(nameOf(one)) ?? DEFAULT_CODEBOOK] as const));
}

/** A version of a project's codebook; null where there is none of this number. */
export async function findCodebook(
  session: Session,
  projectId: string,
  number: number,
): Promise<NumberedCodebook | null> {
  const wanted = { projectId, number };
  const found = (await codebooksOf(session, [wanted])).get(projectId);
  return found?.number === number ? found : null;
}

/** The codebook that holds in a project. */
export async function codebookOfProject(session: Session, projectId: string): Promise<NumberedCodebook> {
  const [row] = await session.rows(sql`SELECT "codebook" FROM "Project" WHERE "id" = ${projectId}`);
  return (row && (await findCodebook(session, projectId, Number(row[0])))) ?? DEFAULT_CODEBOOK;
}

/** All versions of a project's codebook, the newest first; the first of all has no row. */
export async function listCodebooks(db: Db, sight: Sight): Promise<CodebookVersion[]> {
  const rows = await db.codebookVersion.findMany({
    where: { projectId: sight.projectId },
    select: { number: true, remark: true, annotatorId: true, createdAt: true },
    orderBy: { number: 'desc' },
  });
  const names = await annotatorNames(db, sight);
  const saved = rows.map(({ number, remark, annotatorId, createdAt: at }) => ({
    number,
    remark,
    saved: { at, by: names.get(annotatorId) ?? '' },
  }));
  return [...saved, { number: DEFAULT_CODEBOOK.number, remark: null }];
}

/** A codebook that is to be saved. */
export interface NewCodebook {
  readonly codebook: Codebook;
  readonly remark: string;
  /** The version that it was made from. */
  readonly seen: number;
}

/** Saves the next version, which holds from now on; null where `seen` is no longer the last. */
export async function insertCodebook(
  db: Db,
  { projectId, annotatorId }: Pick<Member, 'projectId' | 'annotatorId'>,
  { codebook, remark, seen }: NewCodebook,
  andThen: (tx: Tx, number: number) => Promise<void>,
): Promise<number | null> {
  const number = seen + 1;
  return db.$transaction(async (tx) => {
    const { count } = await tx.project.updateMany({
      where: { id: projectId, codebook: seen },
      data: { codebook: number },
    });
    if (count === 0) return null;
    // A copy that Prisma may keep: what is read-only here is a list there.
    const document: Prisma.InputJsonValue = JSON.parse(JSON.stringify(codebook));
    const data = { projectId, number, annotatorId, document, remark: remark || null };
    await tx.codebookVersion.create({ data });
    await andThen(tx, number);
    return number;
  });
}

/** Gives a copy of a project the codebook that the project has now, as version 2; none where it is the default. */
export async function copyCodebook(
  tx: Tx,
  from: { readonly id: string; readonly codebook: number },
  { id: projectId, annotatorId }: { readonly id: string; readonly annotatorId: string },
): Promise<void> {
  const where = { projectId_number: { projectId: from.id, number: from.codebook } };
  const version = await tx.codebookVersion.findUnique({ where });
  if (!version) return;
  const number = DEFAULT_CODEBOOK.number + 1;
  await tx.project.update({ where: { id: projectId }, data: { codebook: number } });
  // What stands in a column of JSON is never null here.
  const document = version.document as Prisma.InputJsonValue;
  const { remark } = version;
  await tx.codebookVersion.create({ data: { projectId, number, annotatorId, document, remark } });
}

async function readInto(session: Session, wanted: readonly Wanted[]): Promise<void> {
  const isWanted = wanted.map(
    ({ projectId, number }) => sql`("projectId" = ${projectId} AND "number" = ${number})`,
  );
  const rows = await session.rows(sql`
    SELECT "projectId", "number", "document" FROM "CodebookVersion" WHERE ${join(isWanted, ' OR ')}`);
  while (known.size + rows.length > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
  for (const [projectId, number, document] of rows) {
    const version = { projectId: String(projectId), number: Number(number) };
    known.set(nameOf(version), { number: version.number, ...toCodebook(document) });
  }
}

/** What a version holds, whatever its program knew of tags. */
function toCodebook(document: unknown): Codebook {
  // Written by `insertCodebook`.
  const { tags, fields = [] } = (typeof document === 'string' ? JSON.parse(document) : document) as {
    readonly tags: readonly CodebookTag[];
    readonly fields?: readonly CodebookField[];
  };
  return { tags: tags.map((tag) => ({ ...usualTag(tag.key), ...tag })), fields };
}

/** What is said of a tag where its version says nothing. */
function usualTag(key: Tag): Partial<CodebookTag> {
  return isBuiltIn(key) ? defaultTag(key) : { attributes: COMMON_ATTRIBUTES };
}

function nameOf({ projectId, number }: Wanted): string {
  return `${projectId} ${number}`;
}
