import { type Command, UsageError } from './command.ts';

interface CommandEntry {
  readonly summary: string;
  load(): Promise<{ command: Command }>;
}

/** Every command, loaded when it is called. A new one is a file in this folder and a line here. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: { summary: 'migrate the database and serve the desk', load: () => import('./serve.ts') },
  import: { summary: 'import articles and annotations', load: () => import('./import.ts') },
  export: { summary: 'write annotations as CSV or in another format', load: () => import('./export.ts') },
  list: { summary: 'list articles', load: () => import('./list.ts') },
  show: { summary: 'show an article or an annotation', load: () => import('./show.ts') },
  find: { summary: 'find annotations', load: () => import('./find.ts') },
  delete: {
    summary: 'delete articles or annotations; undo brings them back',
    load: () => import('./delete.ts'),
  },
  assign: { summary: 'give articles to coders', load: () => import('./assign.ts') },
  projects: { summary: 'add a project, or list all projects', load: () => import('./projects.ts') },
  codebook: {
    summary: 'show, check or change what the tags mean in a project',
    load: () => import('./codebook.ts'),
  },
  analyze: { summary: 'show what the text engine reads in a text', load: () => import('./analyze.ts') },
  agreement: {
    summary: 'measure how far coders agree, from a CSV file',
    load: () => import('./agreement.ts'),
  },
  migrate: {
    summary: 'update the database to this version',
    load: () => import('./migrate.ts'),
  },
  backup: {
    summary: 'back up the database, even while it is in use',
    load: () => import('./backup.ts'),
  },
  restore: { summary: 'replace the database with a backup', load: () => import('./restore.ts') },
  verify: { summary: 'check every stored position against its text', load: () => import('./verify.ts') },
  accounts: {
    summary: 'add, reset, list and close accounts',
    load: () => import('./accounts.ts'),
  },
  help: { summary: 'explain all commands, or one', load: () => import('./help.ts') },
};

/** The entry of a command, or a `UsageError` where there is none of this name. */
export function commandNamed(name: string): CommandEntry {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) throw new UsageError(`there is no command "${name}"`);
  return entry;
}
