import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { ProviderPage } from '../../../views/account/provider.tsx';
import { deskKeyOf } from '../../accounts/desk-key.ts';
import { ProviderError, type ProviderPerson } from '../../accounts/oidc.ts';
import { linkProvider, unlinkProvider } from '../../accounts/provider-accounts.ts';
import { sealValue, unsealValue } from '../../accounts/seal.ts';
import { hasAnotherWayIn } from '../../accounts/ways-in.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { listIdentities } from '../../store/identities.ts';
import { fieldsOf, queryOf } from '../fields.ts';
import { goToProvider, providerSettings } from '../go-to-provider.ts';
import { ownAccount, ownSignIn } from '../own-account.ts';
import { redirect } from '../render.tsx';
import { sendAccountPage } from './send-account-page.tsx';
import { tellOfChange } from './tell-of-change.ts';

const PAGE = '/account/provider';

/** For so long a page's link to the provider is good, in ms. */
const LINK_TIME = 30 * 60_000;

/** Whom one is linked with at the provider. */
export const showProvider: RequestHandler = (_request, response) => sendProvider(response);

/**
 * Sends somebody to the provider to be linked with whom they are there. Only a page of their own leads here: a foreign one
 * could else have them linked with somebody who is signed in there in their place.
 */
export const beginLink: RequestHandler = async (request, response) => {
  const { accountId, tokenHash } = ownSignIn(response);
  const key = await deskKeyOf(response.locals.config);
  const begun = unsealValue(key('flows'), queryOf(request, 'begin'), `link ${tokenHash}`, new Date());
  if (!z.literal('link').safeParse(begun).success) return sendProvider(response, t('ways.tooOld'), 403);
  try {
    await goToProvider(response, { for: 'link', next: PAGE, accountId });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { name: provider } = providerSettings(response);
    await sendProvider(response, t('ways.away', { provider }), 503);
  }
};

/** Links whoever came back from the provider with the account that sent them there. */
export async function linkReturned(
  request: Request,
  response: Response,
  { person, accountId }: { readonly person: ProviderPerson; readonly accountId?: string | undefined },
): Promise<void> {
  const owner = ownAccount(request, response);
  const { name: provider } = providerSettings(response);
  if (owner.accountId !== accountId) return sendProvider(response, t('ways.tooOld'), 403);
  if (!(await linkProvider(response.locals.database.db, owner, person)))
    return sendProvider(response, t('ways.linkedElsewhere', { provider }), 409);
  tellOfChange(response, t('ways.wasLinked', { provider }));
  redirect(response, PAGE);
}

/** Ends the link, unless it is the last way in. */
export const destroyLink: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const owner = ownAccount(request, response);
  const { issuer = '', subject = '' } = fieldsOf(request);
  if (!(await hasAnotherWayIn(db, owner.accountId))) return sendProvider(response, t('ways.lastWay'), 422);
  if (!(await unlinkProvider(db, owner, { issuer, subject }))) throw new NotFoundError();
  tellOfChange(response, t('ways.wasUnlinked'));
  redirect(response, PAGE);
};

async function sendProvider(response: Response, problem?: string, status = 200): Promise<void> {
  const { config, database } = response.locals;
  const { accountId, tokenHash } = ownSignIn(response);
  const identities = await listIdentities(database.db, accountId);
  const key = await deskKeyOf(config);
  const until = new Date(Date.now() + LINK_TIME);
  const begin = sealValue(key('flows'), 'link', { bound: `link ${tokenHash}`, until });
  const children = <ProviderPage {...{ identities, begin, problem }} provider={config.oidc?.name} />;
  sendAccountPage(response, { title: t('ways.provider'), children }, status);
}
