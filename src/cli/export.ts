import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportFile } from '../actions/export-annotations.ts';
import { loadArticle } from '../actions/load.ts';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import type { Project } from '../domain/project.ts';
import { type Sight, sightOf } from '../domain/sight.ts';
import { type Format, formatNamed, formats } from '../formats/index.ts';
import { countMatching } from '../store/annotation-table.ts';
import type { Database } from '../store/client.ts';
import { type Command, EXIT, type Surroundings, UsageError } from './command.ts';
import {
  ANNOTATION_OPTIONS,
  ANNOTATION_USAGE,
  annotationFilterFrom,
  withAnnotator,
  withCoding,
  withTagOf,
} from './filter-options.ts';
import { startProgress } from './progress.ts';
import { atProject, withDatabase } from './with-database.ts';
import { writeOut } from './write-out.ts';

const names = formats.map(({ key }) => key).join(', ');

export const command: Command = {
  usage: `[FILTERS] [--project SLUG] [--coding CODING] [--format FORMAT] [--raw] [--output FILE]

Writes the annotations of a project, in the order of articles and text, to standard output.

${ANNOTATION_USAGE}
  --project SLUG   the project; without it, the first
  --coding CODING  final, mine, all, or the name or id of an annotator; without it, of each article the
                   final coding where it is done, else those of its coders
  --format FORMAT  one of ${names};
                   without it, ${formats[0]?.key}
  --raw            for programs: no byte order mark, no formula guard
  --output FILE    write to this file, which appears once it is complete`,
  async run(args, surroundings) {
    const wanted = readArguments(args);
    return withDatabase(surroundings, async (database) => {
      const task = { ...wanted, database, surroundings, ...(await scopeOf(database, wanted)) };
      if (wanted.output === undefined)
        await writeOut(surroundings.output, exportFile(database, task), surroundings);
      else await writeFile(task, wanted.output);
      return EXIT.done;
    });
  },
};

interface ExportArguments {
  readonly filter: AnnotationFilter;
  readonly annotator: string | undefined;
  /** As it was written; empty for the usual one. */
  readonly coding: string;
  readonly projectSlug: string | undefined;
  readonly format: Format;
  readonly raw: boolean;
  readonly output: string | undefined;
}

interface Export extends ExportArguments {
  readonly database: Database;
  readonly sight: Sight;
  readonly project: Project;
  readonly surroundings: Surroundings;
}

function readArguments(args: string[]): ExportArguments {
  const { values } = parseArgs({
    args,
    options: {
      ...ANNOTATION_OPTIONS,
      project: { type: 'string' },
      coding: { type: 'string', default: '' },
      format: { type: 'string', default: formats[0]?.key ?? '' },
      raw: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
  });
  const format = formatNamed(values.format);
  if (!format) throw new UsageError(`unknown format "${values.format}"; choose from ${names}`);
  const { annotator, coding, project: projectSlug, raw, output } = values;
  if (output !== undefined && !existsSync(dirname(output)))
    throw new UsageError(`there is no folder "${dirname(output)}"`);
  return { filter: annotationFilterFrom(values), annotator, coding, projectSlug, format, raw, output };
}

/** What is to be exported; an article tells its project by itself. */
async function scopeOf(database: Database, { filter, annotator, coding, projectSlug }: ExportArguments) {
  const { person, projects, project } = await atProject(database, projectSlug);
  const { articleId } = filter;
  const loaded = articleId === null ? undefined : await loadArticle(database.db, person.id, articleId);
  const own = loaded ? projects.find(({ id }) => id === loaded.member.projectId) : undefined;
  const from = own ?? project;
  const sight = sightOf(from.member);
  const narrowed = await withCoding(database.db, from.member, withTagOf(from.codebook, filter), coding);
  return { sight, project: from, filter: await withAnnotator(database.db, sight, narrowed, annotator) };
}

/** Writes beside the file and renames at the end: a killed export leaves nothing that looks whole. */
async function writeFile(task: Export, file: string): Promise<void> {
  const { database, sight, filter, surroundings } = task;
  const { total } = await countMatching(database, sight, filter);
  const progress = startProgress(surroundings.errors, total, true);
  const part = `${file}.${process.pid}.part`;
  let written = 0;
  const onProgress = (annotations: number) => {
    written = annotations;
    progress.pause(() => {}, annotations);
  };
  try {
    const chunks = exportFile(database, { ...task, onProgress });
    await pipeline(chunks, createWriteStream(part, { flush: true }), { signal: surroundings.stop });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    progress.stop();
  }
  const from = written === 0 ? '' : ` from ${written} ${written === 1 ? 'annotation' : 'annotations'}`;
  surroundings.output.write(`Wrote ${file}${from}\n`);
}
