import type { Request, Response } from 'express';
import { type LoadedAnnotation, loadAnnotation } from '../../actions/load.ts';
import { pathPart } from '../fields.ts';
import { personOf } from '../viewer.ts';

/** The annotation that the address names. */
export async function loadFrom(request: Request, response: Response): Promise<LoadedAnnotation> {
  const person = await personOf(response);
  return loadAnnotation(response.locals.database.db, person.id, pathPart(request, 'id'));
}
