import type { Request, Response } from 'express';
import { NotFoundError } from '../../domain/errors.ts';
import { may } from '../../domain/permission.ts';
import { findImport, projectOfImport, type StoredImport } from '../../store/imports.ts';
import { pathPart } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/**
 * The import that the address names, with who looks at it. Throws NotFoundError where it is in no project of
 * theirs, or another's where each coder works alone: what was brought in is then as hidden as what is tagged.
 */
export async function importFrom(
  request: Request,
  response: Response,
): Promise<{ readonly found: StoredImport; readonly viewer: Viewer }> {
  const { db } = response.locals.database;
  const id = pathPart(request, 'id');
  const projectId = await projectOfImport(db, id);
  const member = response.locals.atDesk.projects.find((project) => project.id === projectId)?.member;
  const found = member && (await findImport(db, member.projectId, id));
  const isSeen =
    found && (member.annotatorIds.includes(found.annotatorId) || may(member, 'seeImportsOfOthers'));
  if (!isSeen) throw new NotFoundError('import');
  return { found, viewer: viewerOf(request, response, found.projectId) };
}
