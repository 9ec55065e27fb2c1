import type { Request, RequestHandler, Response } from 'express';
import { showing } from '../../../views/adjudication/_coders.tsx';
import { finishFinal, reopenFinal, unlockCoding } from '../../actions/adjudication/close.ts';
import { UndecidedError } from '../../domain/errors.ts';
import { pathPart } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { finalFrom, placeFrom, sendAdjudication } from './page.tsx';

/** Finishes the final coding. While cases are not decided the page says so. */
export const createFinalCompletion: RequestHandler = async (request, response) => {
  const loaded = await finalFrom(request, response);
  try {
    await finishFinal(response.locals.database.db, loaded);
  } catch (error) {
    if (!(error instanceof UndecidedError)) throw error;
    return sendAdjudication(request, response, { status: 422, problem: error.message });
  }
  await answer(request, response);
};

/** Opens it again. */
export const destroyFinalCompletion: RequestHandler = async (request, response) => {
  await reopenFinal(response.locals.database.db, await finalFrom(request, response));
  await answer(request, response);
};

/** Opens a coder's coding on which others have decided. */
export const createUnlocking: RequestHandler = async (request, response) => {
  const loaded = await finalFrom(request, response);
  await unlockCoding(response.locals.database.db, loaded, pathPart(request, 'lane'));
  await answer(request, response);
};

async function answer(request: Request, response: Response): Promise<void> {
  if (wantsFragments(request)) return sendAdjudication(request, response);
  redirect(response, showing(placeFrom(request)));
}
