import { parseArgs } from 'node:util';
import { type LoadedArticle, loadAnnotation, loadArticle } from '../actions/load.ts';
import { NO_FILTER } from '../domain/annotation-filter.ts';
import { detailsOf } from '../domain/article.ts';
import { NotFoundError } from '../domain/errors.ts';
import { sightOf } from '../domain/sight.ts';
import { findRows, listAnnotations, type TableRow } from '../store/annotation-table.ts';
import type { Database } from '../store/client.ts';
import { annotationJson, annotationLine } from './annotation-lines.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { atProject, withDatabase } from './with-database.ts';
import { writeOut } from './write-out.ts';

/** Most annotations that are shown with their article; "find --article" shows all. */
const MOST = 1000;

export const command: Command = {
  usage: `ID [--json]

Shows an article with its details, its text and its annotations (the first ${MOST}), or one annotation.

  --json  as lines of JSON: the article with its text, then each annotation`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) throw new UsageError('name one article or annotation');
    return withDatabase(surroundings, async (database) => {
      const { person } = await atProject(database, undefined);
      const { article, rows } = await find(database, person.id, id);
      const parts = values.json ? jsonLines(article, rows) : plainLines(article, rows);
      await writeOut(surroundings.output, inTurn(parts), surroundings);
      return EXIT.done;
    });
  },
};

interface Shown {
  /** Absent where an annotation alone is shown. */
  readonly article?: LoadedArticle;
  readonly rows: readonly TableRow[];
}

async function find(database: Database, accountId: string, id: string): Promise<Shown> {
  const article = await loadArticle(database.db, accountId, id).catch(ifNotFound);
  if (!article) {
    const { member } = await loadAnnotation(database.db, accountId, id);
    return { rows: await findRows(database.db, sightOf(member), [id]) };
  }
  const filter = { ...NO_FILTER, articleId: id };
  const page = { order: 'text', page: 1, pageSize: MOST } as const;
  return { article, rows: await listAnnotations(database, sightOf(article.member), filter, page) };
}

function ifNotFound(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

function plainLines(article: LoadedArticle | undefined, rows: readonly TableRow[]): string[] {
  const lines = rows.map((row) => `${annotationLine(row)}\n`);
  if (!article) return lines;
  const details = Object.entries(detailsOf(article.article)).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}\n`],
  );
  return [...details, '\n', article.text.text, '\n', ...(lines.length > 0 ? ['\n', ...lines] : [])];
}

function jsonLines(article: LoadedArticle | undefined, rows: readonly TableRow[]): string[] {
  const lines = rows.map((row) => `${annotationJson(row)}\n`);
  if (!article) return lines;
  const { id } = article.article;
  const { counts } = article.coding;
  const shown = { id, ...detailsOf(article.article), counts, text: article.text.text };
  return [`${JSON.stringify(shown)}\n`, ...lines];
}

async function* inTurn(parts: readonly string[]) {
  yield* parts;
}
