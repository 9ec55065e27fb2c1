import type { Request, RequestHandler, Response } from 'express';
import { CodeInPlace, CodePage, type CodePageProps } from '../../../views/sign-in/code.tsx';
import { deskKeyOf } from '../../accounts/desk-key.ts';
import { knownDevice } from '../../accounts/devices.ts';
import { findSecondStep, finishSecondStep, type SecondStep } from '../../accounts/second-step.ts';
import { TooManyError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { clearCookie, readCookie } from '../cookies.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendOpenFragments, sendPlainPage, wantsFragments } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { goOn } from './enter.ts';
import { sendSignIn, sendSignInInPlace } from './new.tsx';

/** The form for the code after the password. */
export const newCode: RequestHandler = async (request, response) => {
  const found = await stepOf(request, response);
  if (found) sendCodePage(request, response, {});
  else redirect(response, '/sign-in');
};

/** Signs somebody in by the code after the password. */
export const createCode: RequestHandler = async (request, response) => {
  const found = await stepOf(request, response);
  if (!found) return sendOver(request, response);
  const { code = '', recovery } = fieldsOf(request);
  const kind = recovery === undefined ? 'code' : 'recovery';
  try {
    await answer(request, response, { ...found, kind, typed: recovery ?? code });
  } catch (error) {
    if (!(error instanceof TooManyError)) throw error;
    response.set('Retry-After', String(error.seconds));
    sendCodePage(request, response, { [kind]: error.message }, 429);
  }
};

interface Typed {
  readonly token: string;
  readonly step: SecondStep;
  readonly kind: 'code' | 'recovery';
  readonly typed: string;
}

async function answer(
  request: Request,
  response: Response,
  { token, step, kind, typed }: Typed,
): Promise<void> {
  const { config, database, log } = response.locals;
  const { db } = database;
  const device = await knownDevice(db, step.accountId, readCookie(request, response, 'device'));
  const key = await deskKeyOf(config);
  const outcome = await finishSecondStep(db, key, { token, kind, typed, address: request.ip, device });
  if (outcome.is === 'right') {
    clearCookie(response, 'second-step');
    await signIn(request, response, step.accountId, `${step.way}, ${kind}`);
    return goOn(request, response, outcome.step.next);
  }
  if (outcome.is === 'over') return sendOver(request, response);
  if (outcome.is === 'unreadable') log.error(WRONG_KEY);
  const problem = outcome.is === 'unreadable' ? t('ways.unreadable') : t(WRONG[kind]);
  sendCodePage(request, response, { [kind]: problem }, outcome.is === 'unreadable' ? 503 : 422);
}

const WRONG = { code: 'ways.wrongCode', recovery: 'ways.wrongRecovery' } as const;

const WRONG_KEY =
  'one-time codes cannot be checked: the key of the desk is not the one they were sealed with';

async function stepOf(request: Request, response: Response): Promise<Pick<Typed, 'token' | 'step'> | null> {
  const token = readCookie(request, response, 'second-step');
  const step = token === undefined ? null : await findSecondStep(response.locals.database.db, token);
  return token !== undefined && step ? { token, step } : null;
}

function sendOver(request: Request, response: Response): void {
  clearCookie(response, 'second-step');
  const { person } = fieldsOf(request);
  if (wantsFragments(request) && person !== undefined)
    return sendSignInInPlace(response, { person, problem: t('ways.over') }, 403);
  sendSignIn(response, { next: '/', refused: t('ways.over') }, 403);
}

function sendCodePage(
  request: Request,
  response: Response,
  problems: CodePageProps['problems'],
  status = 200,
): void {
  const { person } = fieldsOf(request);
  if (wantsFragments(request) && person !== undefined)
    return sendOpenFragments(response, [<CodeInPlace problems={problems} person={person} />], status);
  const children = <CodePage problems={problems} />;
  sendPlainPage(response, { title: t('ways.codeHeading'), children }, status);
}
