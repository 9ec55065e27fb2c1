import { type Member, require } from '../../domain/permission.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import { articleReaders } from '../../formats/article-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import { ENCODINGS, type Encoding } from '../../formats/reading/detect-encoding.ts';
import type { Db } from '../../store/client.ts';
import {
  findUnattachedSource,
  keepSource,
  type NewSource,
  readSource,
  sweepSources,
} from '../../store/sources.ts';
import { readOneInThread } from '../reading/read-in-thread.ts';

export type { Encoding } from '../../formats/reading/detect-encoding.ts';
export type { TextReading } from '../../formats/reading/text-reading.ts';

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
  const { name, bytes } = file;
  const { found, mediaType, keepsSource } = await readOneInThread(
    'file',
    { file, limit },
    { size: bytes.length },
  );
  return { found, mediaType, source: keepsSource ? { name, bytes, url: null, mediaType } : null };
}

/** Every encoding, for a form to choose from. */
export const KNOWN_ENCODINGS: readonly Encoding[] = ENCODINGS;

/** The encoding of this name, if texts are read in it. */
export function encodingNamed(name: string | undefined): Encoding | undefined {
  return ENCODINGS.find((encoding) => encoding === name);
}

/**
 * Reads a source anew that is kept and has no article yet, in an encoding that a person has chosen. Null where it is
 * gone. Throws UnreadableFileError.
 */
export async function readKeptSource(
  db: Db,
  member: Member,
  id: string,
  { encoding, limit }: { readonly encoding: Encoding | undefined; readonly limit: number },
): Promise<FoundArticle | null> {
  const source = await findUnattachedSource(db, member, id);
  const bytes = source && (await readSource(db, member.projectId, id));
  if (!bytes) return null;
  const { name, url, mediaType } = source;
  if (url && mediaType === 'text/html') {
    const read = await readOneInThread('page', { bytes, url, encoding }, { size: bytes.length });
    return 'found' in read ? read.found : null;
  }
  const { found } = await readOneFile({ name: name ?? '', bytes, encoding }, limit);
  return { ...found, details: { ...(url && { url }), ...found.details } };
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
