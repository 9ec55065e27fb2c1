import { stringify } from 'node:querystring';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { HELD_BYTES } from '../../accounts/held-forms.ts';

const PLAIN = 'application/x-www-form-urlencoded';
const asItIs = express.text({ type: PLAIN, limit: HELD_BYTES });
const inParts = multer({ limits: { fieldSize: HELD_BYTES, fields: 50, parts: 60 } }).any();

/**
 * Reads a form that is not too long to be carried along into `request.body`, as `application/x-www-form-urlencoded`;
 * nothing of any other, nor of one with a file.
 */
export const readForm: RequestHandler = (request, response, next) => {
  const length = Number(request.get('Content-Length') ?? Number.NaN);
  if (!(length <= HELD_BYTES)) next();
  else if (request.is(PLAIN)) asItIs(request, response, next);
  else if (request.is('multipart/form-data')) readParts(request, response, next);
  else next();
};

/** What cannot be read is not kept, and the answer says so: it is nothing that the sender could mend. */
function readParts(request: Request, response: Response, next: NextFunction): void {
  inParts(request, response, (error: unknown) => {
    const { body, files }: Pick<Request, 'files'> & { readonly body?: unknown } = request;
    const isWhole = !error && files?.length === 0;
    const written = isWhole ? stringify({ ...(body as Record<string, string | string[]>) }) : '';
    request.body = isWhole && written.length <= HELD_BYTES ? written : undefined;
    next();
  });
}
