import { parse } from 'node:querystring';
import type { RequestHandler } from 'express';
import { takeHeldForm } from '../../accounts/held-forms.ts';
import { pathPart } from '../fields.ts';
import { methodNamed } from '../middleware/method-override.ts';
import { redirect } from '../render.tsx';

/**
 * Goes on with a form that was held, as if it had just been sent: the routes behind this one see it at its own address.
 * It is a link, so that every way to sign in leads to it; a stranger cannot know it, and it is good once, for whose it is.
 */
export const showHeldForm: RequestHandler = async (request, response, next) => {
  const { database, signIn } = response.locals;
  const form = signIn && (await takeHeldForm(database.db, signIn.accountId, pathPart(request, 'token')));
  if (!form) return redirect(response, '/');
  request.url = form.path;
  request.headers['content-type'] = 'application/x-www-form-urlencoded';
  // As many fields as there are: the bytes are bounded.
  request.body = parse(form.body, '&', '=', { maxKeys: 0 });
  request.method = methodNamed(request.body) ?? 'POST';
  next('route');
};
