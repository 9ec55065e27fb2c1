import type { Agent, Dispatcher } from 'undici';
import { t } from '../messages/language.ts';
import type { AddressPolicy } from './addresses.ts';
import { type FindAddresses, guardedAgent } from './guarded-agent.ts';
import { READABLE_TYPES, readContentType } from './media-type.ts';
import { fetchProblem, problemOf, statusProblem } from './problems.ts';
import { readBody, tooLarge } from './read-body.ts';
import { parseWebAddress, redirectAddress } from './web-address.ts';

/** A page as it was fetched. */
export interface FetchedPage {
  /** Where it stands in the end, behind all redirects. */
  readonly url: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** Lower-case; empty where the server does not say. */
  readonly mediaType: string;
  /** As the server names it; empty where it does not. */
  readonly charset: string;
}

export interface FetchLimits {
  /** Most bytes, packed and unpacked. */
  readonly bytes: number;
  /** For everything together, in ms. */
  readonly time: number;
  readonly redirects: number;
}

export const FETCH_LIMITS: FetchLimits = { bytes: 10_000_000, time: 15_000, redirects: 5 };

export interface FetchOptions extends AddressPolicy {
  /** Ends the work when nobody waits for it any more. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<FetchLimits>;
  /** In the place of the system's own. */
  readonly findAddresses?: FindAddresses;
}

/**
 * Fetches a page of the public web that a person named. Each address on the way is checked, and each
 * connection as it is made; no cookie, no referrer and no credential is sent. Throws FetchError, whose
 * message says in one sentence why there is no page.
 */
export async function fetchPage(typed: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const start = parseWebAddress(typed, options);
  const agent = guardedAgent(options, options.findAddresses);
  const deadline = startDeadline(agent, limits.time, options.signal);
  try {
    return await follow({ agent, limits, policy: options }, start);
  } catch (error) {
    if (deadline.isOver()) throw fetchProblem('timeout');
    throw problemOf(error) ?? error;
  } finally {
    deadline.clear();
    await agent.destroy();
  }
}

/** Ends everything that an agent does once the time is up, or when nobody waits any more. */
function startDeadline(agent: Agent, time: number, signal?: AbortSignal) {
  let over = false;
  const end = () => {
    over = true;
    void agent.destroy(fetchProblem('timeout'));
  };
  const timer = setTimeout(end, time);
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  const clear = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  };
  return { isOver: () => over, clear };
}

interface FetchContext {
  readonly agent: Agent;
  readonly limits: FetchLimits;
  readonly policy: AddressPolicy;
}

async function follow(context: FetchContext, start: URL): Promise<FetchedPage> {
  const seen = new Set<string>();
  for (let url = start; seen.size <= context.limits.redirects; ) {
    seen.add(url.href);
    const answer = await ask(context.agent, url);
    const location = redirectOf(answer);
    if (location === undefined) return await readPage(answer, url, context.limits);
    discard(answer);
    url = redirectAddress(location, url, context.policy);
    if (seen.has(url.href)) break;
  }
  throw fetchProblem('redirects');
}

const HEADERS = {
  'user-agent': 'On-Record/1 (fetches one article for a person who asks for it)',
  accept: 'text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf;q=0.9, */*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

function ask(agent: Agent, url: URL): Promise<Dispatcher.ResponseData> {
  const path = `${url.pathname}${url.search}`;
  return agent.request({ origin: url.origin, path, method: 'GET', headers: HEADERS });
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headerOf(headers.location) : undefined;
}

/** The rest of an answer that nobody reads must not keep its connection, nor fail unheard. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {}).destroy();
}

async function readPage(
  answer: Dispatcher.ResponseData,
  url: URL,
  limits: FetchLimits,
): Promise<FetchedPage> {
  try {
    const type = checkedType(answer, limits);
    const encoding = headerOf(answer.headers['content-encoding']) ?? '';
    const bytes = await readBody(answer.body, encoding, limits.bytes);
    return { url: url.href, bytes, ...type };
  } catch (error) {
    discard(answer);
    throw error;
  }
}

function checkedType({ statusCode, headers }: Dispatcher.ResponseData, limits: FetchLimits) {
  if (statusCode !== 200 && statusCode !== 203) throw statusProblem(statusCode);
  const type = readContentType(headerOf(headers['content-type']) ?? '');
  if (!READABLE_TYPES.includes(type.mediaType)) {
    throw fetchProblem('kind', t('fetch.kindOf', { type: type.mediaType }));
  }
  if (Number(headers['content-length']) > limits.bytes) throw tooLarge(limits.bytes);
  return type;
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
