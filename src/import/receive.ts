import { InvalidInputError, UnreadableFileError } from '../domain/errors.ts';
import { type Member, require } from '../domain/permission.ts';
import { annotationReaderFor, annotationReaders } from '../formats/annotation-readers.ts';
import { isArticleTable } from '../formats/article-table/read.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import type { Db } from '../store/client.ts';
import { FILE_TYPES, type ImportKind, insertImport } from '../store/imports.ts';
import { previewAnnotations } from './annotations/preview.ts';
import { wakeImports } from './wake.ts';

/**
 * Keeps files of articles, archives and tables of articles, to be imported in the background, and gives the import's id.
 * Nothing is read yet. Throws ForbiddenError for a member who may only read.
 */
export async function beginArticleImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
): Promise<string> {
  require(member, 'importArticles');
  const id = await keep(db, member, 'articles', files);
  wakeImports(db);
  return id;
}

/** Names of the kinds of annotation files that can be read. */
export const ANNOTATION_KINDS: readonly string[] = annotationReaders.map(({ name }) => name);

/**
 * Keeps files of annotations until the person has said what their labels mean, and gives the import's id. Throws
 * ForbiddenError, and InvalidInputError (field `file`) naming every file of which nothing can be read.
 */
export async function beginAnnotationImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
): Promise<string> {
  require(member, 'importAnnotations');
  await refuseUnreadable(files);
  return keep(db, member, 'annotations', files);
}

/** Reads every file once, so that one of which nothing can be read is refused where it is handed in. */
async function refuseUnreadable(files: readonly IncomingFile[]): Promise<void> {
  if (files.length === 0) throw new InvalidInputError({ file: 'Choose a file first.' });
  const problems: string[] = [];
  for (const file of files) problems.push(...(await problemsWith(file)));
  if (problems.length > 0) throw new InvalidInputError({ file: problems.join(' ') });
}

async function problemsWith(file: IncomingFile): Promise<string[]> {
  try {
    await previewAnnotations(annotationReaderFor(file), file);
    return [];
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      const reason = isArticleTable(file)
        ? 'This is a table of articles: choose “Import articles”.'
        : error.message;
      return [`${file.name}: ${reason}`];
    }
    throw error;
  }
}

async function keep(db: Db, member: Member, kind: ImportKind, files: readonly IncomingFile[]) {
  const received = files.map((file) => ({ ...file, mediaType: FILE_TYPES.received }));
  return insertImport(db, member, kind, received);
}
