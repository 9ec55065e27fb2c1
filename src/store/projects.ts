import { v7 as uuidv7 } from 'uuid';
import type { Member, SightSettings, Way } from '../domain/permission.ts';
import { type Project, type ProjectSettings, storedOnLeaving } from '../domain/project.ts';
import { numberedSlug, slugOf } from '../domain/project-slug.ts';
import { lockImports } from './articles.ts';
import type { Db, Tx } from './client.ts';
import { copyCodebook } from './codebooks.ts';
import { endBlindness } from './codings.ts';
import { addMember } from './people.ts';

/** A project that was just made, with the name under which its owner works there. */
export interface NewProject extends Pick<Project, 'id' | 'slug'> {
  readonly annotatorId: string;
}

type NewSettings = Partial<ProjectSettings> & Pick<ProjectSettings, 'name'>;

/** What is done in the transaction that makes a project, or nothing of it is. */
type AndThen = (tx: Tx, made: NewProject) => Promise<void>;

/** Makes a project with settings of its own, which belongs to the account. */
export async function insertProject(db: Db, accountId: string, settings: NewSettings): Promise<NewProject> {
  return db.$transaction((tx) => makeProject(tx, accountId, settings));
}

/** Makes a project with all settings of the member's, under a name of its own, which belongs to the member. */
export async function insertCopy(
  db: Db,
  { projectId, accountId }: Member,
  name: string,
  andThen: AndThen,
): Promise<NewProject> {
  return db.$transaction(async (tx) => {
    const of = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
    const { id: _, slug: __, createdAt: ___, archivedAt: ____, codebook, ...rest } = of;
    const settings = { ...rest, onLeaving: storedOnLeaving(rest.onLeaving) };
    const made = await makeProject(tx, accountId, { ...settings, name });
    await copyCodebook(tx, { id: projectId, codebook }, made);
    await andThen(tx, made);
    return made;
  });
}

async function makeProject(tx: Tx, accountId: string, settings: NewSettings): Promise<NewProject> {
  const { id, slug } = await insertWithSlug(tx, settings);
  const { annotatorId } = await addMember(tx, { projectId: id, accountId, role: 'owner' });
  return { id, slug, annotatorId };
}

/** A slug that is taken, also by somebody in this moment, gets a number. */
async function insertWithSlug(tx: Tx, settings: NewSettings): Promise<Pick<Project, 'id' | 'slug'>> {
  const id = uuidv7();
  for (let number = 1; ; number++) {
    const slug = numberedSlug(slugOf(settings.name), number);
    // Prisma's upsert fails where another transaction takes the slug meanwhile; the database waits for it.
    const inserted = await tx.$executeRaw`
      INSERT INTO "Project" ("id", "slug", "name") VALUES (${id}, ${slug}, ${settings.name})
      ON CONFLICT ("slug") DO NOTHING`;
    if (inserted === 0) continue;
    await tx.project.update({ where: { id }, data: { ...settings, createdAt: new Date() } });
    return { id, slug };
  }
}

/** Puts a project away, where nothing is being brought into it; false where something is. */
export async function archiveProject(db: Db, projectId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockImports(tx, projectId);
    if ((await tx.import.count({ where: { projectId, state: 'waiting' } })) > 0) return false;
    await tx.project.updateMany({
      where: { id: projectId, archivedAt: null },
      data: { archivedAt: new Date() },
    });
    return true;
  });
}

/**
 * Has the people of a project work in another way from now on; false while something is being brought into it, of which
 * a part would go to one coding and the rest to another. What was made stays where it is.
 */
export async function switchWayOf(db: Db, projectId: string, way: Way): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockImports(tx, projectId);
    if ((await tx.import.count({ where: { projectId, state: 'waiting' } })) > 0) return false;
    await tx.project.updateMany({ where: { id: projectId }, data: { way } });
    return true;
  });
}

/**
 * Has coders of a project see what these settings say from now on. Where they see each other's codings, those that are
 * not done are not blind any more.
 */
export async function changeSightOf(db: Db, projectId: string, settings: SightSettings): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.project.updateMany({ where: { id: projectId }, data: settings });
    if (settings.isBlind) return;
    await endBlindness(tx, projectId);
  });
}

/** Brings a project back that was put away. */
export async function restoreProject(db: Db, projectId: string): Promise<void> {
  await db.project.updateMany({ where: { id: projectId }, data: { archivedAt: null } });
}

/** How much there is in a project. */
export interface ProjectSize {
  /** Not counting deleted ones. */
  readonly articles: number;
  /** Who may open it. */
  readonly people: number;
}

const NOTHING: ProjectSize = { articles: 0, people: 0 };

/** How much there is in each of the projects, by their ids. */
export async function sizesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ProjectSize>> {
  const projectId = { in: [...ids] };
  const by = ['projectId' as const];
  const articles = await db.article.groupBy({ by, where: { projectId, deletedAt: null }, _count: true });
  const people = await db.membership.groupBy({ by, where: { projectId }, _count: true });
  const sizes = new Map(ids.map((id) => [id, { ...NOTHING }]));
  for (const { projectId: id, _count } of articles) sizes.set(id, { ...NOTHING, articles: _count });
  for (const { projectId: id, _count } of people)
    sizes.set(id, { ...(sizes.get(id) ?? NOTHING), people: _count });
  return sizes;
}

/** What a project is called and where it is, or null. */
export function findProject(db: Db | Tx, id: string): Promise<Pick<Project, 'id' | 'slug' | 'name'> | null> {
  return db.project.findUnique({ where: { id }, select: { id: true, slug: true, name: true } });
}
