import type { Request, RequestHandler, Response } from 'express';
import { showing } from '../../../views/adjudication/_coders.tsx';
import { undoAdjudication, withdrawDecision } from '../../actions/adjudication/withdraw.ts';
import { CannotUndoError } from '../../domain/errors.ts';
import { finalFrom, placeFrom, sendAdjudication } from '../adjudication/page.tsx';
import { pathPart } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';

/** Takes one decision back, whoever made it. */
export const destroyDecision: RequestHandler = async (request, response) => {
  const loaded = await finalFrom(request, response);
  await withdrawDecision(response.locals.database.db, loaded, pathPart(request, 'decision'));
  await answer(request, response);
};

/** Takes back the person's last step in the final coding. */
export const undoDecision: RequestHandler = (request, response) => turn(request, response, 'undo');

/** Brings back the step that was undone last. */
export const redoDecision: RequestHandler = (request, response) => turn(request, response, 'redo');

async function turn(request: Request, response: Response, which: 'undo' | 'redo'): Promise<void> {
  try {
    await undoAdjudication(response.locals.database.db, await finalFrom(request, response), which);
  } catch (error) {
    if (!(error instanceof CannotUndoError)) throw error;
    return sendAdjudication(request, response, { status: 409, problem: error.message });
  }
  await answer(request, response);
}

async function answer(request: Request, response: Response): Promise<void> {
  if (wantsFragments(request)) return sendAdjudication(request, response, { hasDecided: true });
  redirect(response, showing(placeFrom(request)));
}
