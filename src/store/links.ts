import { EditConflictError } from '../domain/errors.ts';
import { type Change, linkChange } from '../domain/history.ts';
import { type Link, type LinkPlace, linkKindOf, linkName, type ShownLink } from '../domain/link.ts';
import type { LinkRecord } from '../domain/record.ts';
import type { Lane, Sight } from '../domain/sight.ts';
import type { Tag } from '../domain/tag.ts';
import type { Columns } from './dialect.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { list, parsed } from './json-rows.ts';
import { seenBy } from './lane-test.ts';
import { idsIn, rowsIn } from './save-sql.ts';
import type { Session } from './session.ts';
import type { LockedCoding } from './step.ts';

const { sql, raw } = Prisma;

const COLUMNS = { fromId: 'text', toId: 'text', kind: 'text' } as const satisfies Columns;
const PLACE = { projectId: 'text', articleId: 'text', lane: 'text' } as const satisfies Columns;

function inCoding({ projectId, articleId, lane }: LinkPlace): Prisma.Sql {
  return sql`"projectId" = ${projectId} AND "articleId" = ${articleId} AND "lane" = ${lane}`;
}

const SHOWN_COLUMNS = {
  kind: 'text',
  fromId: 'text',
  fromTag: 'text',
  fromText: 'text',
  fromStart: 'integer',
  toId: 'text',
  toTag: 'text',
  toText: 'text',
  toStart: 'integer',
} as const satisfies Columns;

type ShownRow = Link &
  Readonly<
    Record<'fromText' | 'toText', string> &
      Record<'fromTag' | 'toTag', Tag> &
      Record<'fromStart' | 'toStart', number>
  >;

/** The links of a coding of which both ends are there, in the order of the text. Of a coding that is hidden there are none. */
export async function linksShown(session: Session, sight: Sight, place: LinkPlace): Promise<ShownLink[]> {
  // The lanes of both ends are asked for, too: what was moved into another coding is not linked from this one any more.
  const from = sql`(
    SELECT "l"."kind", "l"."fromId", "f"."tag" AS "fromTag", "f"."text" AS "fromText", "f"."start" AS "fromStart",
      "l"."toId", "t"."tag" AS "toTag", "t"."text" AS "toText", "t"."start" AS "toStart"
    FROM (SELECT * FROM "Link" WHERE ${inCoding(place)} AND ${seenBy(sight)}) AS "l"
    JOIN "Annotation" AS "f" ON "f"."id" = "l"."fromId" AND "f"."lane" = "l"."lane" AND "f"."deletedAt" IS NULL
    JOIN "Annotation" AS "t" ON "t"."id" = "l"."toId" AND "t"."lane" = "l"."lane" AND "t"."deletedAt" IS NULL
    ORDER BY "f"."start", "l"."fromId", "t"."start", "l"."toId", "l"."kind") AS "shown"`;
  const [row = []] = await session.rows(list(session, SHOWN_COLUMNS, from));
  return parsed<ShownRow>(row[0]).map((link) => ({
    kind: link.kind,
    from: { id: link.fromId, tag: link.fromTag, text: link.fromText, start: link.fromStart },
    to: { id: link.toId, tag: link.toTag, text: link.toText, start: link.toStart },
  }));
}

/** Whether there is any link in a project. */
export async function hasLinks(session: Session, projectId: string): Promise<boolean> {
  const rows = await session.rows(sql`SELECT 1 FROM "Link" WHERE "projectId" = ${projectId} LIMIT 1`);
  return rows.length > 0;
}

