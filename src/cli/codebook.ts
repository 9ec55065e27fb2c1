import { parseArgs } from 'node:util';
import { changeCodebook } from '../actions/codebook/change-codebook.ts';
import {
  codebookFromFile,
  exportedCodebook,
  type ReadCodebook,
  sayProblems,
} from '../actions/codebook/read-codebook.ts';
import { CODEBOOK_LIMITS, type Codebook, type CodebookTag } from '../domain/codebook/codebook.ts';
import { type CodebookField, ownField } from '../domain/codebook/field.ts';
import { keymapOf } from '../domain/keys.ts';
import { t } from '../messages/language.ts';
import { type Command, EXIT, type ExitCode, type Surroundings, UsageError } from './command.ts';
import { readInput } from './find-files.ts';
import { atProject, withDatabase } from './with-database.ts';

export const command: Command = {
  usage: `show [--json] [--project SLUG]
       onrecord codebook check FILE
       onrecord codebook use FILE [--remark TEXT] [--project SLUG]

"show" prints what the tags mean in a project. "check" says whether a file is a codebook, and where it is not.
"use" saves a file as the next version of a project's codebook, which holds from then on; annotations keep their tags.
FILE may be - for standard input.

  --json           print it as the JSON that "use" takes
  --remark TEXT    what changed, and why, for the list of versions
  --project SLUG   the project; otherwise the first that is not archived`,
  async run(args, surroundings) {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const [deed, file] = positionals;
    if (deed === 'show' && positionals.length === 1) return show(values, surroundings);
    if (deed === 'check' && positionals.length === 2) return check(file ?? '', surroundings);
    if (deed === 'use' && positionals.length === 2) return use(file ?? '', values, surroundings);
    throw new UsageError('say "show", "check FILE" or "use FILE"');
  },
};

const OPTIONS = {
  json: { type: 'boolean', default: false },
  remark: { type: 'string', default: '' },
  project: { type: 'string' },
} as const;

interface Options {
  readonly json: boolean;
  readonly remark: string;
  readonly project?: string | undefined;
}

function show({ json, project: slug }: Options, surroundings: Surroundings): Promise<ExitCode> {
  return withDatabase(surroundings, async (database) => {
    const { project } = await atProject(database, slug);
    const { codebook } = project;
    surroundings.output.write(json ? exportedCodebook(codebook) : plain(codebook, codebook.number));
    return EXIT.done;
  });
}

async function check(file: string, surroundings: Surroundings): Promise<ExitCode> {
  const read = codebookFromFile(await readInput(file));
  if ('problems' in read) return refuse(read, surroundings);
  surroundings.output.write(`${file} is a codebook.\n`);
  return EXIT.done;
}

async function use(
  file: string,
  { remark, project: slug }: Options,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const bytes = await readInput(file);
  if (remark.length > CODEBOOK_LIMITS.remark)
    throw new UsageError(`a remark has at most ${CODEBOOK_LIMITS.remark} characters`);
  return withDatabase(surroundings, async (database) => {
    const { project, person } = await atProject(database, slug);
    const read = codebookFromFile(bytes, keymapOf(person.chosenKeys));
    if ('problems' in read) return refuse(read, surroundings);
    const { codebook: current, member } = project;
    const change = {
      codebook: read.codebook,
      remark: remark || t('codebook.imported'),
      seen: current.number,
    };
    const number = await changeCodebook(database.db, member, current, change);
    surroundings.output.write(
      number === current.number
        ? `version ${number} says the same already\n`
        : `version ${number} is in use in ${project.slug}\n`,
    );
    return EXIT.done;
  });
}

function refuse(read: Extract<ReadCodebook, { problems: unknown }>, { errors }: Surroundings): ExitCode {
  for (const line of sayProblems(read.problems)) errors.write(`${line}\n`);
  return EXIT.failed;
}

function plain({ tags, fields }: Codebook, number: number): string {
  return [`Version ${number}`, ...tags.map(plainTag), ...fields.map(plainField)].join('\n\n').concat('\n');
}

function plainField({ key, name, kind, tags, choices, isRequired, isOff }: CodebookField): string {
  const how = [kind, ...(isRequired ? ['required'] : []), ...(isOff ? ['switched off'] : [])].join(', ');
  return [
    `${name} (${ownField(key)}, ${how}), for ${tags.join(', ')}`,
    ...choices.map((choice) => `  ${choice}`),
  ].join('\n');
}

function plainTag(tag: CodebookTag): string {
  const { key, name, letter, definition, useWhen, notWhen, examples, isOff } = tag;
  return [
    `${name} (${key}, key ${letter}${isOff ? ', switched off' : ''})`,
    `  ${definition}`,
    ...(useWhen ? [`  What to mark: ${useWhen}`] : []),
    ...(notWhen ? [`  What not to mark: ${notWhen}`] : []),
    ...examples.map((example) => `  Example: ${example}`),
  ].join('\n');
}
