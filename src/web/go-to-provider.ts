import type { Request, Response } from 'express';
import { z } from 'zod';
import { deskProvider, type ProviderPerson } from '../accounts/oidc.ts';
import type { OidcConfig } from '../config.ts';
import { NotFoundError } from '../domain/errors.ts';
import { deskAddress } from './desk-address.ts';
import { keepFlow, takeFlow } from './flows.ts';
import { redirect } from './render.tsx';

/** How long somebody may take at the provider, in ms. */
const TIME = 15 * 60_000;

/** What somebody went to the provider for. */
const purpose = z.object({
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
