import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Imported, importArticles } from '../actions/import-article.ts';
import { type ReadArticle, readArticle } from '../actions/read-article.ts';
import { type Config, readConfig } from '../config.ts';
import { InvalidInputError } from '../domain/errors.ts';
import type { Member } from '../domain/permission.ts';
import { type Db, openDatabase } from '../store/client.ts';
import { ensureLocalPerson, listProjects } from '../store/members.ts';
import { migrate } from '../store/migrate.ts';
import { type Command, EXIT, type ExitCode, type Surroundings, UsageError } from './command.ts';
import { startProgress } from './progress.ts';

export const command: Command = {
  usage: `FILE… [--json] [--project SLUG]

Imports a .txt or .md file each as one article; - is standard input. A text that is there already is not stored again.

  --json          a line of JSON an article: file, id, title, sentences, duplicate
  --project SLUG  the project to import into; without it, the first`,
  async run(args, surroundings) {
    const { files, json, project } = readArguments(args);
    const config = readConfig(surroundings.environment);
    await migrate(config.databaseUrl, config);
    const { db, close } = await openDatabase(config.databaseUrl);
    try {
      const member = await memberOf(db, project);
      return await importFiles({ db, member, config, files, json, surroundings });
    } finally {
      await close();
    }
  },
};

interface Import {
  readonly db: Db;
  readonly member: Member;
  readonly config: Config;
  readonly files: readonly string[];
  readonly json: boolean;
  readonly surroundings: Surroundings;
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, project: { type: 'string' } },
  });
  if (positionals.length === 0) throw new UsageError('name the files to import');
  return { files: positionals, ...values };
}

async function memberOf(db: Db, slug: string | undefined): Promise<Member> {
  const { person } = await ensureLocalPerson(db);
  const projects = await listProjects(db, person.id);
  const project = projects.find((candidate) => slug === undefined || candidate.slug === slug);
  if (!project) throw new UsageError(`there is no project "${slug}"`);
  return { userId: person.id, projectId: project.id, role: project.role };
}

type ReadFile =
  | { readonly file: string; readonly article: ReadArticle }
  | { readonly file: string; readonly problem: string };

async function importFiles(task: Import): Promise<ExitCode> {
  const { files, surroundings } = task;
  const progress = startProgress(surroundings.errors, files.length, !task.json);
  let [read, stored] = [0, 0];
  for await (const batch of readBatches(task)) {
    const readable = batch.filter((file) => 'article' in file);
    const articles = readable.map(({ article }) => article);
    const imported = await importArticles(task.db, task.member, articles);
    read += batch.length;
    stored += imported.length;
    progress.pause(() => {
      for (const file of batch) if ('problem' in file) surroundings.errors.write(problemLine(file));
      for (const [at, { file }] of readable.entries())
        surroundings.output.write(line(task, file, imported[at]));
    }, read);
  }
  progress.stop();
  if (stored === files.length) return EXIT.done;
  return stored === 0 ? EXIT.failed : EXIT.partlyDone;
}

/** Articles of one transaction: so many, or so many UTF-16 code units of text together. */
const MOST_IN_BATCH = 100;
const MOST_UNITS_IN_BATCH = 5_000_000;

async function* readBatches({ files, config, surroundings }: Import): AsyncGenerator<readonly ReadFile[]> {
  let batch: ReadFile[] = [];
  let units = 0;
  for (const file of files) {
    if (surroundings.stop.aborted) break;
    const read = await readOne(file, config);
    batch.push(read);
    units += 'article' in read ? read.article.text.length : 0;
    if (batch.length < MOST_IN_BATCH && units < MOST_UNITS_IN_BATCH) continue;
    yield batch;
    [batch, units] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

async function readOne(file: string, config: Config): Promise<ReadFile> {
  try {
    const content = await bytesOf(file, config.maxUploadBytes);
    return { file, article: readArticle({ content, given: {} }, config.maxArticleLength) };
  } catch (error) {
    if (error instanceof InvalidInputError) return { file, problem: error.message };
    if (isFileError(error)) return { file, problem: FILE_PROBLEMS[error.code ?? ''] ?? error.message };
    throw error;
  }
}

async function bytesOf(file: string, most: number): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  const { size } = await stat(file);
  if (size > most)
    throw new InvalidInputError({ file: `This file is larger than ${most} bytes, which is the limit.` });
  return readFile(file);
}

const FILE_PROBLEMS: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder: name the files in it.',
  EACCES: 'This file may not be read.',
};

/** What the file system refuses: a file that is not there, may not be read, or is a folder. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function problemLine({ file, problem }: { file: string; problem: string }): string {
  return `onrecord: ${file}: ${problem}\n`;
}

function line({ json }: Import, file: string, imported: Imported | undefined): string {
  if (!imported) return '';
  const { article, duplicate } = imported;
  const { id, title } = article;
  const { sentences } = article.counts;
  if (json) return `${JSON.stringify({ file, id, title, sentences, duplicate })}\n`;
  return `${id}  ${title} (${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}${duplicate ? ', there already' : ''})\n`;
}
