import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { CodesOff, CodesOn, RecoveryCodes } from '../../../views/account/codes.tsx';
import { codePicture } from '../../accounts/code-picture.ts';
import { deskKeyOf } from '../../accounts/desk-key.ts';
import { codeAddress, newCodeSecret, spacedSecret } from '../../accounts/one-time-code.ts';
import { asksForCode, newRecoveryCodes, turnCodesOff, turnCodesOn } from '../../accounts/one-time-codes.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { sealValue, unsealValue } from '../../accounts/seal.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { countRecoveryCodes } from '../../store/recovery-codes.ts';
import { deskAddress } from '../desk-address.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { ownAccount, ownSignIn } from '../own-account.ts';
import { redirect } from '../render.tsx';
import { sendAccountPage } from './send-account-page.tsx';
import { tellOfChange } from './tell-of-change.ts';

const PAGE = '/account/codes';

/** How long somebody may take to turn codes on, in ms. */
const SETUP_TIME = 30 * 60_000;

/** One's one-time codes: how many recovery codes are left, or how to turn codes on. */
export const showCodes: RequestHandler = async (_request, response) => {
  const { db } = response.locals.database;
  const { accountId } = ownSignIn(response);
  if (!(await asksForCode(db, accountId))) return sendSetup(response, newCodeSecret(), {});
  const left = await countRecoveryCodes(db, accountId);
  sendAccountPage(response, { title: t('ways.codes'), children: <CodesOn left={left} /> });
};

/** Turns codes on, once one of them is right, and shows the recovery codes. */
export const createCodes: RequestHandler = async (request, response) => {
  const { code = '', setup = '' } = fieldsOf(request);
  const { config, database } = response.locals;
  const owner = ownAccount(request, response);
  const secret = await secretIn(response, setup);
  if (secret === undefined || (await asksForCode(database.db, owner.accountId)))
    return redirect(response, PAGE);
  const codes = await turnCodesOn(database.db, await deskKeyOf(config), owner, { secret, code });
  if (codes === null) return sendSetup(response, secret, { problem: t('ways.wrongSetup') }, 422);
  tellOfChange(response, t('ways.codesWereOn'));
  sendRecoveryCodes(response, codes);
};

/** Turns codes off. */
export const destroyCodes: RequestHandler = async (request, response) => {
  await turnCodesOff(response.locals.database.db, ownAccount(request, response));
  tellOfChange(response, t('ways.codesWereOff'));
  redirect(response, '/account');
};

/** Makes new recovery codes, and shows them this once. */
export const createRecoveryCodes: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const owner = ownAccount(request, response);
  if (!(await asksForCode(db, owner.accountId))) return redirect(response, PAGE);
  const codes = await newRecoveryCodes(db, owner);
  tellOfChange(response, t('ways.recoveryWereMade'));
  sendRecoveryCodes(response, codes);
};

/** The secret as a picture for the camera of a phone. */
export const showCodePicture: RequestHandler = async (request, response) => {
  const secret = await secretIn(response, queryOf(request, 'setup'));
  if (secret === undefined) throw new InvalidInputError({ setup: t('ways.tooOld') });
  const picture = codePicture(await appAddress(response, secret));
  response.type('image/svg+xml').set('Cache-Control', 'no-store').send(picture);
};

async function appAddress(response: Response, secret: string): Promise<string> {
  const { signIn, name } = await describeOwner(response.locals.database.db, ownSignIn(response).accountId);
  return codeAddress({ secret, desk: deskAddress(response).host, account: signIn || name });
}

async function sendSetup(
  response: Response,
  secret: string,
  { problem }: { readonly problem?: string },
  status = 200,
): Promise<void> {
  const key = await deskKeyOf(response.locals.config);
  const until = new Date(Date.now() + SETUP_TIME);
  const setup = sealValue(key('flows'), secret, { bound: boundTo(response), until });
  const app = await appAddress(response, secret);
  const children = <CodesOff {...{ setup, app, problem }} secret={spacedSecret(secret)} />;
  sendAccountPage(response, { title: t('ways.codes'), children }, status);
}

async function secretIn(response: Response, setup: string): Promise<string | undefined> {
  const key = await deskKeyOf(response.locals.config);
  return z.string().safeParse(unsealValue(key('flows'), setup, boundTo(response), new Date())).data;
}

/** A secret is turned on by the account for which it was made. */
function boundTo(response: Response): string {
  return `codes of ${ownSignIn(response).accountId}`;
}

function sendRecoveryCodes(response: Response, codes: readonly string[]): void {
  sendAccountPage(response, { title: t('ways.recoveryCodes'), children: <RecoveryCodes codes={codes} /> });
}
