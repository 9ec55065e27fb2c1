import type { RequestHandler, Response } from 'express';
import { ConfirmationPage, type ConfirmationPageProps } from '../../../views/sign-in/confirmation.tsx';
import { describeOwner } from '../../accounts/passwords.ts';
import { t } from '../../messages/language.ts';
import { findPasswordHash } from '../../store/credentials.ts';
import { listIdentities } from '../../store/identities.ts';
import { passkeyWays } from '../../store/passkeys.ts';
import { sendAccountPage } from '../account/send-account-page.tsx';
import { deskPasskeys } from '../desk-address.ts';
import { queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';

/** Asks whether it is still the person who signed in, before something that others must not do. */
export const newConfirmation: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  if (!response.locals.signIn) return redirect(response, next);
  await sendConfirmation(response, { next, back: '/account' });
};

export interface ConfirmationForm {
  readonly next: string;
  /** The page from which it was asked for. */
  readonly back: string;
  readonly problem?: string | undefined;
  /** Why another way than the password did not do. */
  readonly refused?: string | undefined;
}

/** Answers with the form that asks for it, new or again. */
export async function sendConfirmation(
  response: Response,
  form: ConfirmationForm,
  status = 200,
): Promise<void> {
  const { database, atDesk } = response.locals;
  const { signIn } = await describeOwner(database.db, atDesk.person.id);
  const children = <ConfirmationPage {...form} signIn={signIn} has={await waysOf(response)} />;
  sendAccountPage(response, { title: t('signIn.confirmation'), children }, status);
}

/** The ways in which whoever asks can show that it is them. */
async function waysOf(response: Response): Promise<ConfirmationPageProps['has']> {
  const { config, database, atDesk } = response.locals;
  const { id } = atDesk.person;
  const hasPasskeys = deskPasskeys(response) !== null && (await passkeyWays(database.db, id)).length > 0;
  const isLinked = (await listIdentities(database.db, id)).length > 0;
  return {
    password: (await findPasswordHash(database.db, id)) !== null,
    passkeys: hasPasskeys,
    provider: isLinked ? config.oidc?.name : undefined,
  };
}
