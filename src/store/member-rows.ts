// A membership as a person's rights follow from it, in the columns of "m", "p" and "u" of a statement that joins them.

import type { Member, Role, Way } from '../domain/permission.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { stamp } from './save-sql.ts';

/** The columns of a member, by where each is found: of a membership `m` and its project `p`. */
export const MEMBER_COLUMNS = {
  accountId: 'm."accountId"',
  annotatorId: 'm."annotatorId"',
  annotatorIds: `(SELECT string_agg("o"."id", ' ') FROM "Annotator" AS "o"
    WHERE "o"."projectId" = m."projectId" AND "o"."accountId" = m."accountId")`,
  projectId: 'm."projectId"',
  role: 'm."role"',
  way: 'p."way"',
  isBlind: 'p."isBlind"',
  showsResult: 'p."showsResult"',
  showsNames: 'p."showsNames"',
  isArchived: '(p."archivedAt" IS NOT NULL)',
} as const satisfies Readonly<Record<keyof Member, string>>;

/** Whether a membership `m` holds now: some have an end. */
export function holdsNow(): Prisma.Sql {
  return Prisma.sql`(m."until" IS NULL OR m."until" > ${stamp(new Date())})`;
}

/** What these columns hold. Truth values are numbers on SQLite. */
export interface MemberRow {
  readonly accountId: string;
  readonly annotatorId: string;
  /** With spaces between them. */
  readonly annotatorIds: string | null;
  readonly projectId: string;
  readonly role: Role;
  readonly way: Way;
  readonly isBlind: boolean | number;
  readonly showsResult: boolean | number;
  readonly showsNames: boolean | number;
  readonly isArchived: boolean | number;
}

/** Who acts, out of such a row. */
export function toMember(row: MemberRow): Member {
  const { accountId, annotatorId, projectId, role, way } = row;
  return {
    accountId,
    annotatorId,
    annotatorIds: [...new Set([annotatorId, ...(row.annotatorIds ?? '').split(' ').filter(Boolean)])],
    projectId,
    role,
    way,
    isBlind: Boolean(row.isBlind),
    showsResult: Boolean(row.showsResult),
    showsNames: Boolean(row.showsNames),
    isArchived: Boolean(row.isArchived),
  };
}

/** The member that the first columns of a row tell of, in the order of `MEMBER_COLUMNS`; null where there is no row. */
export function memberIn(row: readonly unknown[] | undefined): Member | null {
  if (!row) return null;
  const values = Object.keys(MEMBER_COLUMNS).map((name, at) => [name, row[at]]);
  // These are the columns that a MemberRow has.
  return toMember(Object.fromEntries(values) as unknown as MemberRow);
}
