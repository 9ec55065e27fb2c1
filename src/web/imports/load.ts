import type { Request, Response } from 'express';
import { NotFoundError } from '../../domain/errors.ts';
import { findImport, projectOfImport, type StoredImport } from '../../store/imports.ts';
import { pathPart } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/**
 * The import that the address names, with who looks at it. Throws NotFoundError where it is in no project of
 * theirs.
 */
export async function importFrom(
  request: Request,
  response: Response,
): Promise<{ readonly found: StoredImport; readonly viewer: Viewer }> {
  const { db } = response.locals.database;
  const id = pathPart(request, 'id');
  const projectId = await projectOfImport(db, id);
  const isTheirs = response.locals.atDesk.projects.some((project) => project.id === projectId);
  const found = projectId && isTheirs ? await findImport(db, projectId, id) : null;
  if (!found) throw new NotFoundError('import');
  return { found, viewer: viewerOf(request, response, found.projectId) };
}
