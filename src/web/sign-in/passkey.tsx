import type { RequestHandler } from 'express';
import { z } from 'zod';
import { audit } from '../../accounts/audit.ts';
import { askForPasskey, PASSKEY_TIME } from '../../accounts/passkey.ts';
import { accountByPasskey } from '../../accounts/passkeys.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { deskPasskeys } from '../desk-address.ts';
import { fieldsOf } from '../fields.ts';
import { keepFlow, takeFlow } from '../flows.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { sendSignIn } from './new.tsx';

const flow = z.object({ for: z.literal('sign-in'), challenge: z.string() });

/** Asks the browser for any passkey of this desk: options in JSON, as browsers take them. */
export const createSignInChallenge: RequestHandler = async (_request, response) => {
  const place = deskPasskeys(response);
  if (!place || !response.locals.config.accounts) throw new NotFoundError();
  const options = await askForPasskey(place);
  await keepFlow(response, 'passkey', { for: 'sign-in', challenge: options.challenge }, PASSKEY_TIME);
  response.set('Cache-Control', 'no-store').json(options);
};

/** Signs somebody in by a passkey. */
export const createPasskeySignIn: RequestHandler = async (request, response) => {
  const { credential = '', next } = fieldsOf(request);
  const { db } = response.locals.database;
  const page = nextPage(next);
  const place = deskPasskeys(response);
  const begun = await takeFlow(request, response, 'passkey', flow);
  const answer = place && begun && { place, challenge: begun.challenge, json: credential };
  const accountId = answer ? await accountByPasskey(db, answer) : null;
  if (accountId === null) {
    await audit(db, { action: 'sign-in-refused', details: { way: 'passkey' }, address: request.ip });
    return sendSignIn(response, { next: page, refused: t('ways.wrongPasskey') }, 422);
  }
  await signIn(request, response, accountId, 'passkey');
  redirect(response, page);
};
