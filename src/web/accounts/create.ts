import type { RequestHandler } from 'express';
import { openAccount, withFreeName } from '../../accounts/open-account.ts';
import { issueReset } from '../../accounts/passwords.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { checkedName } from '../../domain/person-settings.ts';
import { readSignInName } from '../../domain/sign-in-name.ts';
import { deskAddress } from '../desk-address.ts';
import { fieldsOf } from '../fields.ts';
import { sendAccounts } from './index.tsx';
import { onlyAdmins } from './only-admins.ts';

/** Lets somebody sign in, and shows the link at which they choose their password. */
export const createAccount: RequestHandler = async (request, response) => {
  const by = { accountId: onlyAdmins(response).accountId, address: request.ip };
  const { name = '', sign_in: signIn = '', admin } = fieldsOf(request);
  const { db } = response.locals.database;
  try {
    const account = { name: checkedName(name), signIn: readSignInName(signIn), isAdmin: admin === '1' };
    const accountId = await withFreeName(db, (tx) => openAccount(tx, account, by));
    const token = await issueReset(db, accountId, by);
    const link = { name: account.name, address: new URL(`/tickets/${token}`, deskAddress(response)).href };
    await sendAccounts(response, { link });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendAccounts(response, { typed: { name, signIn }, problems: error.fields }, 422);
  }
};
