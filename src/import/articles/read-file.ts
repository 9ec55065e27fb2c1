import { createHash } from 'node:crypto';
import type { Article } from '../../domain/article.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { articleReaders, type UnpackedArticle } from '../../formats/article-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import type { Db } from '../../store/client.ts';
import { findArticleOfSource } from '../../store/sources.ts';
import { readArticle } from './read.ts';
import { readOneFile } from './source.ts';
import type { FileArticle, SourcedArticle } from './store.ts';

/** Reads one article from a file, or says why it cannot. `limit`: most UTF-16 code units of its text. */
export async function readUnpacked(
  db: Db,
  projectId: string,
  unpacked: UnpackedArticle,
  limit: number,
): Promise<FileArticle> {
  const { name } = unpacked;
  if ('problem' in unpacked) return unpacked;
  const known = 'file' in unpacked ? await knownArticle(db, projectId, unpacked.file) : null;
  if (known) return { name, known };
  try {
    return 'file' in unpacked ? await readFile(unpacked, limit) : readRow(unpacked, limit);
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
  limit: number,
): Promise<FileArticle> {
  const { found, source } = await readOneFile({ name, bytes, encoding }, limit);
  const article = { ...readArticle({ content: found, given: {} }, limit), source };
  return { name, article, reading: found.reading };
}

function readRow(
  { name, article: content, id }: Extract<UnpackedArticle, { article: unknown }>,
  limit: number,
): FileArticle {
  const read: SourcedArticle = readArticle({ content, given: {} }, limit);
  return { name, article: id === undefined ? read : { ...read, id }, reading: content.reading };
}
