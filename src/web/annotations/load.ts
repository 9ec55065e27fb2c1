import type { Request, Response } from 'express';
import { type LoadedAnnotation, loadAnnotation } from '../../actions/load.ts';
import { pathPart } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';

/** The annotation that the address names, under the request's own name. */
export async function loadFrom(request: Request, response: Response): Promise<LoadedAnnotation> {
  const { atDesk, database } = response.locals;
  const loaded = await loadAnnotation(database.db, atDesk.person.id, pathPart(request, 'id'));
  return { ...loaded, requestKey: requestKeyOf(request) };
}
