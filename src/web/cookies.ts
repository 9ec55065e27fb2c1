import type { CookieOptions, Request, Response } from 'express';
import type { Config } from '../config.ts';

/**
 * What the desk keeps in a browser: who is signed in, that somebody was before, and what is under way to a sign-in: the
 * step after the password, a passkey that was asked for, a way by a provider. And which project was used last.
 */
export type CookieName = 'session' | 'device' | 'second-step' | 'passkey' | 'provider' | 'project';

/** What a browser keeps under a name of ours; undefined where there is nothing. */
export function readCookie(request: Request, response: Response, name: CookieName): string | undefined {
  const wanted = `${cookieName(response.locals.config, name)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
  // What we set is in base64url, or an id; anything else is nobody's.
  return value !== undefined && /^[\w-]{20,3000}$/.test(value) ? value : undefined;
}

/** Has the browser keep a token for so long, in ms. */
export function setCookie(response: Response, name: CookieName, token: string, maxAge: number): void {
  const { config } = response.locals;
  response.cookie(cookieName(config, name), token, { ...optionsFor(config), maxAge });
}

export function clearCookie(response: Response, name: CookieName): void {
  const { config } = response.locals;
  response.clearCookie(cookieName(config, name), optionsFor(config));
}

/**
 * With `__Host-` browsers let no other host and no plain connection set it. On this machine, without a certificate, they
 * would keep no such cookie; there desks on several ports share all cookies, so that the port tells them apart.
 */
function cookieName(config: Config, name: CookieName): string {
  if (isEncrypted(config)) return `__Host-on-record-${name}`;
  const port = config.publicAddress === undefined ? config.port : new URL(config.publicAddress).port || 80;
  return `on-record-${name}-${port}`;
}

function optionsFor(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isEncrypted(config) };
}

function isEncrypted({ publicAddress }: Config): boolean {
  return publicAddress?.startsWith('https:') ?? false;
}
