import type { Imported } from '../import/articles/store.ts';
import { importFiles } from '../import/articles/store-files.ts';
import { countFiles } from './find-files.ts';
import type { CommandImport, Tally } from './import-task.ts';
import { startProgress } from './progress.ts';
import { type Named, type Read, readArticles } from './read-articles.ts';

/** Articles of one transaction: so many, or so many UTF-16 code units of text together. */
const MOST_IN_BATCH = 100;
const MOST_UNITS_IN_BATCH = 5_000_000;

/** What is stored in one transaction, and how many of the files it ends. */
interface Batch {
  readonly articles: readonly Read[];
  readonly filesDone: number;
}

/** Stores the articles of the files, some hundred in a transaction, and tells of each. */
export async function importArticles(task: CommandImport, files: AsyncIterable<Named>): Promise<Tally> {
  const total = await countFiles(task.paths);
  const progress = startProgress(task.surroundings.errors, total, !task.json);
  let [taken, refused] = [0, 0];
  for await (const { articles, filesDone } of inBatches(task, files)) {
    const outcomes = await store(task, articles);
    progress.pause(() => {
      for (const [each, imported] of outcomes) tell(task, each, imported);
    }, filesDone);
    refused += articles.filter((each) => 'problem' in each).length;
    taken += articles.filter((each) => !('problem' in each)).length;
  }
  progress.stop();
  return { taken, refused };
}

/** Stores what could be read, and gives every article with what became of it, in their order. */
async function store(task: CommandImport, articles: readonly Read[]) {
  const readable = articles.filter((each) => 'article' in each);
  const stored = await importFiles(task.database.db, task.member, readable);
  const outcomes = new Map<Read, Imported | undefined>(readable.map((each, at) => [each, stored[at]]));
  return articles.map((each) => [each, 'known' in each ? each.known : outcomes.get(each)] as const);
}

async function* inBatches(task: CommandImport, files: AsyncIterable<Named>): AsyncGenerator<Batch> {
  const { stop } = task.surroundings;
  let articles: Read[] = [];
  let [units, filesDone] = [0, 0];
  for await (const file of files) {
    for await (const read of readArticles(task, file)) {
      if (stop.aborted) break;
      articles.push(read);
      units += 'article' in read ? read.article.text.length : 0;
      if (articles.length < MOST_IN_BATCH && units < MOST_UNITS_IN_BATCH) continue;
      yield { articles, filesDone };
      [articles, units] = [[], 0];
    }
    filesDone += 1;
    if (stop.aborted) break;
  }
  if (articles.length > 0) yield { articles, filesDone };
}

function tell({ json, surroundings }: CommandImport, each: Read, imported: Imported | undefined): void {
  if ('problem' in each) surroundings.errors.write(`onrecord: ${each.name}: ${each.problem}\n`);
  else if (imported) surroundings.output.write(json ? jsonLine(each.name, imported) : plainLine(imported));
}

function jsonLine(file: string, { article, duplicate }: Imported): string {
  const { id, title, counts } = article;
  return `${JSON.stringify({ file, id, title, sentences: counts.sentences, duplicate })}\n`;
}

function plainLine({ article: { id, title, counts }, duplicate }: Imported): string {
  const { sentences } = counts;
  const words = `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}${duplicate ? ', there already' : ''}`;
  return `${id}  ${title} (${words})\n`;
}
