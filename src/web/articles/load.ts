import type { Request, Response } from 'express';
import { type LoadedArticle, loadArticle } from '../../actions/load.ts';
import { pathPart } from '../fields.ts';

/** The article that the address names, for the person who asks. */
export function articleFrom(request: Request, response: Response): Promise<LoadedArticle> {
  const { atDesk, database } = response.locals;
  return loadArticle(database.db, atDesk.person.id, pathPart(request, 'id'));
}
