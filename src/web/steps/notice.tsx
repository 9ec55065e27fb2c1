import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { StepNotice } from '../../../views/annotations/_step-notice.tsx';
import { findWideStep } from '../../store/wide-steps.ts';
import { queryOf } from '../fields.ts';
import type { Viewer } from '../viewer.ts';

/** What the step that an address names (`?step=`) has done, with its undo. */
export function stepNotice(request: Request, response: Response, viewer: Viewer): Promise<VNode | undefined> {
  const count = (name: string) => Math.trunc(Number(queryOf(request, name))) || 0;
  const counts = { unfit: count('unfit'), kept: count('kept') };
  return noticeOfStep(response, viewer, { step: queryOf(request, 'step'), back: pathOf(request), ...counts });
}

/** The same page without what was done before it. */
function pathOf(request: Request): string {
  return withoutNotice(request.originalUrl);
}

/** An address without what names a step that was made before. */
export function withoutNotice(address: string): string {
  const url = new URL(address, 'http://desk.invalid');
  for (const name of ['step', 'unfit', 'kept', 'deleted', 'forgot']) url.searchParams.delete(name);
  return url.pathname + url.search;
}

/** A step, the page that its undo leads back to, and what it left out. */
export interface NoticedStep {
  readonly step: string;
  readonly back: string;
  readonly unfit?: number;
  readonly kept?: number;
}

/** What a step of the person's has done, with its undo. */
export async function noticeOfStep(
  response: Response,
  viewer: Viewer,
  { step, ...rest }: NoticedStep,
): Promise<VNode | undefined> {
  const shown = step === '' ? null : await findWideStep(response.locals.database.db, viewer.member, step);
  if (!shown) return undefined;
  return <StepNotice place={viewer} shown={shown} formKey={randomUUID()} {...rest} />;
}
