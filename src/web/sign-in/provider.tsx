import type { Request, RequestHandler, Response } from 'express';
import { audit } from '../../accounts/audit.ts';
import { ProviderError, type ProviderPerson } from '../../accounts/oidc.ts';
import { accountByProvider, type CameIn } from '../../accounts/provider-accounts.ts';
import { enterInvited } from '../../actions/people/invitations.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { goToProvider, providerSettings } from '../go-to-provider.ts';
import { describeError } from '../log.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { sendSignIn } from './new.tsx';

/** Sends somebody to the provider to sign in. A link leads here: browsers let no form be redirected to another site. */
export const beginProviderSignIn: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  // Who comes back from there is in the project: no other site's link may begin that.
  const site = request.get('Sec-Fetch-Site');
  if (invitationIn(next) && site !== undefined && site !== 'same-origin') return redirect(response, next);
  try {
    await goToProvider(response, { for: 'sign-in', next });
  } catch (error) {
    sendProblem(response, next, error);
  }
};

/** Signs in whoever comes in by the provider. */
export async function enterByProvider(
  request: Request,
  response: Response,
  { person, next }: { readonly person: ProviderPerson; readonly next: string },
): Promise<void> {
  const { db } = response.locals.database;
  const { domains, name: provider } = providerSettings(response);
  const token = invitationIn(next);
  const coming = { domains, address: request.ip };
  const cameIn: CameIn & { readonly slug?: string } = token
    ? await enterInvited(db, person, token, coming)
    : await accountByProvider(db, person, coming);
  if ('accountId' in cameIn) {
    await signIn(request, response, cameIn.accountId, 'provider');
    const { slug } = cameIn;
    return redirect(response, slug === undefined ? next : `/?project=${encodeURIComponent(slug)}`);
  }
  const details = { way: 'provider', why: cameIn.refused };
  await audit(db, { action: 'sign-in-refused', details, address: request.ip });
  sendSignIn(response, { next, refused: t(`ways.${cameIn.refused}`, { provider }) }, 403);
}

/** The token of the invitation that an address of the desk leads to. */
function invitationIn(next: string): string | undefined {
  const [, token] = /^\/invitations\/([^/?#]+)$/.exec(next) ?? [];
  return token;
}

/** Says why nobody could come in by the provider. */
export function sendProblem(response: Response, next: string, error: unknown): void {
  if (!(error instanceof ProviderError)) throw error;
  const { log, requestId } = response.locals;
  const { name: provider } = providerSettings(response);
  if (error.why !== 'refused') log.warn({ id: requestId, ...describeError(log, error) }, 'provider failed');
  const status = { away: 503, refused: 403, wrong: 403 }[error.why];
  const said = { away: 'ways.away', refused: 'ways.refused', wrong: 'ways.wrongProvider' } as const;
  sendSignIn(response, { next, refused: t(said[error.why], { provider }) }, status);
}
