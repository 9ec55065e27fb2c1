import type { Request, RequestHandler, Response } from 'express';
import { doneBefore } from '../actions/done-before.ts';
import { AppError } from '../domain/errors.ts';
import { sendDoneBefore } from './articles/changed.tsx';
import { requestKeyOf } from './receipt.ts';

/**
 * A handler that changes something. A request that cannot be done may have been done already, and only its
 * answer was lost: it then gets that answer.
 */
export function changing(handler: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      if (!(error instanceof AppError) || response.headersSent) throw error;
      const { atDesk, database } = response.locals;
      const done = await doneBefore(database.db, atDesk.person.id, requestKeyOf(request));
      if (!done) throw error;
      await sendDoneBefore(request, response, done);
    }
  };
}
