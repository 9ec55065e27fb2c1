import { parseArgs } from 'node:util';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import { type Sight, sightOf } from '../domain/sight.ts';
import { listAnnotations, type TableRow } from '../store/annotation-table.ts';
import type { Database } from '../store/client.ts';
import { annotationJson, annotationLine } from './annotation-lines.ts';
import { type Command, EXIT } from './command.ts';
import {
  ANNOTATION_OPTIONS,
  ANNOTATION_USAGE,
  annotationFilterFrom,
  withAnnotator,
  withTagOf,
} from './filter-options.ts';
import { atProject, withDatabase } from './with-database.ts';
import { writeOut } from './write-out.ts';

/** Annotations read at once. */
const PAGE = 500;

export const command: Command = {
  usage: `[WORDS…] [FILTERS] [--project SLUG] [--json]

Finds annotations with the same filters as the table of annotations, one a line, in the order of articles and text.
WORDS are the same as --words.

${ANNOTATION_USAGE}
  --project SLUG   the project; without it, the first
  --json           a line of JSON an annotation`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...ANNOTATION_OPTIONS,
        project: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const words = [...positionals, values.words ?? ''].join(' ');
    const asked = annotationFilterFrom({ ...values, words });
    return withDatabase(surroundings, async (database) => {
      const { project } = await atProject(database, values.project);
      const sight = sightOf(project.member);
      const narrowed = withTagOf(project.codebook, asked);
      const filter = await withAnnotator(database.db, sight, narrowed, values.annotator);
      const write = values.json ? annotationJson : annotationLine;
      await writeOut(surroundings.output, linesOf(rowsOf(database, sight, filter), write), surroundings);
      return EXIT.done;
    });
  },
};

async function* rowsOf(database: Database, sight: Sight, filter: AnnotationFilter) {
  for (let page = 1; ; page++) {
    const rows = await listAnnotations(database, sight, filter, { order: 'text', page, pageSize: PAGE });
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

async function* linesOf(rows: AsyncIterable<TableRow>, write: (row: TableRow) => string) {
  for await (const row of rows) yield `${write(row)}\n`;
}
