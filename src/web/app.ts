import express, { type Express } from 'express';
import { ENGLISH } from '../messages/language.ts';
import type { Dependencies } from './dependencies.ts';
import { answerError, answerNotFound, answerWrongMethod } from './errors.ts';
import { healthz, readyz } from './health.ts';
import { requireConfirmed } from './middleware/confirmation-gate.ts';
import { importForms, plainForms } from './middleware/forms.ts';
import { hostGuard } from './middleware/host-guard.ts';
import { speak } from './middleware/language.ts';
import { methodOverride } from './middleware/method-override.ts';
import { requestLog } from './middleware/request-log.ts';
import { sameOriginGuard } from './middleware/same-origin-guard.ts';
import { pageCaching, securityHeaders } from './middleware/security-headers.ts';
import { findSignedIn, requireSignIn } from './middleware/sign-in-gate.ts';
import { staticFiles } from './middleware/static-files.ts';
import { routes as allRoutes, type Route } from './routes.ts';
import { findViewer } from './viewer.ts';

/** The web application: the addresses of `routes` behind everything that keeps them safe. */
export function createApp(dependencies: Dependencies, routes: readonly Route[] = allRoutes): Express {
  const app = express();
  app.disable('x-powered-by');
  const speaking = speak(dependencies.language ?? ENGLISH);
  app.use(speaking);
  const { config } = dependencies;
  if (config.trustProxy !== 0) app.set('trust proxy', config.trustProxy);
  app.use(requestLog(dependencies), securityHeaders(config), hostGuard(config), sameOriginGuard(config));
  app.get('/healthz', healthz);
  app.get('/readyz', readyz);
  app.use('/built', staticFiles(dependencies.assets.folder));
  app.use(pageCaching(config), findSignedIn);
  const forms = plainForms(config);
  const open = routes.filter(({ isOpen }) => isOpen);
  for (const path of methodsByPath(open).keys()) app.use(path, forms, speaking);
  addRoutes(app, open);
  app.use(requireSignIn);
  app.post(['/articles', '/readings', '/imports', '/projects/:slug/codebook'], ...importForms(config));
  // The parts of a form come outside of what began before them.
  app.use(forms, methodOverride(), speaking);
  addRoutes(
    app,
    routes.filter(({ isOpen }) => !isOpen),
  );
  app.use(findViewer, answerNotFound, answerError);
  return app;
}

function addRoutes(app: Express, routes: readonly Route[]): void {
  for (const { method, path, handler, isConfirmed } of routes)
    app[method](path, findViewer, ...(isConfirmed ? [requireConfirmed] : []), handler);
  for (const [path, methods] of methodsByPath(routes)) app.all(path, answerWrongMethod(methods));
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { method, path } of routes) {
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  }
  return methods;
}
