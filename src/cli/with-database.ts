import { type Config, readConfig } from '../config.ts';
import { type Database, openDatabase } from '../store/client.ts';
import { type AtDesk, ensureLocalPerson, type OwnProject } from '../store/members.ts';
import { migrate } from '../store/migrate.ts';
import { type Surroundings, UsageError } from './command.ts';

/** Migrates and opens the database of the settings, and closes it when `work` is done. */
export async function withDatabase<T>(
  { environment }: Pick<Surroundings, 'environment'>,
  work: (database: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment);
  await migrate(config.databaseUrl, config);
  const database = await openDatabase(config.databaseUrl, config);
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}

/** The local person with their projects. */
export function atDeskOf({ db }: Database): Promise<AtDesk> {
  return ensureLocalPerson(db);
}

/** The local person with the project that they name, or their first that is not archived. Throws a UsageError for one that is not theirs. */
export async function atProject(
  database: Database,
  slug: string | undefined,
): Promise<AtDesk & { readonly project: OwnProject }> {
  const atDesk = await atDeskOf(database);
  const project = atDesk.projects.find((candidate) =>
    slug === undefined ? !candidate.isArchived : candidate.slug === slug,
  );
  if (!project && slug === undefined)
    throw new UsageError('all projects are archived: name one with --project');
  if (!project) throw new UsageError(`there is no project "${slug}"`);
  return { ...atDesk, project };
}
