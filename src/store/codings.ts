import type { Article, Counts } from '../domain/article.ts';
import { blankCoding, type Coding, type CodingState } from '../domain/coding.ts';
import type { Member, Role } from '../domain/permission.ts';
import { codesBlindly, FINAL, type Lane } from '../domain/sight.ts';
import { byTag, OWN_KEY, sumOf, type Tag, type TagCounts } from '../domain/tag.ts';
import type { Tx } from './client.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { timeOf } from './json-rows.ts';
import { holdsNow } from './member-rows.ts';
import { stamp } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql, raw, empty } = Prisma;

/** What is read of a coding. */
export const CODING_COLUMNS = {
  lane: 'text',
  state: 'text',
  codedCount: 'integer',
  counts: 'jsonb',
  longestHull: 'integer',
  version: 'integer',
  updatedAt: 'timestamp(3)',
} as const satisfies Columns;

/** A row of these columns, as JSON or a driver gives it. */
export type CodingRow = Readonly<Record<keyof typeof CODING_COLUMNS, unknown>>;

const NAMES = Object.keys(CODING_COLUMNS);
const READ = raw(NAMES.map((name) => `"${name}"`).join());

/** No annotation of any tag. */
const NO_COUNTS = JSON.stringify(byTag(() => 0));

type OfArticle = Pick<Article, 'id' | 'sentenceCount'>;

/** A coding as the domain knows it; the blank one where there is no row. */
export function toCoding(row: CodingRow | null, article: OfArticle, lane: Lane): Coding {
  if (!row) return blankCoding(article, lane);
  return {
    articleId: article.id,
    lane: String(row.lane),
    // The database's own enumeration.
    state: row.state as CodingState,
    counts: countsOf(row, article),
    longestHull: Number(row.longestHull),
    version: Number(row.version),
    updatedAt: timeOf(row.updatedAt),
  };
}

function countsOf({ counts, codedCount }: CodingRow, { sentenceCount }: OfArticle): Counts {
  const tags: TagCounts = { ...(typeof counts === 'string' ? JSON.parse(counts) : counts) };
  return { sentences: sentenceCount, coded: Number(codedCount), tags };
}

function rowOf(values: readonly unknown[] | undefined): CodingRow | null {
  if (!values) return null;
  // These are the columns that were asked for.
  return Object.fromEntries(NAMES.map((name, at) => [name, values[at]])) as CodingRow;
}

/** A coding as it stands; the blank one where nobody has begun it. */
export async function findCoding(session: Session, article: OfArticle, lane: Lane): Promise<Coding> {
  const [row] = await session.rows(sql`
    SELECT ${READ} FROM "Coding" WHERE "articleId" = ${article.id} AND "lane" = ${lane}`);
  return toCoding(rowOf(row), article, lane);
}

/** Whose coding is locked. */
export interface CodingPlace {
  readonly member: Member;
  readonly lane: Lane;
  readonly article: OfArticle;
}

/**
 * A coding that nobody else can change until the transaction ends, made where there is none yet; null where there is no
 * such article, or a deleted one unless `evenDeleted`. With `roles` it is null, too, where the member is in none of these
 * by now, and whoever takes them out of the project waits.
 */
export async function lockedCoding(
  session: Session,
  { member, lane, article }: CodingPlace,
  { evenDeleted, roles }: { readonly evenDeleted: boolean; readonly roles?: readonly Role[] | undefined },
): Promise<Coding | null> {
  const now = stamp(new Date());
  const isBlind = lane === member.annotatorId && codesBlindly(member);
  const isThere = raw(evenDeleted ? '' : 'AND "a"."deletedAt" IS NULL');
  const [row] = await session.rows(sql`
    INSERT INTO "Coding" ("projectId", "articleId", "lane", "isBlind", "counts", "version", "createdAt", "updatedAt")
    SELECT "a"."projectId", "a"."id", ${lane}, ${raw(String(isBlind))}, ${raw(`'${NO_COUNTS}'`)}, 0, ${now}, ${now}
    FROM "Article" AS "a" ${roles ? sql`, (${membershipIn(session, member, roles)}) AS "by"` : empty}
    WHERE "a"."id" = ${article.id} AND "a"."projectId" = ${member.projectId} ${isThere}
    ON CONFLICT ("articleId", "lane") DO UPDATE SET "version" = "Coding"."version" RETURNING ${READ}`);
  return row ? toCoding(rowOf(row), article, lane) : null;
}

