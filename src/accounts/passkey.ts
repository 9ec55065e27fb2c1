// Passkeys (WebAuthn level 3). The package is loaded when the first one is used: it is large.

import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** Where passkeys hold: a host name, and the one origin in which they are used. */
export interface PasskeyPlace {
  readonly rpId: string;
  readonly origin: string;
}

/** A passkey as it is kept. */
export interface KnownPasskey {
  /** The credential's id in base64url, which the authenticator has given it. */
  readonly id: string;
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, where the authenticator counts; 0 where it does not. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** How long somebody may take to touch their key, in ms. */
export const PASSKEY_TIME = 5 * 60_000;

/**
 * Where passkeys hold for a desk that is reached at an address. Null where there can be none: an IP address is no host
 * name by the standard, and browsers offer passkeys on `https` and `localhost` alone.
 */
export function passkeyPlace(address: URL): PasskeyPlace | null {
  const { protocol, hostname, origin } = address;
  const isSafe = protocol === 'https:' || hostname === 'localhost';
  // Of an address in version 6 the brackets stand in the host name.
  return isSafe && isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? { rpId: hostname, origin } : null;
}

export interface PasskeyOwner {
  readonly accountId: string;
  /** What the device shows the passkey under. */
  readonly name: string;
  readonly passkeys: readonly Pick<KnownPasskey, 'id' | 'transports'>[];
}

/** What the browser needs to make a passkey. Its `challenge` is to be kept until the answer comes. */
export async function askForNewPasskey(
  { rpId }: PasskeyPlace,
  { accountId, name, passkeys }: PasskeyOwner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return generateRegistrationOptions({
    rpID: rpId,
    rpName: 'On Record',
    userID: new TextEncoder().encode(accountId),
    userName: name,
    userDisplayName: name,
    timeout: PASSKEY_TIME,
    // Whose make the device is does not matter here.
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser needs to ask for a passkey: any one of the desk's, or one of some account's. */
export async function askForPasskey(
  { rpId }: PasskeyPlace,
  passkeys: PasskeyOwner['passkeys'] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  return generateAuthenticationOptions({
    rpID: rpId,
    timeout: PASSKEY_TIME,
    userVerification: 'required',
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
  });
}

const word = z.string().max(100_000);

const created: z.ZodType<RegistrationResponseJSON> = z.object({
  id: word,
  rawId: word,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: word,
    attestationObject: word,
    transports: z
      .array(z.string().regex(/^[\w-]{1,40}$/))
      .max(10)
      .default([]),
  }),
});

const asserted: z.ZodType<AuthenticationResponseJSON> = z.object({
  id: word,
  rawId: word,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: word,
    authenticatorData: word,
    signature: word,
  }),
});

/** The passkey that a browser has made for this challenge, from its answer in JSON; null where it is none. */
export async function readNewPasskey(
  { rpId, origin }: PasskeyPlace,
  challenge: string,
  json: string,
): Promise<KnownPasskey | null> {
  const response = parsed(created, json);
  if (!response) return null;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await orNull(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return null;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { id, publicKey, counter, transports };
}

/** The id of the passkey that an answer claims to be of; null where it is no answer. */
export function passkeyIdOf(json: string): string | null {
  return parsed(asserted, json)?.id ?? null;
}

/** Whether an answer proves this passkey for this challenge: its new count, or null where it does not. */
export async function provePasskey(
  { rpId, origin }: PasskeyPlace,
  challenge: string,
  json: string,
  passkey: KnownPasskey,
): Promise<{ readonly counter: number } | null> {
  const response = parsed(asserted, json);
  if (!response) return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const proved = await orNull(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { ...passkey, transports: [...passkey.transports] },
      requireUserVerification: true,
    }),
  );
  return proved?.verified ? { counter: proved.authenticationInfo.newCounter } : null;
}

/** What is kept of a challenge that was answered, so that it is answered once. */
export function hashChallenge(challenge: string): string {
  return createHash('sha256').update(challenge).digest('hex');
}

function parsed<Value>(schema: z.ZodType<Value>, json: string): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The package throws for whatever does not fit; to whoever sent it all of that is the same. */
async function orNull<Value>(verifying: Promise<Value>): Promise<Value | null> {
  try {
    return await verifying;
  } catch {
    return null;
  }
}
