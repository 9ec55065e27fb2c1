import type { RequestHandler } from 'express';
import { sendAdjudication } from './page.tsx';

/** The cases of an article, for whoever decides on them; `?with=begun` takes in unfinished codings, `?names=letters` or `names` where that is not what the project says. */
export const showAdjudication: RequestHandler = (request, response) => sendAdjudication(request, response);
