import { createHash } from 'node:crypto';
import { AppError, UnreadableFileError } from '../domain/errors.ts';
import { readerFor, type UnpackedArticle, unpack } from '../formats/article-readers.ts';
import { fetchArticle } from '../import/articles/fetch.ts';
import { readArticle } from '../import/articles/read.ts';
import { type ReadFile, type RefusedArticle, readUnpacked } from '../import/articles/read-file.ts';
import type { Imported } from '../import/articles/store.ts';
import { findArticleOfSource } from '../store/sources.ts';
import type { NamedFile } from './find-files.ts';
import type { CommandImport } from './import-task.ts';

/** An article that was read, why it was not, or one whose very file was imported before. */
export type Read = ReadFile | RefusedArticle | { readonly name: string; readonly known: Imported };

/** A file of the command line, or an address of the web. */
export type Named = NamedFile | { readonly address: string };

/** The articles that a file or an address holds, one after another. */
export async function* readArticles(task: CommandImport, file: Named): AsyncGenerator<Read> {
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
