import type { RequestHandler } from 'express';
import { toggleNothingHere } from '../../actions/mark-sentences.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { hullOf, type Span } from '../../text/span.ts';
import { partsField } from '../annotations/form.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { changedFragments } from './changed.tsx';
import { articleFrom } from './load.ts';

/** Marks the sentences of a span as holding nothing, or takes that back. */
export const toggleSentenceMarks: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const changes = await toggleNothingHere(db, loaded, spanOf(partsField(fieldsOf(request), 'parts')));
  if (!wantsFragments(request)) return redirect(response, `/articles/${loaded.article.id}`);
  sendFragments(response, await changedFragments(db, loaded, changes));
};

function spanOf(parts: readonly Span[] | undefined): Span {
  if (!parts) throw new InvalidInputError({ parts: 'Select a sentence first.' });
  return hullOf(parts);
}
