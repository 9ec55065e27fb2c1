import type { Request, Response } from 'express';
import { v5 as uuidv5, validate } from 'uuid';
import { type LoadedAnnotation, loadAnnotation } from '../../actions/load.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { enterProject, offeredIn } from '../viewer.ts';

/** The annotation that the address names, under the request's own name. */
export async function loadFrom(request: Request, response: Response): Promise<LoadedAnnotation> {
  const { atDesk, database } = response.locals;
  const loaded = await loadAnnotation(database.db, atDesk.person.id, pathPart(request, 'id'));
  enterProject(response, loaded.article.projectId);
  const suggestionChoice = offeredIn(response, loaded.suggestionChoice);
  return { ...loaded, suggestionChoice, requestKey: requestKeyOf(request) ?? formKeyOf(request) };
}

/** What a form says about the page, not about what is to be saved. */
const BESIDE = new Set(['form_key', 'back', 'open', 'view', 'cell']);

/**
 * A name for what a plain form sends, where it has a key of its own: the form keeps that when somebody goes back to it,
 * so what it says is a part of the name.
 */
export function formKeyOf(request: Request): string | undefined {
  const { form_key: key = '' } = fieldsOf(request);
  if (!validate(key)) return undefined;
  // As the body has them, several of one name included.
  const sent = Object.entries(request.body ?? {}).filter(([name]) => !BESIDE.has(name));
  return uuidv5(JSON.stringify(sent), key);
}
