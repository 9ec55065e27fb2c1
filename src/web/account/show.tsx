import type { Request, RequestHandler, Response } from 'express';
import { Ways } from '../../../views/account/_ways.tsx';
import { AccountPage, type AccountProblems } from '../../../views/account/show.tsx';
import { MIN_PASSWORD } from '../../accounts/password-rules.ts';
import { describeOwner } from '../../accounts/passwords.ts';
import { t } from '../../messages/language.ts';
import { findPasswordHash } from '../../store/credentials.ts';
import { listSignIns } from '../../store/sign-ins.ts';
import { queryOf } from '../fields.ts';
import { redirect, sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { waysOf } from './ways.ts';

/** How the person signs in, and where they are signed in. */
export const showAccount: RequestHandler = async (request, response) => {
  if (!response.locals.signIn) return redirect(response, '/settings');
  await sendAccount(request, response, {});
};

export interface RefusedAccount {
  readonly typedSignIn?: string | undefined;
  readonly problems?: AccountProblems;
}

/** Answers with the page of the account, new or again. */
export async function sendAccount(
  request: Request,
  response: Response,
  { typedSignIn, problems = {} }: RefusedAccount,
  status = 200,
): Promise<void> {
  const { database, signIn, atDesk } = response.locals;
  const { db } = database;
  const accountId = atDesk.person.id;
  const owner = await describeOwner(db, accountId);
  const page = {
    owner,
    typedSignIn,
    problems,
    hasPassword: (await findPasswordHash(db, accountId)) !== null,
    leastPassword: MIN_PASSWORD,
    signIns: await listSignIns(db, accountId),
    current: signIn?.tokenHash ?? '',
    isAdmin: atDesk.isAdmin,
  };
  const notice = queryOf(request, 'saved') && <p>{t('account.saved')}</p>;
  const props = {
    title: t('account.heading'),
    kind: 'form',
    notice,
    children: (
      <AccountPage {...page}>
        <Ways {...(await waysOf(response))} />
      </AccountPage>
    ),
  } as const;
  sendPage(response, viewerOf(request, response), props, status);
}
