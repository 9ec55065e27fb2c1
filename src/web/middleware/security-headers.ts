import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Scripts and styles come from our own files only; no page may be framed; nothing is asked of other servers.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Served over plain HTTP on this machine; a browser would ignore it.
    strictTransportSecurity: false,
  });
}

/** Pages are kept by the person's own browser only, and asked for again before they are shown. */
export function pageCaching(): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', 'private, no-cache');
    next();
  };
}
