import { createHash } from 'node:crypto';
import type { Article } from '../../domain/article.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { articleReaders, type UnpackedArticle } from '../../formats/article-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import type { Db } from '../../store/client.ts';
import { findArticleOfSource } from '../../store/sources.ts';
import { readInThread, readOneInThread } from '../reading/read-in-thread.ts';
import type { FileArticle } from './store.ts';

/** How articles are read: `limit` is the most UTF-16 code units of a text, `signal` ends the reading. */
export interface ReadOptions {
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The single articles of an archive or table, or the file itself, one after another. Throws UnreadableFileError for
 * an archive or table that cannot be read, and the signal's reason once that is aborted.
 */
export async function* unpackFile(
  { name, bytes }: IncomingFile,
  signal?: AbortSignal,
): AsyncGenerator<UnpackedArticle> {
  for await (const unpacked of readInThread('unpack', { name, bytes }, { size: bytes.length, signal }))
    yield 'isWhole' in unpacked ? { name, file: { name, bytes } } : unpacked;
}

/** Reads one article from a file, or says why it cannot. Throws the signal's reason once that is aborted. */
export async function readUnpacked(
  db: Db,
  projectId: string,
  unpacked: UnpackedArticle,
  options: ReadOptions,
): Promise<FileArticle> {
  const { name } = unpacked;
  if ('problem' in unpacked) return unpacked;
  const known = 'file' in unpacked ? await knownArticle(db, projectId, unpacked.file) : null;
  if (known) return { name, known };
  try {
    return 'file' in unpacked ? await readFile(unpacked, options) : await readRow(unpacked, options);
  } catch (error) {
    if (error instanceof InvalidInputError) return { name, problem: error.message };
    throw error;
  }
}

/** A file whose bytes are an article's source need not be read again: reading a PDF takes seconds. */
async function knownArticle(db: Db, projectId: string, file: IncomingFile): Promise<Article | null> {
  if (!articleReaders.find((reader) => reader.recognises(file))?.keepsSource) return null;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return findArticleOfSource(db, projectId, sha256);
}

async function readFile(
  { name, file: { bytes, encoding } }: Extract<UnpackedArticle, { file: unknown }>,
  { limit, signal }: ReadOptions,
): Promise<FileArticle> {
  const file = { name, bytes, encoding };
  const { article, reading, mediaType, keepsSource } = await readOneInThread(
    'fileArticle',
    { file, limit },
    { size: bytes.length, signal },
  );
  const source = keepsSource ? { name, bytes, url: null, mediaType } : null;
  return { name, article: { ...article, source }, reading };
}

async function readRow(
  { name, article: content, id }: Extract<UnpackedArticle, { article: unknown }>,
  { limit, signal }: ReadOptions,
): Promise<FileArticle> {
  const size = content.text.length;
  const read = await readOneInThread('tableArticle', { content, limit }, { size, signal });
  return { name, article: id === undefined ? read : { ...read, id }, reading: content.reading };
}
