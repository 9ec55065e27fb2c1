import type { Request, Response } from 'express';
import { NotFoundError } from '../../domain/errors.ts';
import { pathPart } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** Who looks at the project that the path names. Throws NotFoundError for one that is not theirs. */
export function viewerOfProject(request: Request, response: Response): Viewer {
  const slug = pathPart(request, 'slug');
  const found = response.locals.atDesk.projects.find((project) => project.slug === slug);
  if (!found) throw new NotFoundError('project');
  return viewerOf(request, response, found.id);
}
