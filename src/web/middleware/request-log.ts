import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Dependencies } from '../dependencies.ts';

/**
 * Gives each request an id, returned as `X-Request-Id`, and logs one line when its answer is finished or cut
 * off.
 */
export function requestLog(dependencies: Dependencies): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    Object.assign(response.locals, dependencies, { requestId: randomUUID() });
    response.set('X-Request-Id', response.locals.requestId);
    response.once('close', () => {
      dependencies.log.info(summary(request, response, performance.now() - started), 'request');
    });
    next();
  };
}

// Only the pattern of the route: a path may hold what somebody typed, and a query holds their search words.
function summary(request: Request, response: Response, elapsed: number) {
  return {
    id: response.locals.requestId,
    method: request.method,
    route: routePattern(request),
    status: response.statusCode,
    ms: Math.round(elapsed * 10) / 10,
    ...(response.writableFinished ? {} : { aborted: true }),
  };
}

function routePattern(request: Request): string | null {
  const route: { path?: unknown } | undefined = request.route;
  return typeof route?.path === 'string' ? route.path : null;
}
