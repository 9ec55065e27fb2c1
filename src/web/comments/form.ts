import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { v7 as uuidv7, validate, version } from 'uuid';
import { fieldsOf, queryOf } from '../fields.ts';
import { nextPage } from '../next.ts';

/** A key for a form that says something: it tells when the form was drawn. */
export function newFormKey(): string {
  return uuidv7();
}

/**
 * The id of what a form says, by the key of the form and by its words: sent twice it is one comment, and sent with other
 * words, when somebody has gone back to it, another.
 */
export function commentId(request: Request): string {
  const { form_key: key = '', body = '' } = fieldsOf(request);
  if (!validate(key) || version(key) !== 7) return uuidv7();
  const random = createHash('sha256').update(`${key} ${body}`).digest();
  // The first 48 bits of such a key are the time at which it was made, in milliseconds.
  return uuidv7({ msecs: Number.parseInt(key.replaceAll('-', '').slice(0, 12), 16), random });
}

/** The page that a form leads back to; empty where that is the page of the article's comments. */
export function backFrom(request: Request): string {
  const asked = fieldsOf(request).back ?? queryOf(request, 'back');
  return asked === '' ? '' : nextPage(asked);
}

/** What was typed, with who was chosen to be mentioned in front. */
export function typedIn(request: Request): string {
  const { body = '', mention = '' } = fieldsOf(request);
  return mention === '' ? body : `@${mention} ${body}`;
}
