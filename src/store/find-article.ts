// An article as a person finds it, in one statement: with their membership, and with the coding that they look at.

import type { Article, ArticleText } from '../domain/article.ts';
import { DEFAULT_CODEBOOK, type NumberedCodebook } from '../domain/codebook/codebook.ts';
import type { Coding } from '../domain/coding.ts';
import type { Member } from '../domain/permission.ts';
import { FINAL, type Lane, SHARED } from '../domain/sight.ts';
import { type SuggestionChoice, storedChoice } from '../domain/suggestion.ts';
import { type ArticleRow, toArticle } from './article-rows.ts';
import { findCodebook } from './codebooks.ts';
import { CODING_COLUMNS, type CodingRow, toCoding } from './codings.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { inUtc, object, timeOf } from './json-rows.ts';
import { holdsNow, MEMBER_COLUMNS, memberIn } from './member-rows.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

const ARTICLE_COLUMNS = {
  id: 'text',
  projectId: 'text',
  title: 'text',
  byline: 'text',
  publication: 'text',
  published: 'text',
  url: 'text',
  language: 'text',
  labels: 'text',
  length: 'integer',
  sentenceCount: 'integer',
  version: 'integer',
  createdAt: 'timestamp(3)',
  updatedAt: 'timestamp(3)',
  deletedAt: 'timestamp(3)',
} as const satisfies Columns;

/**
 * An article of a project, deleted or not, whose details nobody else can change until the transaction ends; or null.
 */
export async function lockedArticle(
  session: Session,
  { member, text }: { readonly member: Member; readonly text: Pick<ArticleText, 'articleId'> },
): Promise<Article | null> {
  // A transaction of SQLite has the write lock already. PostgreSQL's lock lets in rows that point to the
  // article.
  const lock = raw(session.dialect === 'sqlite' ? '' : 'FOR NO KEY UPDATE');
  const [row] = await session.rows(sql`
    SELECT ${json(session, ARTICLE_COLUMNS)} FROM "Article"
    WHERE "id" = ${text.articleId} AND "projectId" = ${member.projectId} ${lock}`);
  return row ? articleOf(row[0]) : null;
}

function json({ dialect }: Session, columns: Columns, table = ''): Prisma.Sql {
  return raw(`CAST(${object(dialect, columns, table)} AS TEXT)`);
}

function articleOf(written: unknown): Article {
  // These are the columns that toArticle reads; times are written in JSON.
  const row = JSON.parse(String(written)) as ArticleRow;
  const [createdAt, updatedAt] = [
    new Date(inUtc(String(row.createdAt))),
    new Date(inUtc(String(row.updatedAt))),
  ];
  return toArticle({ ...row, createdAt, updatedAt, deletedAt: timeOf(row.deletedAt) });
}

/** An article as a person finds it: as a member of its project, or not at all. */
export interface FoundArticle {
  readonly member: Member;
  readonly article: Article;
  /** Which coding of the article is looked at. */
  readonly lane: Lane;
  readonly coding: Coding;
  /** The codebook that holds in the project. */
  readonly codebook: NumberedCodebook;
  /** Whether both the project and the person want the text engine's suggestions. */
  readonly wantsSuggestions: boolean;
  /** Which of them the person wants to see in this project. */
  readonly suggestionChoice: SuggestionChoice;
  /** Whether anybody has commented on it; whether one may see that is another question. */
  readonly hasComments: boolean;
}

/** The person's own coding: the shared one, the one under their name, or the final one where they only read. */
const OWN_LANE = raw(`CASE WHEN "p"."way" = 'together' THEN '${SHARED}'
  WHEN "m"."role" = 'reader' THEN '${FINAL}' ELSE "m"."annotatorId" END`);

/**
 * An article with the membership through which a person sees it, deleted or not; or null. It comes with the coding
 * `lane`, or with the person's own.
 */
export async function articleFor(
  session: Session,
  accountId: string,
  articleId: string,
  lane?: Lane,
): Promise<FoundArticle | null> {
  const wanted = lane === undefined ? OWN_LANE : sql`${lane}`;
  const [row] = await session.rows(sql`
    SELECT ${raw(Object.values(MEMBER_COLUMNS).join())}, "m"."suggestedTags", "m"."leastSureness", "u"."suggestions", "p"."suggestions",
      "p"."codebook", "a"."hasComments", ${wanted}, ${json(session, ARTICLE_COLUMNS, '"a".')}, ${json(session, CODING_COLUMNS, '"c".')}
    FROM "Article" AS "a"
    JOIN "Membership" AS "m" ON "m"."projectId" = "a"."projectId" AND "m"."accountId" = ${accountId} AND ${holdsNow()}
    JOIN "Account" AS "u" ON "u"."id" = "m"."accountId"
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    LEFT JOIN "Coding" AS "c" ON "c"."articleId" = "a"."id" AND "c"."lane" = ${wanted}
    WHERE "a"."id" = ${articleId}`);
  const member = memberIn(row);
  if (!row || !member) return null;
  const { number, ...article } = found(member, row.slice(Object.keys(MEMBER_COLUMNS).length));
  const codebook = await findCodebook(session, member.projectId, number);
  return { ...article, codebook: codebook ?? DEFAULT_CODEBOOK };
}

/** Who is in a project by now, with what follows for each. */
export async function membersIn(session: Session, projectId: string): Promise<Member[]> {
  const rows = await session.rows(sql`
    SELECT ${raw(Object.values(MEMBER_COLUMNS).join())} FROM "Membership" AS "m"
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    WHERE "m"."projectId" = ${projectId} AND ${holdsNow()} ORDER BY "m"."annotatorId"`);
  return rows.flatMap((row) => memberIn(row) ?? []);
}

/**
 * A person's membership as it is now, which nobody else can change until the transaction ends; null where they are in the
 * project no more, or their time has run out.
 */
export async function lockedMember(
  session: Session,
  { accountId, projectId }: Pick<Member, 'accountId' | 'projectId'>,
): Promise<Member | null> {
  const lock = raw(session.dialect === 'sqlite' ? '' : 'FOR SHARE OF "m"');
  const [row] = await session.rows(sql`
    SELECT ${raw(Object.values(MEMBER_COLUMNS).join())} FROM "Membership" AS "m"
    JOIN "Project" AS "p" ON "p"."id" = "m"."projectId"
    WHERE "m"."accountId" = ${accountId} AND "m"."projectId" = ${projectId} AND ${holdsNow()} ${lock}`);
  return memberIn(row);
}

function found(
  member: Member,
  row: readonly unknown[],
): Omit<FoundArticle, 'codebook'> & { readonly number: number } {
  const [tags, sureness, personWants, projectWants, codebook, hasComments, lane, written, coding] = row;
  const article = articleOf(written);
  // Of no row it is an object of nothing.
  const codingRow = JSON.parse(String(coding)) as CodingRow;
  const suggestionChoice = storedChoice(
    tags === null ? null : String(tags),
    sureness === null ? null : Number(sureness),
  );
  return {
    member,
    number: Number(codebook),
    article,
    lane: String(lane),
    coding: toCoding(codingRow.lane === null ? null : codingRow, article, String(lane)),
    wantsSuggestions: Boolean(personWants) && Boolean(projectWants),
    suggestionChoice,
    hasComments: Boolean(hasComments),
  };
}
