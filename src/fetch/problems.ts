import { errors } from 'undici';
import { FetchError } from '../domain/errors.ts';

/** Sentences for whoever asked for a page. None of them names an address that was looked up. */
const SENTENCES = {
  address: 'Write a whole web address, beginning with https:// or http://.',
  credentials: 'This address holds a name or a password: write it without them.',
  port: 'Only the ports of the web are fetched: 80, 443, 8080 and 8443.',
  refused: 'This address does not lead to the public web, so it is not fetched: paste the text instead.',
  name: 'No server of this name was found: see whether the address is spelled right.',
  unreachable: 'The server does not answer: try again later, or paste the text.',
  timeout: 'The server took too long: try again later, or paste the text.',
  'too-large': 'What stands at this address is too large: paste the text instead.',
  missing: 'There is no page at this address: see whether it is spelled right.',
  forbidden: 'The server does not give this page to programs: open it in a browser and paste the text.',
  failed: 'The server failed to answer: try again later, or paste the text.',
  kind: 'There is no article at this address that can be read: paste the text instead.',
  redirects: 'This address leads on and on and never to a page: open it in a browser and paste the text.',
  downgrade:
    'This secure address leads to one that is not, where the text could be altered on its way: use that one yourself if you trust it.',
  certificate:
    'The server cannot prove that it is the one it says it is (its certificate is not valid): open it in a browser, or paste the text.',
  broken: 'The answer of the server broke off or cannot be read: try again, or paste the text.',
};

/** Why a web page could not be fetched. */
type FetchReason = keyof typeof SENTENCES;

/** The error for a reason, with its sentence or with one that says more. */
export function fetchProblem(reason: FetchReason, sentence = SENTENCES[reason]): FetchError {
  return new FetchError(reason, sentence);
}

/** The error for an answer that is no page, by its status. */
export function statusProblem(status: number): FetchError {
  const reason = reasonFor(status);
  return fetchProblem(reason, SENTENCES[reason].replace(':', ` (it answered ${status}):`));
}

function reasonFor(status: number): FetchReason {
  if (status === 404 || status === 410) return 'missing';
  if (status === 429 || status >= 500) return 'failed';
  return status >= 400 ? 'forbidden' : 'kind';
}

/** What Node, OpenSSL and undici call it where nobody can be reached. */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EPIPE|UND_ERR_SOCKET)$/;
const NO_NAME = /^(ENOTFOUND|EAI_\w+|ENODATA)$/;
const TIMED_OUT = /^(ETIMEDOUT|UND_ERR_\w*TIMEOUT)$/;
const CERTIFICATE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|INVALID_CA|EPROTO)/;
const BROKEN = /^(HPE_|UND_ERR_|Z_|ERR_\w*BROTLI\w*|ERR_ZLIB|ERR__ERROR|ERR_STREAM_PREMATURE_CLOSE)/;

const REASONS: readonly (readonly [RegExp, FetchReason])[] = [
  [NO_NAME, 'name'],
  [TIMED_OUT, 'timeout'],
  [UNREACHABLE, 'unreachable'],
  [CERTIFICATE, 'certificate'],
  [BROKEN, 'broken'],
];

/** What a library's error means to the person, by its code; undefined if no server can cause it. */
export function problemOf(error: unknown): FetchError | undefined {
  if (error instanceof FetchError) return error;
  if (error instanceof errors.HTTPParserError) return fetchProblem('broken');
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const row = REASONS.find(([codes]) => codes.test(code));
  return row && fetchProblem(row[1]);
}
