import type { Annotation } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import type { Member } from '../domain/permission.ts';
import type { Lane } from '../domain/sight.ts';
import { RANKED_TAG } from '../domain/suggestion.ts';
import type { Db } from './client.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** What closes suggestions in a coding. */
export interface Taken {
  readonly annotations: readonly Pick<Annotation, 'tag' | 'parts'>[];
  /** The keys of those that the person has dismissed. */
  readonly dismissed: ReadonlySet<string>;
}

/** Who asks, and in which coding of which article. */
interface TakenPlace {
  readonly member: Member;
  readonly text: Pick<ArticleText, 'articleId'>;
  readonly lane: Lane;
}

/** What closes suggestions anywhere in a coding, read without the rest of its annotations. */
export async function readTaken(session: Session, { member, text, lane }: TakenPlace): Promise<Taken> {
  const here = sql`"projectId" = ${member.projectId} AND "articleId" = ${text.articleId} AND "lane" = ${lane}`;
  const annotations = await session.rows(
    sql`SELECT "tag", "parts" FROM "Annotation" WHERE ${here} AND "deletedAt" IS NULL`,
  );
  const dismissals = await session.rows(
    sql`SELECT "tag", "parts" FROM "Dismissal" WHERE ${here} AND "annotatorId" = ${member.annotatorId}`,
  );
  return {
    annotations: annotations.map(([tag, parts]) => ({
      tag: tag as Annotation['tag'],
      parts: spansFrom(parts),
    })),
    dismissed: new Set(dismissals.map(([tag, parts]) => `${tag}:${parts}`)),
  };
}

/** As a driver gives JSON: PostgreSQL's read already, SQLite's as text. */
function spansFrom(json: unknown) {
  // Only toColumns writes parts.
  const parts = (typeof json === 'string' ? JSON.parse(json) : json) as [number, number][];
  return parts.map(([start, end]) => ({ start, end }));
}

/** A claim that somebody has tagged, with what it is worth checking. */
export interface ScoredClaim extends Pick<Annotation, 'id' | 'start' | 'text'> {
  readonly speaker: string | null;
  readonly checkScore: number | null;
}

/** The claims that are tagged in a coding, in text order. */
export async function findScoredClaims(
  db: Db,
  { member: { projectId }, text: { articleId }, lane }: TakenPlace,
): Promise<ScoredClaim[]> {
  return db.annotation.findMany({
    where: { projectId, articleId, lane, tag: RANKED_TAG, deletedAt: null },
    select: { id: true, start: true, text: true, speaker: true, checkScore: true },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
  });
}
