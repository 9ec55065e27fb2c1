import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { render } from 'preact-render-to-string';
import { ErrorNotice, ErrorPage } from '../../views/layouts/error-page.tsx';
import {
  AppError,
  CannotUndoError,
  CodingDoneError,
  DatabaseAwayError,
  EditConflictError,
  FetchError,
  ForbiddenError,
  InvalidInputError,
  NoProjectError,
  NotAllCodedError,
  NotFoundError,
  type Outage,
  SignInNeededError,
  TooLargeError,
  TooManyError,
  UndecidedError,
  UnreadableFileError,
  UnreadableTextError,
  UnreadPageError,
  WordsMismatchError,
} from '../domain/errors.ts';
import { type PlainKey, t } from '../messages/language.ts';
import type { AtDesk } from '../store/members.ts';
import { outageFrom } from '../store/outages.ts';
import { describeError } from './log.ts';

type ErrorClass = abstract new (...details: never[]) => AppError;

/** The HTTP status of every error that the program expects. */
export const errorStatuses: ReadonlyMap<ErrorClass, number> = new Map<ErrorClass, number>([
  [NotFoundError, 404],
  [NoProjectError, 404],
  [ForbiddenError, 403],
  [InvalidInputError, 422],
  [FetchError, 422],
  [UnreadPageError, 422],
  [UnreadableFileError, 422],
  [UnreadableTextError, 422],
  [EditConflictError, 409],
  [WordsMismatchError, 409],
  [CannotUndoError, 409],
  [CodingDoneError, 409],
  [NotAllCodedError, 422],
  [UndecidedError, 422],
  [TooLargeError, 413],
  [SignInNeededError, 401],
  [TooManyError, 429],
]);

const HEADINGS: Readonly<Record<number, PlainKey>> = {
  401: 'error.signIn',
  403: 'error.notAllowed',
  404: 'error.notFound',
  405: 'error.notPossible',
  409: 'error.conflict',
  413: 'error.tooLarge',
  421: 'error.wrongAddress',
  429: 'error.tooMany',
  500: 'error.failed',
  503: 'error.cannotNow',
};

/** After how many seconds it is worth trying again. */
const RETRY_AFTER: Readonly<Record<Outage, number>> = { busy: 1, away: 2, refusing: 5, full: 15, gone: 15 };

/** What libraries refuse before any handler runs; their own messages are for developers. */
const REFUSALS: Readonly<Record<number, PlainKey>> = {
  404: 'notFound.page',
  413: 'error.tooLargeToSend',
  415: 'error.encoding',
};

interface Problem {
  readonly status: number;
  readonly sentence: string;
  readonly requestId?: string;
  /** In seconds. */
  readonly retryAfter?: number;
}

/** Answers with a page, or for htmx with a sentence for the notice of the page that asked. */
export function answerProblem(request: Request, response: Response, problem: Problem): void {
  const forHtmx = request.get('HX-Request') === 'true';
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter));
  response.status(problem.status).type('html').vary('HX-Request').set('Cache-Control', 'no-store');
  if (forHtmx) response.set({ 'HX-Retarget': '#notice', 'HX-Reswap': 'innerHTML' });
  response.send(forHtmx ? render(ErrorNotice(problem)) : errorPage(request, response, problem));
}

/** For addresses that no route has. */
export const answerNotFound: RequestHandler = () => {
  throw new NotFoundError();
};

/** For addresses that have routes, none of them for this method. */
export function answerWrongMethod(allowed: readonly string[]): RequestHandler {
  return (request, response) => {
    response.set('Allow', allowed.join(', '));
    answerProblem(request, response, { status: 405, sentence: t('error.wrongMethod') });
  };
}

/** The last of the middleware: every error that a handler throws, and every rejected promise, ends here. */
export const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const problem =
    outageProblem(error, request, response) ?? expectedProblem(error) ?? unexpectedProblem(error, response);
  if (error instanceof NoProjectError && isReading(request)) return response.redirect(303, '/projects');
  // Half an answer cannot be taken back: Express then cuts the connection, so that it is not taken for a
  // whole one.
  if (response.headersSent) next(error);
  else answerProblem(request, response, problem);
};

/** Nobody is at fault, and nothing was saved: the same request can be sent again. */
function outageProblem(thrown: unknown, request: Request, response: Response): Problem | undefined {
  const error = outageFrom(thrown);
  if (!(error instanceof DatabaseAwayError)) return undefined;
  const { log, requestId } = response.locals;
  log.warn({ id: requestId, ...describeError(log, error) }, 'database cannot be used');
  const sentence = t(isReading(request) ? 'error.lookAgain' : 'error.sendAgain', { why: error.message });
  return { status: 503, sentence, requestId, retryAfter: RETRY_AFTER[error.outage] };
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function expectedProblem(error: unknown): Problem | undefined {
  if (error instanceof AppError) {
    const again = error instanceof TooManyError ? { retryAfter: error.seconds } : {};
    return { status: statusOf(error), sentence: error.message, ...again };
  }
  const status = refusalStatus(error);
  return status === undefined ? undefined : { status, sentence: t(REFUSALS[status] ?? 'error.unreadable') };
}

function statusOf(error: AppError): number {
  const row = [...errorStatuses].find(([errorClass]) => error instanceof errorClass);
  return row?.[1] ?? 500;
}

/** Express, the body parsers and the file sender give what the client did wrong a status of 400 to 499. */
function refusalStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  return error.status >= 400 && error.status < 500 ? error.status : undefined;
}

function unexpectedProblem(error: unknown, response: Response): Problem {
  const { log, requestId } = response.locals;
  log.error({ id: requestId, ...describeError(log, error) }, 'request failed');
  return { status: 500, sentence: t('error.ourFault'), requestId };
}

function errorPage(request: Request, response: Response, problem: Problem): string {
  const heading = t(HEADINGS[problem.status] ?? 'error.notUnderstood');
  // Nobody is known where it went wrong before the route began.
  const { assets } = response.locals;
  const { atDesk }: { readonly atDesk?: AtDesk } = response.locals;
  const isSignedIn = response.locals.signIn !== undefined;
  const { person, projects = [] } = atDesk ?? {};
  const project = projects.find(({ isArchived }) => !isArchived);
  const props = {
    ...problem,
    heading,
    ...(problem.retryAfter !== undefined && isReading(request) && { again: request.originalUrl }),
    files: { stylesheet: assets.url('main.css'), icon: assets.url('icon.svg') },
    ...(person && { theme: person.theme }),
    ...(person && { place: { person, project, projects, isSignedIn } }),
  };
  return `<!doctype html>${render(ErrorPage(props))}`;
}
