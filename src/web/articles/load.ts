import type { Request, Response } from 'express';
import { type LoadedArticle, loadArticle } from '../../actions/load.ts';
import { pathPart } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { enterProject, offeredIn } from '../viewer.ts';

/** The article that the address names, for the person who asks, under the request's own name. */
export async function articleFrom(request: Request, response: Response): Promise<LoadedArticle> {
  const { atDesk, database } = response.locals;
  const loaded = await loadArticle(database.db, atDesk.person.id, pathPart(request, 'id'));
  enterProject(response, loaded.article.projectId);
  const suggestionChoice = offeredIn(response, loaded.suggestionChoice);
  return { ...loaded, suggestionChoice, requestKey: requestKeyOf(request) };
}
