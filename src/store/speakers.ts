import type { Sight } from '../domain/sight.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { seenBy, whereSeen } from './lane-test.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** Somebody who is named as a speaker, spelled in one way. */
export interface SpeakerCount {
  readonly name: string;
  readonly annotations: number;
  readonly articles: number;
}

/** Where speakers are looked for: in what may be seen of a project, or of one article of it. */
export interface SpeakersIn {
  readonly sight: Sight;
  readonly articleId?: string | undefined;
}

/** The speakers of a project or an article with how often each is named, most used first. */
export async function countSpeakers(
  session: Session,
  where: SpeakersIn,
  most: number,
): Promise<SpeakerCount[]> {
  const rows = await session.rows(sql`
    SELECT "speaker", count(*) AS "annotations", count(DISTINCT "articleId") AS "articles" FROM "Annotation"
    WHERE ${named(where)} GROUP BY "speaker" ORDER BY count(*) DESC, "speaker" LIMIT ${most}`);
  return rows.map(([name, annotations, articles]) => ({
    name: String(name),
    annotations: Number(annotations),
    articles: Number(articles),
  }));
}

/** Names offered in a field. */
const MAX_OFFERED = 100;

/** The names to offer for a speaker of an article: its own first, then those of its project, most used first. */
export async function knownSpeakers(session: Session, where: Required<SpeakersIn>): Promise<string[]> {
  const own = await countSpeakers(session, where, MAX_OFFERED);
  const all = await countSpeakers(session, { sight: where.sight }, MAX_OFFERED);
  return [...new Set([...own, ...all].map(({ name }) => name))];
}

/** The ids of the first annotations whose speaker is spelled just so. */
export async function idsOfSpeaker(
  session: Session,
  where: SpeakersIn,
  name: string,
  most: number,
): Promise<string[]> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Annotation" WHERE ${named(where)} AND "speaker" = ${name} ORDER BY "id" LIMIT ${most}`);
  return rows.map(([id]) => String(id));
}

function named({ sight, articleId }: SpeakersIn): Prisma.Sql {
  const article = articleId === undefined ? liveArticles(sight) : sql`"articleId" = ${articleId}`;
  return sql`${seenBy(sight)} AND "speaker" IS NOT NULL AND "deletedAt" IS NULL AND ${article}`;
}

function liveArticles({ projectId }: Sight): Prisma.Sql {
  return sql`"articleId" NOT IN (
    SELECT "id" FROM "Article" WHERE "projectId" = ${projectId} AND "deletedAt" IS NOT NULL)`;
}

/** All who were ever named as speakers in what may be seen of a project, in order. */
export async function speakerNames(db: Db, sight: Sight): Promise<string[]> {
  const groups = await db.annotation.groupBy({
    by: ['speaker'],
    where: { ...whereSeen(sight), speaker: { not: null } },
    orderBy: { speaker: 'asc' },
  });
  return groups.flatMap(({ speaker }) => speaker ?? []);
}
