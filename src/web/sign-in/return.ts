import type { RequestHandler } from 'express';
import { t } from '../../messages/language.ts';
import { sendSignIn } from './new.tsx';
import { backFromProvider, enterByProvider, sendProblem } from './provider.tsx';

/** Where the provider sends people back to. */
export const returnFromProvider: RequestHandler = async (request, response) => {
  try {
    const back = await backFromProvider(request, response);
    if (!back) return sendSignIn(response, { next: '/', refused: t('ways.tooOld') }, 403);
    await enterByProvider(request, response, back);
  } catch (error) {
    sendProblem(response, '/', error);
  }
};
