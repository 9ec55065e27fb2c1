import type { ArticleText } from '../domain/article.ts';
import { spansOf } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import type { Span } from '../text/span.ts';
import { Prisma } from './generated/sqlite/client.ts';
import type { Session } from './session.ts';
import { eventsOf } from './standing.ts';

const { sql } = Prisma;

/** Where a person's last step in an article, of those that stand, changed its text; null where none did. */
export async function lastPlace(session: Session, member: Member, text: ArticleText): Promise<Span | null> {
  const [row] = await session.rows(sql`
    SELECT "step" FROM "Event"
    WHERE "projectId" = ${member.projectId} AND "articleId" = ${text.articleId} AND "userId" = ${member.userId}
      AND "state" = 'done' AND "subject" <> 'article' ORDER BY "id" DESC LIMIT 1`);
  if (!row) return null;
  const events = await eventsOf(session, { member, text }, String(row[0]));
  return (
    spansOf(
      text,
      events.map(({ change }) => change),
    ).at(-1) ?? null
  );
}
