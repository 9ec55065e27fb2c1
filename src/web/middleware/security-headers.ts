import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../../config.ts';

/** In seconds. */
const YEAR = 365 * 24 * 3600;

/**
 * Scripts and styles come from our own files only; no page may be framed; nothing is asked of other servers.
 */
export function securityHeaders({ publicAddress }: Config): RequestHandler {
  const headers = headersOf({
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
    // Served over plain HTTP on this machine a browser would ignore it.
    strictTransportSecurity: publicAddress?.startsWith('https:')
      ? { maxAge: YEAR, includeSubDomains: false }
      : false,
  });
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** They are the same for each answer, so Helmet's thirteen handlers run once. */
function headersOf(options: HelmetOptions): [name: string, value: string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, () => {});
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/**
 * Pages are kept by the person's own browser only, and asked for again before they are shown. Where people sign in they
 * are not kept at all, since the next at the same machine may be somebody else.
 */
export function pageCaching({ accounts }: Config): RequestHandler {
  const caching = accounts ? 'private, no-store' : 'private, no-cache';
  return (_request, response, next) => {
    response.set('Cache-Control', caching);
    next();
  };
}
