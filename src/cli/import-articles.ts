import { sayReading } from '../import/articles/say-reading.ts';
import { type FileArticle, type FileResult, type Imported, importFiles } from '../import/articles/store.ts';
import { countFiles } from './find-files.ts';
import type { CommandImport, Tally } from './import-task.ts';
import { startProgress } from './progress.ts';
import { type NamedInput, readArticles } from './read-articles.ts';

/** Articles of one transaction: so many, or so many UTF-16 code units of text together. */
const MAX_IN_BATCH = 100;
const MAX_UNITS_IN_BATCH = 5_000_000;

/** What is stored in one transaction, and how many of the files it ends. */
interface Batch {
  readonly articles: readonly FileArticle[];
  readonly filesDone: number;
}

/** Stores the articles of the files, some hundred in a transaction, and prints a line on each. */
export async function importArticles(task: CommandImport, files: AsyncIterable<NamedInput>): Promise<Tally> {
  const total = await countFiles(task.paths);
  const progress = startProgress(task.surroundings.errors, total, !task.json);
  let [taken, refused] = [0, 0];
  for await (const { articles, filesDone } of inBatches(task, files)) {
    const results = await importFiles(task.database.db, task.member, articles);
    progress.pause(() => {
      for (const result of results) print(task, result);
    }, filesDone);
    const problems = results.filter((result) => 'problem' in result).length;
    refused += problems;
    taken += results.length - problems;
  }
  progress.stop();
  return { taken, refused };
}

async function* inBatches(task: CommandImport, files: AsyncIterable<NamedInput>): AsyncGenerator<Batch> {
  const { stop } = task.surroundings;
  let articles: FileArticle[] = [];
  let [units, filesDone] = [0, 0];
  for await (const file of files) {
    for await (const read of readArticles(task, file)) {
      if (stop.aborted) break;
      articles.push(read);
      units += 'article' in read ? read.article.text.length : 0;
      if (articles.length < MAX_IN_BATCH && units < MAX_UNITS_IN_BATCH) continue;
      yield { articles, filesDone };
      [articles, units] = [[], 0];
    }
    filesDone += 1;
    if (stop.aborted) break;
  }
  if (articles.length > 0) yield { articles, filesDone };
}

function print({ json, surroundings }: CommandImport, result: FileResult): void {
  if ('problem' in result) surroundings.errors.write(`onrecord: ${result.name}: ${result.problem}\n`);
  else {
    surroundings.output.write(json ? jsonLine(result.name, result) : plainLine(result));
    if (result.reading)
      surroundings.errors.write(`onrecord: ${result.name}: ${sayReading(result.reading)}\n`);
  }
}

function jsonLine(file: string, { article, duplicate }: Imported): string {
  const { id, title, sentenceCount } = article;
  return `${JSON.stringify({ file, id, title, sentences: sentenceCount, duplicate })}\n`;
}

function plainLine({ article: { id, title, sentenceCount: sentences }, duplicate }: Imported): string {
  const words = `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}${duplicate ? ', there already' : ''}`;
  return `${id}  ${title} (${words})\n`;
}
