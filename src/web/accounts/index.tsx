import type { RequestHandler, Response } from 'express';
import { AccountsPage, type AccountsPageProps } from '../../../views/accounts/index.tsx';
import { t } from '../../messages/language.ts';
import { accountNames } from '../../store/accounts.ts';
import { listCredentials } from '../../store/credentials.ts';
import { lastSeen } from '../../store/sign-ins.ts';
import { sendAccountPage } from '../account/send-account-page.tsx';
import { onlyAdmins } from './only-admins.ts';

/** Who signs in at this desk. */
export const indexAccounts: RequestHandler = async (_request, response) => {
  await sendAccounts(response, {});
};

/** Answers with the list, where a form was refused with what was typed, and with a link that was just made. */
export async function sendAccounts(
  response: Response,
  props: Omit<AccountsPageProps, 'accounts' | 'own'>,
  status = 200,
): Promise<void> {
  const { accountId: own } = onlyAdmins(response);
  const { db } = response.locals.database;
  const credentials = await listCredentials(db);
  const ids = credentials.map(({ accountId }) => accountId);
  const [names, seen] = [await accountNames(db, ids), await lastSeen(db)];
  const accounts = credentials.map(({ accountId: id, email, nameKey, isAdmin, closedAt }) => {
    const signIn = email ?? nameKey ?? '';
    return {
      id,
      name: names.get(id) ?? '',
      signIn,
      isAdmin,
      isClosed: closedAt !== null,
      seen: seen.get(id),
    };
  });
  const children = <AccountsPage accounts={accounts} own={own} {...props} />;
  sendAccountPage(response, { title: t('accounts.heading'), children }, status);
}