/** The links that begin at some annotations and may be seen, by the ids of these, in the order of kinds and other ends. */
export async function linksFrom(
  session: Session,
  sight: Sight,
  annotationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LinkRecord[]>> {
  const rows = await session.rows(sql`
    SELECT "l"."fromId", "l"."toId", "l"."kind"
    FROM (SELECT * FROM "Link" WHERE "fromId" IN (${idsIn(session.dialect, annotationIds)}) AND ${seenBy(sight)}) AS "l"
    JOIN "Annotation" AS "f" ON "f"."id" = "l"."fromId" AND "f"."lane" = "l"."lane" AND "f"."deletedAt" IS NULL
    JOIN "Annotation" AS "t" ON "t"."id" = "l"."toId" AND "t"."lane" = "l"."lane" AND "t"."deletedAt" IS NULL
    ORDER BY "l"."kind", "l"."toId"`);
  const links = new Map<string, LinkRecord[]>();
  for (const [from, to, key] of rows) {
    const kind = linkKindOf(String(key));
    if (kind) links.set(String(from), [...(links.get(String(from)) ?? []), { to: String(to), kind }]);
  }
  return links;
}

type LinkChange = Extract<Change, { subject: 'link' }>;

/**
 * Links annotations and takes links away as a step wants it, and with annotations that the step has removed takes away
 * those that they had. Gives the changes of the step as they were made: in one that changes annotations, what no longer
 * fits is left out. Throws EditConflictError where a step that only links finds otherwise than it says.
 */
export async function applyToLinks(
  locked: LockedCoding,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const wanted = changes.filter((change) => change.subject === 'link');
  const annotations = changes.filter(({ subject }) => subject === 'annotation');
  const gone = new Set(annotations.flatMap(({ subjectId, after }) => (after ? [] : [subjectId])));
  if (wanted.length === 0 && (gone.size === 0 || !locked.coding.hasLinks)) return changes;
  const there = await linksIn(locked);
  const fitting = await fittingIn(locked, wanted, there);
  if (fitting.length < wanted.length && annotations.length === 0)
    throw new EditConflictError('These links were changed by somebody else in the meantime.', null);
  const said = new Set(fitting.map(({ subjectId }) => subjectId));
  const along = [...there.values()]
    .filter((link) => (gone.has(link.fromId) || gone.has(link.toId)) && !said.has(linkName(link)))
    .map((link) => linkChange(link, 'remove'));
  await write(locked, [...along, ...fitting]);
  return [...along, ...fitting, ...changes.filter(({ subject }) => subject !== 'link')];
}

function placeOf({ member, text, lane }: LockedCoding['scope']): LinkPlace {
  return { projectId: member.projectId, articleId: text.articleId, lane };
}

/** All links of a locked coding, by their names. */
export async function linksIn({ session, scope }: LockedCoding): Promise<Map<string, Link>> {
  const from = sql`"Link" WHERE ${inCoding(placeOf(scope))} ORDER BY "fromId", "toId", "kind"`;
  const [row = []] = await session.rows(list(session, COLUMNS, from));
  return new Map(parsed<Link>(row[0]).map((link) => [linkName(link), link]));
}

/** Those that find what they say: a link that is to go, or two annotations of the coding that are not linked so. */
async function fittingIn(
  locked: LockedCoding,
  wanted: readonly LinkChange[],
  there: ReadonlyMap<string, Link>,
): Promise<LinkChange[]> {
  const ends = wanted.flatMap(({ after }) => (after ? [after.fromId, after.toId] : []));
  const standing = ends.length > 0 ? await standingOf(locked, ends) : new Set<string>();
  return wanted.filter(({ subjectId, after }) => {
    if (!after) return there.has(subjectId);
    return !there.has(subjectId) && standing.has(after.fromId) && standing.has(after.toId);
  });
}

/** Those of some annotations that are there in a locked coding. */
export async function standingOf(
  { session, scope }: LockedCoding,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await session.rows(sql`
    SELECT "id" FROM "Annotation"
    WHERE "id" IN (${idsIn(session.dialect, ids)}) AND ${inCoding(placeOf(scope))} AND "deletedAt" IS NULL`);
  return new Set(rows.map(([id]) => String(id)));
}

async function write({ session, scope }: LockedCoding, changes: readonly LinkChange[]): Promise<void> {
  const { dialect } = session;
  const gone = changes.flatMap(({ before }) => before ?? []);
  const made = changes.flatMap(({ after }) => after ?? []);
  if (gone.length > 0) {
    await session.rows(sql`
      DELETE FROM "Link" WHERE ("fromId", "toId", "kind") IN (${rowsIn(dialect, COLUMNS, gone)})
        AND ${inCoding(placeOf(scope))}`);
  }
  if (made.length === 0) return;
  const columns = { ...COLUMNS, ...PLACE, createdAt: 'timestamp(3)' } as const satisfies Columns;
  const rows = made.map((link) => ({ ...link, ...placeOf(scope), createdAt: new Date() }));
  const names = Object.keys(columns).map((name) => `"${name}"`);
  await session.rows(sql`INSERT INTO "Link" (${raw(names.join())}) ${rowsIn(dialect, columns, rows)}`);
}

/**
 * Has links between annotations that are moved into another coding go with them. One with an end that stays is kept as it
 * is, shown nowhere, so that it is there again when the other end comes back.
 */
export async function moveLinks(
  session: Session,
  articleId: string,
  annotationIds: readonly string[],
  lane: Lane,
): Promise<void> {
  const moved = idsIn(session.dialect, annotationIds);
  await session.rows(sql`
    UPDATE "Link" SET "lane" = ${lane} WHERE "articleId" = ${articleId}
      AND "fromId" IN (${moved}) AND "toId" IN (${moved})`);
}
