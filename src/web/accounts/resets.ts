import type { RequestHandler } from 'express';
import { describeOwner, issueReset } from '../../accounts/passwords.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { findCredential } from '../../store/credentials.ts';
import { deskAddress } from '../desk-address.ts';
import { pathPart } from '../fields.ts';
import { sendAccounts } from './index.tsx';
import { onlyAdmins } from './only-admins.ts';

/** Shows a link with which somebody chooses a new password; it is handed over by whoever looks after the desk. */
export const createReset: RequestHandler = async (request, response) => {
  const by = { accountId: onlyAdmins(response).accountId, address: request.ip };
  const { db } = response.locals.database;
  const credential = await findCredential(db, pathPart(request, 'id'));
  if (credential?.closedAt !== null) throw new NotFoundError();
  const { name } = await describeOwner(db, credential.accountId);
  const token = await issueReset(db, credential.accountId, by);
  await sendAccounts(response, {
    link: { name, address: new URL(`/tickets/${token}`, deskAddress(response)).href },
  });
};
