import type { RequestHandler, Response } from 'express';
import { ConfirmationPage } from '../../../views/account/confirmation.tsx';
import { confirmByPassword } from '../../accounts/confirm-password.ts';
import { knownDevice } from '../../accounts/devices.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { confirm } from '../../accounts/sessions.ts';
import { InvalidInputError, TooManyError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { findPasswordHash } from '../../store/credentials.ts';
import { listIdentities } from '../../store/identities.ts';
import { passkeyWays } from '../../store/passkeys.ts';
import { readCookie } from '../cookies.ts';
import { deskPasskeys } from '../desk-address.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { sendAccountPage } from './send-account-page.tsx';
import { ownAccount, ownSignIn } from './signed-in-only.ts';

/** Asks who is signed in to show that it is them, by any way that they have. */
export const newConfirmation: RequestHandler = async (request, response) => {
  await sendConfirmation(response, { next: nextPage(queryOf(request, 'next')) });
};

/** Takes the password as proof that it is them, and leads to what they wanted to do. */
export const createConfirmation: RequestHandler = async (request, response) => {
  const { password = '', next } = fieldsOf(request);
  const page = nextPage(next);
  const { db } = response.locals.database;
  const owner = ownAccount(request, response);
  try {
    const device = await knownDevice(db, owner.accountId, readCookie(request, response, 'device'));
    await confirmByPassword(db, { ...owner, password, device });
    await confirm(db, ownSignIn(response));
    redirect(response, page);
  } catch (error) {
    if (error instanceof InvalidInputError)
      return sendConfirmation(response, { next: page, problem: error.message }, 422);
    if (!(error instanceof TooManyError)) throw error;
    response.set('Retry-After', String(error.seconds));
    await sendConfirmation(response, { next: page, problem: error.message }, 429);
  }
};

export interface AskedAgain {
  readonly next: string;
  /** What is wrong with the password. */
  readonly problem?: string;
  /** Why another way did not do. */
  readonly refused?: string;
}

/** Answers with the page that asks for a proof, new or again. */
export async function sendConfirmation(response: Response, asked: AskedAgain, status = 200): Promise<void> {
  const { config, database } = response.locals;
  const { accountId } = ownSignIn(response);
  const { signIn } = await describeOwner(database.db, accountId);
  const has = {
    password: (await findPasswordHash(database.db, accountId)) !== null,
    passkeys: deskPasskeys(response) !== null && (await passkeyWays(database.db, accountId)).length > 0,
    provider: (await listIdentities(database.db, accountId)).length > 0 ? config.oidc?.name : undefined,
  };
  const children = <ConfirmationPage {...asked} has={has} signIn={signIn} />;
  sendAccountPage(response, { title: t('ways.confirm'), children }, status);
}
