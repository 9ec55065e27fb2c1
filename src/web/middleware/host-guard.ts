import type { RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { t } from '../../messages/language.ts';
import { answerProblem } from '../errors.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** What asks whether the desk is up comes from beside it, and goes by its own address. */
const OF_HEALTH = ['/healthz', '/readyz'];

/**
 * Refuses requests that name another host than this one. A page on a foreign domain whose DNS name is turned
 * to 127.0.0.1 would otherwise read everything here as its own origin.
 */
export function hostGuard({ publicAddress }: Config): RequestHandler {
  const name = publicAddress === undefined ? undefined : new URL(publicAddress).host;
  return (request, response, next) => {
    const { host } = request.headers;
    const isOurs =
      name === undefined || OF_HEALTH.includes(request.path)
        ? host === name || isThisMachine(host, request.socket.localPort)
        : host === name;
    if (isOurs) return next();
    answerProblem(request, response, { status: 421, sentence: t('error.host') });
  };
}

function isThisMachine(host: string | undefined, port: number | undefined): boolean {
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}
