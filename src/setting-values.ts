// Which values settings may have, and what they mean.

import { isIP } from 'node:net';
import { z } from 'zod';

/** A provider without encryption is one on this machine, for trying out. */
export function isProviderAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash } = new URL(address);
  if (search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isOfThisMachine(address));
}

/** Whether it is the address of a server that takes mail. */
export function isMailAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '';
}

/** A setting that is a whole number within these bounds. */
export function wholeNumber(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);
}

/** Whether an address asks for a server that takes changes; SQLite's have no such question. */
export function isWriting(url: string): boolean {
  const wanted = /[?&]target_session_attrs=([^&]*)/.exec(url)?.[1];
  return wanted === undefined || ['any', 'read-write', 'primary'].includes(wanted);
}

/** Whether a host is this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether an origin is one of this machine alone, which no other can reach. */
export function isOfThisMachine(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname.replace(/^\[|\]$/g, ''));
}

/** Whether it is an origin: no path, no query. */
export function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, href } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && (href === origin || href === `${origin}/`);
}

/** Whether passwords may be sent there; what is no origin is told elsewhere. */
export function isSafeOrigin(address: string): boolean {
  return !isOrigin(address) || new URL(address).protocol === 'https:' || isOfThisMachine(address);
}

/** Networks that proxies know by name. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether it says which proxies are trusted: none, how many, or their networks. */
export function isTrust(value: string): boolean {
  if (value === 'off' || /^[1-9]$/.test(value)) return true;
  return value.split(',').every((one) => NETWORKS.includes(one.trim()) || isNetwork(one.trim()));
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The same as Express takes it. */
export function trustOf(value: string): number | readonly string[] {
  if (value === 'off') return 0;
  return /^[1-9]$/.test(value) ? Number(value) : value.split(',').map((one) => one.trim());
}
