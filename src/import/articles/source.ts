import { type Member, require } from '../../domain/permission.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import { articleReaders } from '../../formats/article-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import type { Db } from '../../store/client.ts';
import { keepSource, type NewSource, sweepSources } from '../../store/sources.ts';
import { readOneInThread } from '../reading/read-in-thread.ts';

/** Endings of the files that hold one article, without the dot, and the names of their kinds. */
export const ARTICLE_KINDS: readonly { readonly name: string; readonly extensions: readonly string[] }[] =
  articleReaders;

/** One article out of a file. */
export interface FoundInFile {
  readonly found: FoundArticle;
  readonly mediaType: string;
  /** What is to be kept of the file; a plain text is its own source. */
  readonly source: NewSource | null;
}

/**
 * Reads the article in a file. `limit` is the most UTF-16 code units that a text may have. Throws
 * UnreadableFileError where that cannot be done.
 */
export async function readOneFile(file: IncomingFile, limit: number): Promise<FoundInFile> {
  const size = file.bytes.length;
  const { found, mediaType, keepsSource } = await readOneInThread('file', { file, limit }, { size });
  return { found, mediaType, source: keepsSource ? { ...file, url: null, mediaType } : null };
}

/**
 * Keeps a source for as long as its article is looked at and corrected, and gives its id. Throws
 * ForbiddenError for a member who may only read.
 */
export async function keepForPreview(db: Db, member: Member, source: NewSource): Promise<string> {
  require(member, 'importArticles');
  await sweepSources(db, new Date());
  return keepSource(db, member, source);
}
