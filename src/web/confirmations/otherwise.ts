import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { audit } from '../../accounts/audit.ts';
import { ProviderError, type ProviderPerson } from '../../accounts/oidc.ts';
import { askForPasskey, PASSKEY_TIME } from '../../accounts/passkey.ts';
import { accountByPasskey } from '../../accounts/passkeys.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { findLinkedAccount } from '../../store/identities.ts';
import { passkeyWays } from '../../store/passkeys.ts';
import { deskPasskeys } from '../desk-address.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { keepFlow, takeFlow } from '../flows.ts';
import { goToProvider, providerSettings } from '../go-to-provider.ts';
import { nextPage } from '../next.ts';
import { ownAccount, ownSignIn } from '../own-account.ts';
import { redirect } from '../render.tsx';
import { renewSignIn } from '../signed-in.ts';
import { sendConfirmation } from './new.tsx';

const flow = z.object({ for: z.literal('confirmation'), accountId: z.string(), challenge: z.string() });

/** Asks the browser for one of one's own passkeys: options in JSON. */
export const createConfirmationChallenge: RequestHandler = async (_request, response) => {
  const { accountId } = ownSignIn(response);
  const place = deskPasskeys(response);
  if (!place) throw new NotFoundError();
  const options = await askForPasskey(place, await passkeyWays(response.locals.database.db, accountId));
  const asked = { for: 'confirmation', accountId, challenge: options.challenge };
  await keepFlow(response, 'passkey', asked, PASSKEY_TIME);
  response.set('Cache-Control', 'no-store').json(options);
};

/** Takes a passkey as proof that it is the person who is signed in. */
export const createPasskeyConfirmation: RequestHandler = async (request, response) => {
  const { credential = '', next } = fieldsOf(request);
  const owner = ownAccount(request, response);
  const place = deskPasskeys(response);
  const begun = await takeFlow(request, response, 'passkey', flow);
  const isMine = begun?.accountId === owner.accountId;
  const answer = place && isMine && { place, challenge: begun.challenge, json: credential };
  const { db } = response.locals.database;
  const accountId = answer ? await accountByPasskey(db, answer) : null;
  await settle(request, response, {
    isRight: accountId === owner.accountId,
    next: nextPage(next),
    refused: t('ways.wrongPasskey'),
  });
};

/** Sends somebody to the provider to show anew that it is them. */
export const beginProviderConfirmation: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  const { accountId } = ownSignIn(response);
  try {
    await goToProvider(response, { for: 'confirmation', next, accountId });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { name: provider } = providerSettings(response);
    const refused = t('ways.away', { provider });
    await sendConfirmation(response, { next, back: '/account', refused }, 503);
  }
};

/** Takes who came back from the provider as proof. */
export async function confirmReturned(
  request: Request,
  response: Response,
  back: { readonly person: ProviderPerson; readonly accountId?: string | undefined; readonly next: string },
): Promise<void> {
  const owner = ownAccount(request, response);
  const linked = await findLinkedAccount(response.locals.database.db, back.person);
  const isRight = owner.accountId === back.accountId && owner.accountId === linked;
  const { name: provider } = providerSettings(response);
  await settle(request, response, { isRight, next: back.next, refused: t('ways.notYou', { provider }) });
}

interface Settled {
  readonly isRight: boolean;
  readonly next: string;
  readonly refused: string;
}

async function settle(
  request: Request,
  response: Response,
  { isRight, next, refused }: Settled,
): Promise<void> {
  const { db } = response.locals.database;
  const { accountId, address } = ownAccount(request, response);
  if (isRight) {
    await renewSignIn(request, response, accountId);
    return redirect(response, next);
  }
  await audit(db, { action: 'sign-in-refused', accountId, subject: accountId, address });
  await sendConfirmation(response, { next, back: '/account', refused }, 422);
}
