import type { Request } from 'express';
import { validate } from 'uuid';
import type { SavedStep } from '../store/steps.ts';
import { fieldsOf } from './fields.ts';

/** The page's own name for a request, where it gives a proper one; see `StepScope`. */
export function requestKeyOf(request: Request): string | undefined {
  const { request_key: key = '' } = fieldsOf(request);
  return validate(key) ? key.toLowerCase() : undefined;
}

/**
 * What a step did, as the last bytes of its answer: a page that does not find it knows that it did not get
 * all of it. It tells the versions of the annotations that were changed, and which annotation the request has
 * made.
 */
export function receiptOf({ shown, standing }: SavedStep, requestKey: string | undefined): string {
  const ids = shown.flatMap(({ subject, subjectId }) => (subject === 'annotation' ? [subjectId] : []));
  const changed = new Set(ids);
  const annotations = standing.annotations.filter(({ id }) => changed.has(id));
  const versions = Object.fromEntries(annotations.map(({ id, version }) => [id, version]));
  const made = shown.filter(({ subject, before }) => subject === 'annotation' && before === null);
  const makes = requestKey && made.length === 1 ? { [requestKey]: made[0]?.subjectId } : {};
  return `<!--receipt ${JSON.stringify({ versions, makes })}-->`;
}

/** The last bytes of fragments that were only asked for: a page that does not find them did not get all. */
export const WHOLE = '<!--receipt {}-->';
