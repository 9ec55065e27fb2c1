import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { audit } from '../../accounts/audit.ts';
import { deskProvider, ProviderError, type ProviderPerson } from '../../accounts/oidc.ts';
import { accountByProvider } from '../../accounts/provider-accounts.ts';
import type { OidcConfig } from '../../config.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { deskAddress } from '../desk-address.ts';
import { queryOf } from '../fields.ts';
import { keepFlow, takeFlow } from '../flows.ts';
import { describeError } from '../log.ts';
import { nextPage } from '../next.ts';
import { redirect } from '../render.tsx';
import { signIn } from '../signed-in.ts';
import { sendSignIn } from './new.tsx';

/** How long somebody may take at the provider, in ms. */
const TIME = 15 * 60_000;

/** What somebody went to the provider for. */
export const purpose = z.object({
  for: z.enum(['sign-in', 'link', 'confirmation']),
  /** The page of the desk to go on with. */
  next: z.string(),
  /** Whose sign-in began it; absent for who signs in. */
  accountId: z.string().optional(),
});

export type Purpose = z.infer<typeof purpose>;

const begun = purpose.extend({
  flow: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});

/** The provider of this desk. Throws NotFoundError where there is none. */
export function providerSettings(response: Response): OidcConfig {
  const { accounts, oidc } = response.locals.config;
  if (!accounts || !oidc) throw new NotFoundError();
  return oidc;
}

/** Sends somebody to the provider to sign in. A link leads here: browsers let no form be redirected to another site. */
export const beginProviderSignIn: RequestHandler = async (request, response) => {
  const next = nextPage(queryOf(request, 'next'));
  try {
    await goToProvider(response, { for: 'sign-in', next });
  } catch (error) {
    sendProblem(response, next, error);
  }
};

/** Sends somebody to the provider. Throws a ProviderError. */
export async function goToProvider(response: Response, about: Purpose): Promise<void> {
  const provider = deskProvider(providerSettings(response));
  const redirectUri = new URL('/sign-in/provider/return', deskAddress(response)).href;
  const { address, flow } = await provider.begin({ redirectUri, anew: about.for === 'confirmation' });
  await keepFlow(response, 'provider', { ...about, flow }, TIME);
  response.set('Cache-Control', 'no-store');
  redirect(response, address.href);
}

/** Who came back from the provider, and what for. Throws a ProviderError; undefined where nobody was sent there. */
export async function backFromProvider(
  request: Request,
  response: Response,
): Promise<(Purpose & { readonly person: ProviderPerson }) | undefined> {
  const provider = deskProvider(providerSettings(response));
  const found = await takeFlow(request, response, 'provider', begun);
  if (!found) return undefined;
  const { flow, ...about } = found;
  const address = new URL(request.originalUrl, deskAddress(response));
  return { ...about, person: await provider.finish(address, flow, { anew: about.for === 'confirmation' }) };
}

/** Signs in whoever comes in by the provider. */
export async function enterByProvider(
  request: Request,
  response: Response,
  { person, next }: { readonly person: ProviderPerson; readonly next: string },
): Promise<void> {
  const { db } = response.locals.database;
  const { domains, name: provider } = providerSettings(response);
  const cameIn = await accountByProvider(db, person, { domains, address: request.ip });
  if ('accountId' in cameIn) {
    await signIn(request, response, cameIn.accountId, 'provider');
    return redirect(response, next);
  }
  const details = { way: 'provider', why: cameIn.refused };
  await audit(db, { action: 'sign-in-refused', details, address: request.ip });
  sendSignIn(response, { next, refused: t(`ways.${cameIn.refused}`, { provider }) }, 403);
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
