import { isIP } from 'node:net';
import { type AddressPolicy, mayConnectTo } from './addresses.ts';
import { fetchProblem } from './problems.ts';

/**
 * The ports on which the web is served. Others belong to mail servers, databases and the like, to which no
 * address and no redirect shall make this program speak.
 */
const WEB_PORTS = ['', '80', '443', '8080', '8443'];

/** Longer names are in no directory (RFC 1035), and the system takes them for a fault of the program. */
const MAX_HOST = 253;

/**
 * A web address as somebody typed it; one without `https://` gets it. Throws FetchError for what is no web
 * address, or holds credentials, another port than those of the web, or an IP address that may not be
 * connected to, in whatever notation: the URL parser writes them all in one way.
 */
export function parseWebAddress(typed: string, policy: AddressPolicy): URL {
  const line = typed.trim();
  return checkedAddress(/^[a-z][a-z0-9+.-]*:|^\/|^$/i.test(line) ? line : `https://${line}`, policy);
}

/** Where a redirect leads, seen from the address that answered it. Throws as `parseWebAddress` does. */
export function redirectAddress(location: string, from: URL, policy: AddressPolicy): URL {
  const to = checkedAddress(location, policy, from);
  if (from.protocol === 'https:' && to.protocol === 'http:') throw fetchProblem('downgrade');
  return to;
}

function checkedAddress(written: string, policy: AddressPolicy, base?: URL): URL {
  const url = URL.canParse(written, base) ? new URL(written, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw fetchProblem('address');
  if (url.username !== '' || url.password !== '') throw fetchProblem('credentials');
  const host = bareHost(url.hostname);
  if (host.length > MAX_HOST) throw fetchProblem('address');
  if (isIP(host) !== 0 && !mayConnectTo(host, policy)) throw fetchProblem('refused');
  // Servers of tests take any free port.
  if (!policy.allowLoopback && !WEB_PORTS.includes(url.port)) throw fetchProblem('port');
  url.hash = '';
  return url;
}

/** The host of an address without the brackets around IPv6. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
