import type { Theme } from '../domain/project.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { holdsNow, MEMBER_COLUMNS, type MemberRow } from './member-rows.ts';
import type { Session } from './session.ts';

const { sql, raw } = Prisma;

/** A person with one of their projects; nulls where there is no project. Truth values are numbers on SQLite. */
export interface DeskRow extends Omit<MemberRow, 'projectId'> {
  readonly id: string;
  readonly name: string;
  readonly trimSelections: boolean | number;
  readonly keys: boolean | number;
  readonly suggestions: boolean | number;
  readonly cardFocus: boolean | number;
  readonly theme: Theme;
  readonly keymap: string | null;
  readonly projectId: string | null;
  readonly suggestedTags: string | null;
  readonly leastSureness: number | null;
  readonly slug: string;
  readonly projectName: string;
  readonly projectSuggestions: boolean | number;
  readonly hidesCoders: boolean | number;
  readonly onLeaving: string;
  /** SQLite's whole numbers come as bigints. */
  readonly codebook: number | bigint;
}

/** Where each of these is found. */
const COLUMNS: Readonly<Record<keyof DeskRow, string>> = {
  id: 'u."id"',
  name: 'u."name"',
  trimSelections: 'u."trimSelections"',
  keys: 'u."keys"',
  suggestions: 'u."suggestions"',
  cardFocus: 'u."cardFocus"',
  theme: 'u."theme"',
  keymap: 'u."keymap"',
  suggestedTags: 'm."suggestedTags"',
  leastSureness: 'm."leastSureness"',
  slug: 'p."slug"',
  projectName: 'p."name"',
  projectSuggestions: 'p."suggestions"',
  hidesCoders: 'p."hidesCoders"',
  onLeaving: 'p."onLeaving"',
  codebook: 'p."codebook"',
  ...MEMBER_COLUMNS,
  projectId: 'p."id"',
};

/**
 * A person with each of their projects, the one they came into first at the front, in one statement: every request asks for it. Without an account's
 * id it is the person who was there first, the one of local mode.
 */
export async function deskRows(session: Session, accountId?: string): Promise<DeskRow[]> {
  const who = accountId === undefined ? sql`(SELECT min("id") FROM "Account")` : sql`${accountId}`;
  const rows = await session.rows(sql`
    SELECT ${raw(Object.values(COLUMNS).join())}
    FROM "Account" u LEFT JOIN "Membership" m ON m."accountId" = u."id" AND ${holdsNow()} LEFT JOIN "Project" p ON p."id" = m."projectId"
    WHERE u."id" = ${who} ORDER BY m."annotatorId", p."id"`);
  const names = Object.keys(COLUMNS);
  // These are the columns that a DeskRow has.
  return rows.map(
    (row) => Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as DeskRow,
  );
}
