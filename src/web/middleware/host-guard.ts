import type { RequestHandler } from 'express';
import { t } from '../../messages/language.ts';
import { answerProblem } from '../errors.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests that name another host than this one. A page on a foreign domain whose DNS name is turned
 * to 127.0.0.1 would otherwise read everything here as its own origin.
 */
export function hostGuard(): RequestHandler {
  return (request, response, next) => {
    if (isOurs(request.headers.host, request.socket.localPort)) return next();
    answerProblem(request, response, { status: 421, sentence: t('error.host') });
  };
}

function isOurs(host: string | undefined, port: number | undefined): boolean {
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}
