import { parseArgs } from 'node:util';
import { createProject } from '../actions/projects/create-project.ts';
import { sizesOf } from '../store/projects.ts';
import { type Command, EXIT, type ExitCode, type Surroundings, UsageError } from './command.ts';
import { counted } from './say-held.ts';
import { atDeskOf, withDatabase } from './with-database.ts';

export const command: Command = {
  usage: `add NAME
       onrecord projects list [--json]

"add" makes a project and prints its slug, by which --project of other commands and addresses of the desk name it.
"list" prints a line each: slug, name, and how much is in it; archived ones last.

  --json           a line of JSON a project`,
  async run(args, surroundings) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [deed, ...names] = positionals;
    if (deed === 'add' && names.length > 0) return add(names.join(' '), surroundings);
    if (deed === 'list' && names.length === 0) return list(values.json, surroundings);
    throw new UsageError(deed === 'add' ? 'name the project' : 'say "add NAME" or "list"');
  },
};

function add(name: string, surroundings: Surroundings): Promise<ExitCode> {
  return withDatabase(surroundings, async (database) => {
    const { person } = await atDeskOf(database);
    const project = await createProject(database.db, { accountId: person.id, isAdmin: true }, name);
    surroundings.output.write(`${project.slug}\n`);
    return EXIT.done;
  });
}

function list(asJson: boolean, surroundings: Surroundings): Promise<ExitCode> {
  return withDatabase(surroundings, async (database) => {
    const { projects } = await atDeskOf(database);
    const sizes = await sizesOf(
      database.db,
      projects.map(({ id }) => id),
    );
    for (const project of projects.toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived))) {
      const { slug, name, isArchived } = project;
      const size = sizes.get(project.id) ?? { articles: 0, people: 0 };
      const archived = isArchived ? ', archived' : '';
      const line = asJson
        ? JSON.stringify({ slug, name, archived: isArchived, ...size })
        : `${slug}  ${name} (${counted(size.articles, 'article')}${archived})`;
      surroundings.output.write(`${line}\n`);
    }
    return EXIT.done;
  });
}
