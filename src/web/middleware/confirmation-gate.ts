import { stringify } from 'node:querystring';
import type { RequestHandler } from 'express';
import { isConfirmed } from '../../accounts/sessions.ts';
import { sendConfirmation } from '../confirmations/new.tsx';
import { holdFor } from '../held-forms/hold.ts';
import { nextPage } from '../next.ts';
import { redirect, wantsFragments } from '../render.tsx';

/**
 * Lets through who has proven lately that it is them; asks others first and then goes on with what they sent. For what
 * nobody else must do at a machine that was left open: changes of sign-ins and of people, and taking everything away.
 */
export const requireConfirmed: RequestHandler = async (request, response, next) => {
  const { signIn } = response.locals;
  if (!signIn || isConfirmed(signIn)) return next();
  if (request.method === 'GET') return redirect(response, confirmationAddress(request.originalUrl));
  const page = pageBehind(request.get('HX-Current-URL') ?? request.get('Referer'));
  if (wantsFragments(request)) {
    response.set('HX-Redirect', confirmationAddress(page)).status(403).end();
    return;
  }
  const body = withMethod(stringify(request.body ?? {}), request.method);
  const held = await holdFor(response, signIn.accountId, { path: request.originalUrl, body });
  await sendConfirmation(response, { next: held, back: page });
};

function confirmationAddress(next: string): string {
  return `/confirmation?next=${encodeURIComponent(nextPage(next))}`;
}

/** The page of the desk from which something was sent. */
function pageBehind(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return '/';
  const { pathname, search } = new URL(address);
  return nextPage(`${pathname}${search}`);
}

/** What a form cannot send by itself stands in its field. */
function withMethod(body: string, method: string): string {
  return method === 'POST' || new URLSearchParams(body).has('_method') ? body : `${body}&_method=${method}`;
}
