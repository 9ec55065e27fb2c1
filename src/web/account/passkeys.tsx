import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { PasskeysPage } from '../../../views/account/passkeys.tsx';
import { askForNewPasskey, PASSKEY_TIME } from '../../accounts/passkey.ts';
import { addPasskey, removePasskey } from '../../accounts/passkeys.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { hasAnotherWayIn } from '../../accounts/ways-in.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { MAX_NAME } from '../../domain/person-settings.ts';
import { t } from '../../messages/language.ts';
import { listPasskeys, passkeyWays, renamePasskey } from '../../store/passkeys.ts';
import { deskPasskeys } from '../desk-address.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { keepFlow, takeFlow } from '../flows.ts';
import { ownAccount, ownSignIn } from '../own-account.ts';
import { redirect } from '../render.tsx';
import { sendAccountPage } from './send-account-page.tsx';
import { tellOfChange } from './tell-of-change.ts';

const PAGE = '/account/passkeys';

const flow = z.object({ for: z.literal('new'), accountId: z.string(), challenge: z.string() });

/** One's passkeys. */
export const indexPasskeys: RequestHandler = (_request, response) => sendPasskeys(response);

/** Has the browser make a passkey: options in JSON, as browsers take them. */
export const createPasskeyChallenge: RequestHandler = async (_request, response) => {
  const { db } = response.locals.database;
  const { accountId } = ownSignIn(response);
  const place = deskPasskeys(response);
  if (!place) throw new NotFoundError();
  const { signIn, name } = await describeOwner(db, accountId);
  const passkeys = await passkeyWays(db, accountId);
  const options = await askForNewPasskey(place, { accountId, name: signIn || name, passkeys });
  await keepFlow(response, 'passkey', { for: 'new', accountId, challenge: options.challenge }, PASSKEY_TIME);
  response.set('Cache-Control', 'no-store').json(options);
};

/** Adds the passkey that the browser has made. */
export const createPasskey: RequestHandler = async (request, response) => {
  const { credential = '', name } = fieldsOf(request);
  const owner = ownAccount(request, response);
  const place = deskPasskeys(response);
  const begun = await takeFlow(request, response, 'passkey', flow);
  const isMine = begun?.accountId === owner.accountId;
  const answer = place && isMine && { place, challenge: begun.challenge, json: credential };
  const named = { ...owner, name: nameOf(name) };
  if (!answer || !(await addPasskey(response.locals.database.db, answer, named)))
    return sendPasskeys(response, t('ways.passkeyNotAdded'), 422);
  tellOfChange(response, t('ways.passkeyWasAdded', { name: named.name }));
  redirect(response, PAGE);
};

/** Gives a passkey another name. */
export const updatePasskey: RequestHandler = async (request, response) => {
  const { accountId } = ownSignIn(response);
  const name = nameOf(fieldsOf(request).name);
  const id = pathPart(request, 'id');
  if (!(await renamePasskey(response.locals.database.db, accountId, id, name))) throw new NotFoundError();
  redirect(response, PAGE);
};

/** Removes a passkey, unless it is the last way in. */
export const destroyPasskey: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const owner = ownAccount(request, response);
  const id = pathPart(request, 'id');
  const found = (await listPasskeys(db, owner.accountId)).find((passkey) => passkey.id === id);
  if (!found) throw new NotFoundError();
  if (!(await hasAnotherWayIn(db, owner.accountId))) return sendPasskeys(response, t('ways.lastWay'), 422);
  if (!(await removePasskey(db, owner, id))) throw new NotFoundError();
  tellOfChange(response, t('ways.passkeyWasRemoved', { name: found.name }));
  redirect(response, PAGE);
};

function nameOf(typed: string | undefined): string {
  return typed?.trim().slice(0, MAX_NAME) || t('ways.passkey');
}

async function sendPasskeys(response: Response, problem?: string, status = 200): Promise<void> {
  const passkeys = await listPasskeys(response.locals.database.db, ownSignIn(response).accountId);
  const canHold = deskPasskeys(response) !== null;
  const children = <PasskeysPage {...{ passkeys, canHold, problem }} />;
  sendAccountPage(response, { title: t('ways.passkeys'), children }, status);
}
