import { ForbiddenError, InvalidInputError } from '../domain/errors.ts';
import { canEditArticles, type Member } from '../domain/permission.ts';
import type { FoundArticle } from '../formats/article-file.ts';
import { articleReaders, readArticleFile } from '../formats/article-readers.ts';
import { type IncomingFile, UnreadableFileError } from '../formats/incoming.ts';
import type { Db, Tx } from '../store/client.ts';
import { attachSource, keepSource, type NewSource, sweepSources } from '../store/sources.ts';
import { type Imported, importArticles } from './import-article.ts';
import type { ReadArticle } from './read-article.ts';

/** Endings of the files that hold one article, without the dot, and the names of their kinds. */
export const ARTICLE_KINDS: readonly { readonly name: string; readonly extensions: readonly string[] }[] =
  articleReaders;

/** One article out of a file. */
export interface FoundInFile {
  readonly found: FoundArticle;
  /** What is to be kept of the file; a plain text is its own source. */
  readonly source: NewSource | null;
}

/**
 * Reads the article in a file. `limit` is the most UTF-16 code units that a text may have. Throws InvalidInputError
 * (field `file`) where that cannot be done.
 */
export async function readOneFile(file: IncomingFile, limit: number): Promise<FoundInFile> {
  try {
    const { article: found, reader } = await readArticleFile(file, limit);
    const { mediaType, keepsSource } = reader;
    return { found, source: keepsSource ? { ...file, url: null, mediaType } : null };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new InvalidInputError({ file: error.message });
  }
}

/**
 * Keeps a source for as long as its article is looked at and corrected, and gives its id. Throws ForbiddenError for a
 * member who may only read.
 */
export async function keepForPreview(db: Db, member: Member, source: NewSource): Promise<string> {
  checkMayImport(member);
  await sweepSources(db, new Date());
  return keepSource(db, member, source);
}

/** Throws ForbiddenError for a member who may only read. */
export function checkMayImport(member: Member): void {
  if (!canEditArticles(member))
    throw new ForbiddenError('You may read this project, but not import into it.');
}

/**
 * Stores an article together with what it was read from: a source, or the id of one that was kept when it was looked
 * at. A text that is there already keeps the source that it has. Throws InvalidInputError (field `text`) where what was
 * kept is gone; otherwise as `importArticle` does.
 */
export async function importWithSource(
  db: Db,
  member: Member,
  article: ReadArticle,
  source: NewSource | string | null,
): Promise<Imported> {
  const [imported] = await importArticles(db, member, [article], {
    andThen: async (tx, [stored]) => {
      if (stored && source !== null) await keepWith(tx, member, stored.article.id, source);
    },
  });
  if (!imported) throw new Error('an article was neither stored nor refused');
  return imported;
}

async function keepWith(
  tx: Tx,
  member: Member,
  articleId: string,
  source: NewSource | string,
): Promise<void> {
  const id = typeof source === 'string' ? source : await keepSource(tx, member, source);
  if (await attachSource(tx, member, id, articleId)) return;
  throw new InvalidInputError({
    text: 'What this text was read from is kept for a day only, and is gone: fetch or upload it again, or import the text as it stands.',
  });
}
