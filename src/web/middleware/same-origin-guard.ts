import type { Request, RequestHandler } from 'express';
import { t } from '../../messages/language.ts';
import { answerProblem } from '../errors.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses changes that another site's page asks for (cross-site request forgery). Browsers say where a
 * request comes from in `Sec-Fetch-Site`, older ones in `Origin`; a request with neither comes from a
 * program, which has no visitor's rights to abuse.
 */
export function sameOriginGuard(): RequestHandler {
  return (request, response, next) => {
    if (READING.includes(request.method) || isSameOrigin(request)) return next();
    answerProblem(request, response, { status: 403, sentence: t('error.otherSite') });
  };
}

function isSameOrigin(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  return origin === undefined || origin === `${request.protocol}://${request.get('Host')}`;
}
