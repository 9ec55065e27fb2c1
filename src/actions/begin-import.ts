import { ForbiddenError } from '../domain/errors.ts';
import { canAnnotate, canEditArticles, type Member } from '../domain/permission.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import type { Db } from '../store/client.ts';
import { FILE_TYPES, type ImportKind, insertImport } from '../store/imports.ts';
import { wakeImports } from './wake-imports.ts';

/**
 * Keeps files of articles, archives and tables of articles, to be imported in the background, and gives the import's id.
 * Nothing is read yet. Throws ForbiddenError for a member who may only read.
 */
export async function beginArticleImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
): Promise<string> {
  const id = await keep(db, member, 'articles', files);
  wakeImports(db);
  return id;
}

/** Keeps files of annotations until the person has said what their labels mean; otherwise as `beginArticleImport`. */
export async function beginAnnotationImport(
  db: Db,
  member: Member,
  files: readonly IncomingFile[],
): Promise<string> {
  if (!canAnnotate(member)) throw new ForbiddenError('You may read this project, but not annotate in it.');
  return keep(db, member, 'annotations', files);
}

async function keep(db: Db, member: Member, kind: ImportKind, files: readonly IncomingFile[]) {
  if (!canEditArticles(member))
    throw new ForbiddenError('You may read this project, but not import into it.');
  const received = files.map((file) => ({ ...file, mediaType: FILE_TYPES.received }));
  return insertImport(db, member, kind, received);
}
