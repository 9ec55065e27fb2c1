import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_CODEBOOK, type NumberedCodebook } from '../domain/codebook/codebook.ts';
import { readChosen } from '../domain/keys.ts';
import type { Member } from '../domain/permission.ts';
import type { PersonSettings } from '../domain/person-settings.ts';
import { type Person, type Project, type ProjectSettings, storedOnLeaving } from '../domain/project.ts';
import { type SuggestionChoice, storedChoice } from '../domain/suggestion.ts';
import { renameAccount } from './accounts.ts';
import type { Db } from './client.ts';
import { codebooksOf } from './codebooks.ts';
import { type DeskRow, deskRows } from './desk-rows.ts';
import { Prisma } from './generated/sqlite/client.ts';
import { toMember } from './member-rows.ts';
import { stamp } from './save-sql.ts';
import type { Session } from './session.ts';

const { sql } = Prisma;

/** Changes settings of a project. */
export async function updateProject(
  db: Db,
  projectId: string,
  settings: Partial<ProjectSettings>,
): Promise<void> {
  await db.project.update({ where: { id: projectId }, data: settings });
}

/** Changes some of a person's settings. */
export async function updatePerson(
  db: Db,
  accountId: string,
  { chosenKeys, ...settings }: Partial<PersonSettings>,
): Promise<void> {
  const keymap = chosenKeys && JSON.stringify(chosenKeys);
  const data = { ...settings, ...(keymap && { keymap }) };
  const { name } = settings;
  await db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data });
    if (name !== undefined) await renameAccount(tx, accountId, name);
  });
}

/** Keeps which suggestions a person wants to see in a project. */
export async function updateSuggestionChoice(
  db: Db,
  { accountId, projectId }: Member,
  { tags, leastSureness }: SuggestionChoice,
): Promise<void> {
  const where = { accountId_projectId: { accountId, projectId } };
  await db.membership.update({ where, data: { suggestedTags: tags.join(), leastSureness } });
}

/** Whether an account is in a project. */
export async function isInProject(db: Db, accountId: string, projectId: string): Promise<boolean> {
  const OR = [{ until: null }, { until: { gt: new Date() } }];
  return (await db.membership.count({ where: { accountId, projectId, OR } })) > 0;
}

/** A project with the membership through which a person is in it. */
export type OwnProject = Project & {
  readonly member: Member;
  /** Which suggestions they want to see in it. */
  readonly suggestionChoice: SuggestionChoice;
};

/** Somebody with their projects, oldest first. */
export interface AtDesk {
  readonly person: Person;
  readonly projects: readonly OwnProject[];
  /** Whether they look after the desk itself: its accounts, its projects, its log. */
  readonly isAdmin: boolean;
}

/** The one person of local mode; they are made, with a first project, where there is nobody yet. */
export async function ensureLocalPerson(db: Db): Promise<AtDesk & { readonly isNew: boolean }> {
  const found = await findLocalPerson(db);
  if (found) return { ...found, isNew: false };
  const isNew = await db.transaction(makeLocalPerson);
  const made = await findLocalPerson(db);
  if (!made) throw new Error('the first project has no person');
  return { ...made, isNew };
}

function findLocalPerson(db: Db): Promise<AtDesk | null> {
  return findPerson(db, undefined, true);
}

/** Somebody with their projects; without an id the person of local mode. */
export async function findPerson(
  session: Session,
  id: string | undefined,
  isAdmin: boolean,
): Promise<AtDesk | null> {
  const rows = await deskRows(session, id);
  const [first] = rows;
  if (!first) return null;
  const codebooks = await codebooksOf(
    session,
    rows.flatMap(({ projectId, codebook }) =>
      projectId === null ? [] : [{ projectId, number: Number(codebook) }],
    ),
  );
  return { person: toPerson(first), projects: rows.flatMap((row) => toProjects(row, codebooks)), isAdmin };
}

/**
 * Whether it was this process that made them. Of several that begin at once, one inserts the project; the others wait
 * for its transaction.
 */
async function makeLocalPerson(session: Session): Promise<boolean> {
  const [projectId, accountId, annotatorId] = [uuidv7(), uuidv7(), uuidv7()];
  const now = stamp(new Date());
  const made = await session.rows(sql`
    INSERT INTO "Project" ("id", "slug", "name", "createdAt") VALUES (${projectId}, 'desk', 'My desk', ${now})
    ON CONFLICT ("slug") DO NOTHING RETURNING "id"`);
  if (made.length === 0) return false;
  await session.rows(
    sql`INSERT INTO "Account" ("id", "name", "createdAt") VALUES (${accountId}, 'Me', ${now})`,
  );
  await session.rows(sql`
    INSERT INTO "Annotator" ("projectId", "id", "name", "accountId", "createdAt")
    VALUES (${projectId}, ${annotatorId}, 'Me', ${accountId}, ${now})`);
  await session.rows(sql`
    INSERT INTO "Membership" ("projectId", "accountId", "annotatorId", "role")
    VALUES (${projectId}, ${accountId}, ${annotatorId}, 'owner')`);
  return true;
}

function toPerson({ id, name, theme, keymap, ...row }: DeskRow): Person {
  return {
    id,
    name,
    theme,
    trimSelections: Boolean(row.trimSelections),
    keys: Boolean(row.keys),
    chosenKeys: readChosen(keymap),
    cardFocus: Boolean(row.cardFocus),
    suggestions: Boolean(row.suggestions),
  };
}

function toProjects(
  { projectId, slug, ...row }: DeskRow,
  codebooks: ReadonlyMap<string, NumberedCodebook>,
): OwnProject[] {
  if (projectId === null) return [];
  const suggestions = Boolean(row.projectSuggestions);
  const suggestionChoice = storedChoice(row.suggestedTags, row.leastSureness);
  const member = toMember({ ...row, projectId });
  const { way, isArchived } = member;
  const codebook = codebooks.get(projectId) ?? DEFAULT_CODEBOOK;
  const settings = {
    name: row.projectName,
    suggestions,
    hidesCoders: Boolean(row.hidesCoders),
    onLeaving: storedOnLeaving(row.onLeaving),
  };
  const project = { id: projectId, slug, ...settings, way, isArchived, codebook };
  return [{ ...project, suggestionChoice, member }];
}
