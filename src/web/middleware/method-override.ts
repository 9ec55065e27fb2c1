import type { RequestHandler } from 'express';

const METHODS = ['PUT', 'PATCH', 'DELETE'];

/** Plain forms can only GET and POST: they name any other method in the field `_method`. */
export function methodOverride(): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'POST') request.method = methodNamed(request.body) ?? request.method;
    next();
  };
}

/** The method that a form names in its fields; undefined where it names none. */
export function methodNamed(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('_method' in body)) return undefined;
  // A button's own method comes behind the one its form has.
  const name = String([body._method].flat().at(-1)).toUpperCase();
  return METHODS.find((method) => method === name);
}
