import type { Request, RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { t } from '../../messages/language.ts';
import { answerProblem } from '../errors.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses changes that another site's page asks for (cross-site request forgery). Browsers say where a
 * request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A request with neither comes from a program: without
 * accounts it has no visitor's rights to abuse; where cookies say who asks it is refused, since a very old browser might
 * send it too.
 */
export function sameOriginGuard(config: Config): RequestHandler {
  return (request, response, next) => {
    if (READING.includes(request.method)) return next();
    const from = whereFrom(request, config);
    if (from === 'here' || (from === 'unsaid' && !config.accounts)) return next();
    const sentence = t(from === 'unsaid' ? 'error.noSite' : 'error.otherSite');
    answerProblem(request, response, { status: 403, sentence });
  };
}

function whereFrom(request: Request, { publicAddress }: Config): 'here' | 'elsewhere' | 'unsaid' {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'here' : 'elsewhere';
  const origin = request.get('Origin');
  if (origin === undefined) return 'unsaid';
  return origin === (publicAddress ?? `http://${request.get('Host')}`) ? 'here' : 'elsewhere';
}
