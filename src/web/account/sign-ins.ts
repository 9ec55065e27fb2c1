import type { RequestHandler } from 'express';
import { audit } from '../../accounts/audit.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { deleteSignIn, deleteSignIns } from '../../store/sign-ins.ts';
import { pathPart } from '../fields.ts';
import { redirect } from '../render.tsx';

/** Signs the person out everywhere but here. */
export const destroySignIns: RequestHandler = async (request, response) => {
  const { database, signIn } = response.locals;
  if (!signIn) throw new NotFoundError();
  const { accountId, tokenHash } = signIn;
  const count = await deleteSignIns(database.db, accountId, tokenHash);
  await audit(database.db, {
    action: 'sign-out-everywhere',
    accountId,
    details: { count },
    address: request.ip,
  });
  redirect(response, '/account?saved=1');
};

/** Signs the person out in one browser. */
export const destroyOneSignIn: RequestHandler = async (request, response) => {
  const { database, signIn } = response.locals;
  if (!signIn || !(await deleteSignIn(database.db, signIn.accountId, pathPart(request, 'id'))))
    throw new NotFoundError();
  await audit(database.db, { action: 'sign-out', accountId: signIn.accountId, address: request.ip });
  redirect(response, '/account?saved=1');
};
