import { parse } from 'node:querystring';
import type { NextFunction, Request } from 'express';
import { fieldsOf } from './fields.ts';
import { nextPage } from './next.ts';

/** The most of a form that is carried through a sign-in, in bytes as it was sent. */
export const HELD_BYTES = 512 * 1024;

/** A form that was sent where somebody had to sign in, or to prove who they are, before it could be taken. */
export interface HeldForm {
  /** Where it was sent to. */
  readonly path: string;
  /** As it was sent: `application/x-www-form-urlencoded`. */
  readonly body: string;
  /** Whose it is: the account that was signed in here last. The empty string where nobody knows. */
  readonly of: string;
}

/** The form that a page carried along; undefined where it carried none. */
export function heldFormOf(request: Request): HeldForm | undefined {
  const { held_path, held, held_of = '' } = fieldsOf(request);
  if (held_path === undefined || held === undefined) return undefined;
  return { path: nextPage(held_path), body: held, of: held_of };
}

/** The fields of a form as they stand in its page. */
export function fieldsHeld({ body }: HeldForm): [name: string, value: string][] {
  return [...new URLSearchParams(body)];
}

/** Goes on as if the form had just been sent: the routes behind this one see it at its own address. */
export function goOnWith({ path, body }: HeldForm, request: Request, next: NextFunction): void {
  request.url = path;
  request.method = 'POST';
  // As many fields as there are: the bytes are bounded.
  request.body = parse(body, '&', '=', { maxKeys: 0 });
  next('route');
}
