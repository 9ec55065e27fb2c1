import type { ArticleText } from '../domain/article.ts';
import { spansOf } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import type { Lane } from '../domain/sight.ts';
import type { Span } from '../text/span.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';
import { eventsOf } from './stored-events.ts';

const { sql } = Prisma;

/** Where a person's last step in a coding, of those that stand, changed its text; null where none did. */
export async function lastPlace(
  session: Session,
  { member, text, lane }: { readonly member: Member; readonly text: ArticleText; readonly lane: Lane },
): Promise<Span | null> {
  const [row] = await session.rows(sql`
    SELECT "step" FROM "Event"
    WHERE "articleId" = ${text.articleId} AND "lane" = ${lane} AND "annotatorId" = ${member.annotatorId}
      AND "state" = 'done' AND "projectId" = ${member.projectId} ORDER BY "id" DESC LIMIT 1`);
  if (!row) return null;
  const events = await eventsOf(session, { member, text }, String(row[0]));
  return (
    spansOf(
      text,
      events.map(({ change }) => change),
    ).at(-1) ?? null
  );
}
