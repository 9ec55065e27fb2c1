import type { RequestHandler } from 'express';
import { closeAccount } from '../../accounts/close-account.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { pathPart } from '../fields.ts';
import { redirect } from '../render.tsx';
import { sendAccounts } from './index.tsx';
import { onlyAdmins } from './only-admins.ts';

/** Closes an account: whoever is signed in with it is out at once. */
export const destroyAccount: RequestHandler = async (request, response) => {
  const by = { accountId: onlyAdmins(response).accountId, address: request.ip };
  try {
    await closeAccount(response.locals.database.db, pathPart(request, 'id'), by);
    redirect(response, '/accounts');
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendAccounts(response, { problems: error.fields }, 422);
  }
};
