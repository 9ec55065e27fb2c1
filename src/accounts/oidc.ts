// Signing in through a provider of the group's own (OpenID Connect): the code flow with PKCE, state and nonce. The
// package is loaded at the first use.

import type { ClientAuth, Configuration } from 'openid-client';
import { isThisMachine } from './this-machine.ts';

type Client = typeof import('openid-client');

export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  readonly clientSecret: string | undefined;
}

/** What must be kept in the browser, sealed, until the provider sends the person back. */
export interface ProviderFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface ProviderPerson {
  readonly issuer: string;
  /** Who it is there, for good; addresses change hands. */
  readonly subject: string;
  /** Only where the provider says that it was verified. */
  readonly email: string | null;
  readonly name: string | null;
}

/** Why somebody could not come in through the provider. The message is for the log, never for a page. */
export class ProviderError extends Error {
  /** `away`: no answer; `refused`: the person or the provider said no; `wrong`: what came back does not hold. */
  readonly why: 'away' | 'refused' | 'wrong';
  constructor(why: ProviderError['why'], options?: ErrorOptions) {
    super(`the provider's answer: ${why}`, options);
    this.why = why;
  }
}

export interface BeginOptions {
  /** Where the provider sends the person back to; registered there. */
  readonly redirectUri: string;
  /** Whether the person must show anew that it is them, however long they are signed in there. */
  readonly anew?: boolean;
}

export interface Provider {
  /** The address to send the person to. */
  begin(options: BeginOptions): Promise<{ readonly address: URL; readonly flow: ProviderFlow }>;
  /** Who came back to `address`, with the flow that their browser kept. Throws a ProviderError. */
  finish(address: URL, flow: ProviderFlow, options?: Pick<BeginOptions, 'anew'>): Promise<ProviderPerson>;
}

/** In seconds. */
const TIMEOUT = 10;
/** How long ago somebody who was asked anew may have shown that it is them, in seconds. */
const ANEW = 60;

const known = new WeakMap<ProviderSettings, Provider>();

/** The provider of a desk with these settings: always the same one, which is asked for its addresses once. */
export function deskProvider(settings: ProviderSettings): Provider {
  const provider = known.get(settings) ?? providerOf(settings);
  known.set(settings, provider);
  return provider;
}

/** The provider of a desk. It is found when first needed, and again after a failure: it may be away at the start. */
export function providerOf(settings: ProviderSettings): Provider {
  let found: Promise<Configuration> | undefined;
  const discover = () => {
    found ??= discovered(settings);
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  return {
    async begin({ redirectUri, anew = false }) {
      const client = await import('openid-client');
      const flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
        ...(anew && { prompt: 'login', max_age: '0' }),
      });
      return { address, flow };
    },
    async finish(address, flow, { anew = false } = {}) {
      const client = await import('openid-client');
      const configuration = await discover();
      return told(client, () => personIn(client, configuration, { address, flow, anew }));
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const client = await import('openid-client');
  // Without encryption only for tests and for trying out.
  const execute = isThisMachine(issuer) ? [client.allowInsecureRequests] : [];
  const authentication = clientSecret === undefined ? client.None() : bySecret(client, clientSecret);
  try {
    return await client.discovery(issuer, clientId, clientSecret, authentication, {
      execute,
      timeout: TIMEOUT,
    });
  } catch (error) {
    throw new ProviderError('away', { cause: error });
  }
}

/** As the provider asks for it; by the header where it says nothing (RFC 8414). */
function bySecret(client: Client, secret: string): ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

interface Return {
  readonly address: URL;
  readonly flow: ProviderFlow;
  readonly anew: boolean;
}

async function personIn(
  client: Client,
  configuration: Configuration,
  { address, flow, anew }: Return,
): Promise<ProviderPerson> {
  const tokens = await client.authorizationCodeGrant(configuration, address, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
    ...(anew && { maxAge: ANEW }),
  });
  const claims = tokens.claims();
  if (!claims) throw new ProviderError('wrong');
  // Many providers say no more in the token than who it is.
  const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more =
    claims.email === undefined && hasMore
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {};
  return { issuer: claims.iss, subject: claims.sub, ...namesOf({ ...more, ...claims }) };
}

function namesOf(claims: Readonly<Record<string, unknown>>): Pick<ProviderPerson, 'email' | 'name'> {
  const { email, email_verified: isVerified, name } = claims;
  return {
    email: typeof email === 'string' && isVerified === true ? email : null,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
  };
}

/** Gives what went wrong one of our three names. */
async function told<Value>(client: Client, deed: () => Promise<Value>): Promise<Value> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError(whyOf(client, error), { cause: error });
  }
}

function whyOf(client: Client, error: unknown): ProviderError['why'] {
  if (error instanceof client.AuthorizationResponseError) return 'refused';
  const cause = error instanceof client.ClientError ? error.cause : error;
  // By these the platform's fetch says that nobody answered, or not in time.
  const isAway =
    (cause instanceof TypeError && cause.message === 'fetch failed') ||
    (cause instanceof DOMException && ['TimeoutError', 'AbortError'].includes(cause.name));
  return isAway ? 'away' : 'wrong';
}
