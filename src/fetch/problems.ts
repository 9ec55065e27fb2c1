import { errors } from 'undici';
import { FetchError } from '../domain/errors.ts';
import type { English } from '../messages/catalogue.ts';
import { t } from '../messages/language.ts';

/** Why a web page could not be fetched. Its sentences name no address that was looked up. */
type FetchReason = Exclude<keyof English['fetch'], 'largerThan' | 'kindOf' | 'withStatus'>;

/** The error for a reason, with its sentence or with one that says more. */
export function fetchProblem(reason: FetchReason, sentence = t(`fetch.${reason}`)): FetchError {
  return new FetchError(reason, sentence);
}

/** The error for an answer that is no page, by its status. */
export function statusProblem(status: number): FetchError {
  const reason = reasonFor(status);
  return fetchProblem(
    reason,
    t('fetch.withStatus', { problem: t(`fetch.${reason}`), status: String(status) }),
  );
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
