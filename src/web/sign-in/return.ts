import type { RequestHandler } from 'express';
import { t } from '../../messages/language.ts';
import { linkReturned } from '../account/provider.tsx';
import { confirmReturned } from '../confirmations/otherwise.ts';
import { backFromProvider } from '../go-to-provider.ts';
import { sendSignIn } from './new.tsx';
import { enterByProvider, sendProblem } from './provider.tsx';

/** Where the provider sends people back to, whatever they went there for. */
export const returnFromProvider: RequestHandler = async (request, response) => {
  try {
    const back = await backFromProvider(request, response);
    const isOver = !back || (back.for !== 'sign-in' && !response.locals.signIn);
    if (isOver) sendSignIn(response, { next: '/', refused: t('ways.tooOld') }, 403);
    else if (back.for === 'sign-in') await enterByProvider(request, response, back);
    else await (back.for === 'link' ? linkReturned : confirmReturned)(request, response, back);
  } catch (error) {
    sendProblem(response, '/', error);
  }
};
