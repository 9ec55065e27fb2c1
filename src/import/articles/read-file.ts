import { InvalidInputError, UnreadableFileError } from '../../domain/errors.ts';
import { readArticleFile, type UnpackedArticle } from '../../formats/article-readers.ts';
import type { NewSource } from '../../store/sources.ts';
import { type ReadArticle, readArticle } from './read.ts';

/** An article read from a file, ready to be stored. */
export interface ReadFile {
  readonly name: string;
  readonly article: ReadArticle;
  /** What is kept with the article, or the id by which it is kept already; null for a text, which is its own source. */
  readonly source: NewSource | string | null;
}

/** A file that cannot be read, with the reason in a sentence. */
export interface RefusedArticle {
  readonly name: string;
  readonly problem: string;
}

/** Reads one article out of a file, or says why there is none. `limit` is the most UTF-16 code units of its text. */
export async function readUnpacked(each: UnpackedArticle, limit: number): Promise<ReadFile | RefusedArticle> {
  const { name } = each;
  if ('problem' in each) return each;
  try {
    return 'file' in each ? await readFile(name, each.file.bytes, limit) : readRow(each, limit);
  } catch (error) {
    if (error instanceof UnreadableFileError || error instanceof InvalidInputError)
      return { name, problem: error.message };
    throw error;
  }
}

async function readFile(name: string, bytes: Uint8Array, limit: number): Promise<ReadFile> {
  const { article, reader } = await readArticleFile({ name, bytes }, limit);
  const { mediaType } = reader;
  const source = reader.keepsSource ? { name, url: null, mediaType, bytes } : null;
  return { name, article: readArticle({ content: article, given: {} }, limit), source };
}

function readRow(
  { name, article, id }: Extract<UnpackedArticle, { article: unknown }>,
  limit: number,
): ReadFile {
  const read = readArticle({ content: article, given: {} }, limit);
  return { name, article: id === undefined ? read : { ...read, id }, source: null };
}
