import type { CodedArticle } from '../domain/adjudication-queue.ts';
import type { Casable } from '../domain/case.ts';
import type { CodingState } from '../domain/coding.ts';
import { FINAL, type Lane, SHARED, type Sight } from '../domain/sight.ts';
import type { Tag } from '../domain/tag.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed } from './json-rows.ts';
import { seenBy } from './lane-test.ts';
import { idsIn } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** Most articles that are put in order at once. */
const MOST = 2000;

/** The articles that coders have finished, oldest first, as far as their codings may be seen. */
export async function codedArticles(session: Session, sight: Sight): Promise<CodedArticle[]> {
  const rows = await session.rows(sql`
    SELECT "a"."id", "a"."title", "c"."lane", "f"."state", "f"."decidedCount"
    FROM (SELECT "articleId", "lane" FROM "Coding" WHERE ${seenBy(sight)} AND "state" = 'done'
      AND "lane" NOT IN (${SHARED}, ${FINAL})) AS "c"
    JOIN "Article" AS "a" ON "a"."id" = "c"."articleId" AND "a"."deletedAt" IS NULL
    LEFT JOIN "Coding" AS "f" ON "f"."articleId" = "a"."id" AND "f"."lane" = ${FINAL}
    ORDER BY "a"."id", "c"."lane"`);
  const articles = new Map<string, CodedArticle>();
  for (const [id, title, lane, final, decided] of rows) {
    const known = articles.get(String(id));
    if (!known && articles.size === MOST) break;
    articles.set(String(id), {
      id: String(id),
      title: String(title),
      lanes: [...(known?.lanes ?? []), String(lane)],
      // The database's own enumeration.
      final: (final ?? 'todo') as CodingState,
      decided: Number(decided ?? 0),
    });
  }
  return [...articles.values()];
}

/** What makes an annotation a case with others. */
export interface LaneAnnotation extends Casable {
  readonly articleId: string;
  readonly lane: Lane;
}

const COLUMNS = {
  id: 'text',
  articleId: 'text',
  lane: 'text',
  tag: 'text',
  start: 'integer',
  end: 'integer',
  parts: 'jsonb',
} as const satisfies Columns;

type Row = Omit<LaneAnnotation, 'parts'> & { readonly parts: [number, number][]; readonly tag: Tag };

/** The annotations of some articles, of all codings that may be seen, in no order. */
export async function annotationsOfArticles(
  session: Session,
  sight: Sight,
  articleIds: readonly string[],
): Promise<LaneAnnotation[]> {
  const from = sql`"Annotation" WHERE ${seenBy(sight)} AND "deletedAt" IS NULL
    AND "articleId" IN (${idsIn(session.dialect, articleIds)})`;
  const [row = []] = await session.rows(list(session, COLUMNS, from));
  return parsed<Row>(row[0]).map(({ parts, ...rest }) => ({
    ...rest,
    parts: parts.map(([start, end]) => ({ start, end })),
  }));
}