/** The row of a membership that holds in one of these roles, in a project that works as it did; nobody changes it. */
function membershipIn({ dialect }: Session, member: Member, roles: readonly Role[]): Prisma.Sql {
  const { accountId, projectId, way, isArchived } = member;
  // SQLite has the write lock already.
  const lock = raw(dialect === 'sqlite' ? '' : 'FOR SHARE OF "m"');
  const isOfRole = raw(roles.map((role) => `'${role}'`).join());
  return sql`
    SELECT "m"."accountId" FROM "Membership" AS "m" JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    WHERE "m"."accountId" = ${accountId} AND "m"."projectId" = ${projectId} AND "m"."role" IN (${isOfRole})
      AND "p"."way" = ${raw(`'${way}'`)} AND ("p"."archivedAt" IS NOT NULL) = ${raw(String(isArchived))}
      AND ${holdsNow()} ${lock}`;
}

/** What a step makes of a coding. */
export interface CodingChange {
  readonly counts: Counts;
  readonly longestHull: number;
  /** Where the step finishes the coding or opens it again; without it the first step begins it. */
  readonly state?: CodingState | undefined;
}

/** Brings the row of a locked coding up to what a step has changed. */
export async function updateCoding(
  session: Session,
  coding: Coding,
  { counts, longestHull, state: wanted }: CodingChange,
): Promise<Coding> {
  const updatedAt = new Date();
  // One that was released stays so: its seat may be taken by now.
  const state = wanted ?? (coding.state === 'todo' ? 'begun' : coding.state);
  await session.rows(sql`
    UPDATE "Coding" SET "codedCount" = ${counts.coded}, "annotationCount" = ${sumOf(counts.tags)},
      "counts" = ${JSON.stringify(counts.tags)}, "longestHull" = ${longestHull}, "state" = ${raw(`'${state}'`)},
      ${codebookSaid(coding, wanted)} ${blindnessAfter(coding, wanted)}
      "doneAt" = ${state === 'done' ? sql`coalesce("doneAt", ${stamp(updatedAt)})` : null},
      "version" = "version" + 1, "updatedAt" = ${stamp(updatedAt)}
    WHERE "articleId" = ${coding.articleId} AND "lane" = ${coding.lane}`);
  return { ...coding, counts, longestHull, state, version: coding.version + 1, updatedAt };
}

/** Under which versions of the codebook a coding is begun and done. */
function codebookSaid({ state, articleId }: Coding, wanted: CodingState | undefined): Prisma.Sql {
  const now = sql`(SELECT "p"."codebook" FROM "Project" AS "p" JOIN "Article" AS "a" ON "a"."projectId" = "p"."id"
    WHERE "a"."id" = ${articleId})`;
  const begun = state === 'todo' ? sql`"codebookBegun" = ${now},` : Prisma.empty;
  if (wanted === undefined) return begun;
  return sql`${begun} "codebookDone" = ${wanted === 'done' ? now : null},`;
}

/**
 * What a coding is opened again with: it is blind no more where its coder may have seen others' work meanwhile, or the
 * final coding, or the reference of practice.
 */
function blindnessAfter({ state, articleId }: Coding, wanted: CodingState | undefined): Prisma.Sql {
  if (state !== 'done' || wanted !== 'begun') return empty;
  return sql`"isBlind" = ("isBlind" AND EXISTS (
    SELECT 1 FROM "Project" AS "p" JOIN "Article" AS "a" ON "a"."projectId" = "p"."id"
    WHERE "a"."id" = ${articleId} AND "p"."isBlind" AND NOT "a"."isPractice" AND NOT ("p"."showsResult" AND EXISTS (
      SELECT 1 FROM "Coding" AS "f"
      WHERE "f"."articleId" = "a"."id" AND "f"."lane" = ${FINAL} AND "f"."state" <> 'todo')))),`;
}

/** Has the codings of a project that are not done count as blind no more: their coders see others' from now on. */
export async function endBlindness(tx: Tx, projectId: string): Promise<void> {
  await tx.coding.updateMany({ where: { projectId, state: { not: 'done' } }, data: { isBlind: false } });
}

/** In SQL, how many annotations of a tag a row of codings tells. Throws RangeError for what is no key. */
export function countOfTag(tag: Tag): string {
  if (!OWN_KEY.test(tag)) throw new RangeError(`${tag} is no key of a tag`);
  return `CAST("counts" ->> '${tag}' AS INTEGER)`;
}
