import type { Request, Response } from 'express';
import { type LoadedAnnotation, loadAnnotation } from '../../actions/load.ts';
import { pathPart } from '../fields.ts';

/** The annotation that the address names. */
export function loadFrom(request: Request, response: Response): Promise<LoadedAnnotation> {
  const { atDesk, database } = response.locals;
  return loadAnnotation(database.db, atDesk.person.id, pathPart(request, 'id'));
}
