import { createHash } from 'node:crypto';
import { fetchArticle } from '../actions/fetch-article.ts';
import type { Imported } from '../actions/import-article.ts';
import { importFiles } from '../actions/import-files.ts';
import { readArticle } from '../actions/read-article.ts';
import { type ReadFile, type RefusedArticle, readUnpacked } from '../actions/read-article-file.ts';
import { AppError } from '../domain/errors.ts';
import { readerFor, type UnpackedArticle, unpack } from '../formats/article-readers.ts';
import { UnreadableFileError } from '../formats/incoming.ts';
import { findArticleOfSource } from '../store/sources.ts';
import type { NamedFile } from './find-files.ts';
import type { CommandImport, Tally } from './import-task.ts';
import { startProgress } from './progress.ts';

/** An article that was read, or one whose very file was imported before. */
type Read = ReadFile | RefusedArticle | { readonly name: string; readonly known: Imported };

/** Articles of one transaction: so many, or so many UTF-16 code units of text together. */
const MOST_IN_BATCH = 100;
const MOST_UNITS_IN_BATCH = 5_000_000;

/** Stores the articles of the files, some hundred in a transaction, and tells of each. */
export async function importArticles(
  task: CommandImport,
  files: AsyncIterable<NamedFile | { readonly address: string }>,
): Promise<Tally> {
  const progress = startProgress(task.surroundings.errors, task.paths.length, !task.json);
  let [taken, refused] = [0, 0];
  for await (const batch of inBatches(task, files)) {
    const readable = batch.filter((each) => 'article' in each);
    const stored = await importFiles(task.database.db, task.member, readable);
    const outcomes = new Map<Read, Imported | undefined>(readable.map((each, at) => [each, stored[at]]));
    progress.pause(() => {
      for (const each of batch) {
        if ('problem' in each) refused += 1;
        else taken += 1;
        tell(task, each, 'known' in each ? each.known : outcomes.get(each));
      }
    }, taken + refused);
  }
  progress.stop();
  return { taken, refused };
}

async function* inBatches(
  task: CommandImport,
  files: AsyncIterable<NamedFile | { readonly address: string }>,
): AsyncGenerator<readonly Read[]> {
  let batch: Read[] = [];
  let units = 0;
  for await (const file of files) {
    for await (const read of readAll(task, file)) {
      if (task.surroundings.stop.aborted) break;
      batch.push(read);
      units += 'article' in read ? read.article.text.length : 0;
      if (batch.length < MOST_IN_BATCH && units < MOST_UNITS_IN_BATCH) continue;
      yield batch;
      [batch, units] = [[], 0];
    }
    if (task.surroundings.stop.aborted) break;
  }
  if (batch.length > 0) yield batch;
}

async function* readAll(
  task: CommandImport,
  file: NamedFile | { readonly address: string },
): AsyncGenerator<Read> {
  if ('address' in file) yield await readAddress(task, file.address);
  else if ('problem' in file) yield file;
  else {
    try {
      for await (const each of unpack(file)) yield await readOne(task, each);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      yield { name: file.name, problem: error.message };
    }
  }
}

async function readOne(task: CommandImport, each: UnpackedArticle): Promise<Read> {
  const known = await knownArticle(task, each);
  return known ? { name: each.name, known } : readUnpacked(each, task.config.maxArticleLength);
}

/** A file whose bytes are an article's source need not be read again: reading a PDF takes seconds. */
async function knownArticle(task: CommandImport, each: UnpackedArticle): Promise<Imported | undefined> {
  if (!('file' in each) || !keepsSource(each.file)) return undefined;
  const sha256 = createHash('sha256').update(each.file.bytes).digest('hex');
  const article = await findArticleOfSource(task.database.db, task.member.projectId, sha256);
  return article ? { article, duplicate: true } : undefined;
}

function keepsSource(file: Parameters<typeof readerFor>[0]): boolean {
  try {
    return readerFor(file).keepsSource;
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

async function readAddress(
  { database, member, config, surroundings }: CommandImport,
  address: string,
): Promise<Read> {
  try {
    const { maxArticleLength: limit, allowLoopback } = config;
    const options = { limit, allowLoopback, signal: surroundings.stop };
    const { found, sourceId } = await fetchArticle(database.db, member, address, options);
    const article = readArticle({ content: found, given: {} }, limit);
    return { name: address, article, source: sourceId };
  } catch (error) {
    if (error instanceof AppError) return { name: address, problem: error.message };
    throw error;
  }
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
