// Codes by time (TOTP, RFC 6238): six digits, a new one every 30 seconds, as every authenticator app makes them.

import { Secret, TOTP } from 'otpauth';

const SECONDS = 30;
const DIGITS = 6;

/** A new secret for somebody's app, in base32: 160 bits, as RFC 4226 advises. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export interface CodeOwner {
  /** In base32. */
  readonly secret: string;
  /** What the app shows the code under: the address of the desk, and the person's name there. */
  readonly desk: string;
  readonly account: string;
}

/** The address that an app reads out of the QR code. */
export function codeAddress({ secret, desk, account }: CodeOwner): string {
  return totp(secret, { issuer: desk, label: account }).toString();
}

export interface TypedCode {
  readonly secret: string;
  /** As it was typed: `123 456`. */
  readonly code: string;
  /** The step of the last code that was taken, if any: no code of it or of an earlier step is taken again. */
  readonly lastStep: number | null;
  readonly now: Date;
}

/**
 * The step that a code belongs to: the number of half minutes since 1970. Clocks may differ by one step. Null where it is no
 * code of now, or one that was taken already. Whoever takes it keeps the step, before anything else is done.
 */
export function stepOfCode({ secret, code, lastStep, now }: TypedCode): number | null {
  const token = code.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, window: 1, timestamp: now.getTime() });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** A secret in groups of four, for those who type it. */
export function spacedSecret(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/g, '$& ');
}

function totp(secret: string, names: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), digits: DIGITS, period: SECONDS });
}
