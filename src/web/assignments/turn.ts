import type { Request, RequestHandler, Response } from 'express';
import { turnAssignments } from '../../actions/assignments/turn.ts';
import { pathPart } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { redirect } from '../render.tsx';
import { addressOf } from './page.tsx';

/** Takes back what was done to assignments at once; what coders have begun stays. */
export const undoAssignments: RequestHandler = (request, response) => turn(request, response, 'undo');

/** Does it again. */
export const redoAssignments: RequestHandler = (request, response) => turn(request, response, 'redo');

async function turn(request: Request, response: Response, which: 'undo' | 'redo'): Promise<void> {
  const viewer = viewerOfProject(request, response);
  const { db } = response.locals.database;
  const { touched, rows } = await turnAssignments(db, viewer.member, pathPart(request, 'id'), which);
  redirect(response, `${addressOf(viewer)}?turned=${which}&kept=${rows - touched}`);
}
