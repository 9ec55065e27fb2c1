import type { Request, RequestHandler, Response } from 'express';
import { undoMany } from '../../actions/undo-many.ts';
import { noteDeed } from '../audit/note.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { withoutNotice } from './notice.tsx';

/** Takes a step of the person's back in all of its articles. */
export const undoWideStep: RequestHandler = (request, response) => takeStep(request, response, 'undo');

/** Brings it again. */
export const redoWideStep: RequestHandler = (request, response) => takeStep(request, response, 'redo');

async function takeStep(request: Request, response: Response, which: 'undo' | 'redo'): Promise<void> {
  const { member } = viewerOf(request, response);
  const step = pathPart(request, 'id');
  const options = { which, requestKey: requestKeyOf(request) };
  const { changed, kept } = await undoMany(response.locals.database.db, member, step, options);
  await noteDeed(request, response, {
    action: which === 'undo' ? 'wide-step-undone' : 'wide-step-redone',
    projectId: member.projectId,
    subject: step,
    details: { count: changed },
  });
  redirect(response, withStep(fieldsOf(request).back ?? '/annotations', { step, kept }));
}

/** A page of this desk that says what a step did. */
export function withStep(address: string, said: Readonly<Record<string, string | number | null>>): string {
  const url = new URL(withoutNotice(localPath(address)), 'http://desk.invalid');
  for (const [name, value] of Object.entries(said)) if (value) url.searchParams.set(name, String(value));
  return url.pathname + url.search;
}

/** A path of this desk and of no other one: `//elsewhere` would be another host. */
export function localPath(address: string): string {
  const base = 'http://desk.invalid';
  const url = URL.canParse(address, base) ? new URL(address, base) : new URL(base);
  return url.origin === base ? url.pathname.replace(/^\/+/, '/') + url.search : '/';
}
