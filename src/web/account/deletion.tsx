import type { RequestHandler, Response } from 'express';
import { DeletionPage } from '../../../views/account/deletion.tsx';
import { deleteAccount, previewDeletion } from '../../actions/leaving/delete-account.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { onlyAdmins } from '../accounts/only-admins.ts';
import { pathPart } from '../fields.ts';
import { ownAccount, ownSignIn } from '../own-account.ts';
import { redirect } from '../render.tsx';
import { endSignIn } from '../signed-in.ts';
import { sendAccountPage } from './send-account-page.tsx';

/** Says what deleting one's account does in each project, and asks whether it shall. */
export const showOwnDeletion: RequestHandler = (_request, response) =>
  sendDeletion(response, ownSignIn(response).accountId);

/** Deletes the account of whoever asks. */
export const destroyOwnAccount: RequestHandler = async (request, response) => {
  const by = ownAccount(request, response);
  if (!(await deleteOr(response, by.accountId, by))) return;
  await endSignIn(response);
  redirect(response, '/sign-in');
};

/** The same of somebody else, for whoever looks after the desk. */
export const showOthersDeletion: RequestHandler = (request, response) => {
  onlyAdmins(response);
  return sendDeletion(response, pathPart(request, 'id'));
};

/** Deletes it. */
export const destroyOthersAccount: RequestHandler = async (request, response) => {
  const by = { accountId: onlyAdmins(response).accountId, address: request.ip };
  if (await deleteOr(response, pathPart(request, 'id'), by)) redirect(response, '/accounts');
};

/** Deletes an account, or answers why it cannot be. */
async function deleteOr(
  response: Response,
  accountId: string,
  by: { readonly accountId: string; readonly address: string | undefined },
): Promise<boolean> {
  try {
    await deleteAccount(response.locals.database.db, accountId, by);
    return true;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendDeletion(response, accountId, error.fields.account, 422);
    return false;
  }
}

async function sendDeletion(
  response: Response,
  accountId: string,
  refused?: string,
  status = 200,
): Promise<void> {
  const preview = await previewDeletion(response.locals.database.db, accountId);
  const isOwn = accountId === ownSignIn(response).accountId;
  const problem = refused ?? preview.problem;
  const children = <DeletionPage {...preview} {...{ accountId, isOwn, problem }} />;
  sendAccountPage(response, { title: t('leaving.heading'), children }, status);
}
