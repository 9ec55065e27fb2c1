import type { RequestHandler } from 'express';
import { toggleNothingHere } from '../../actions/mark-sentences.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { hullOf, type Span } from '../../text/span.ts';
import { partsField } from '../annotations/form.ts';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { sendChanges } from './changed.tsx';
import { articleFrom } from './load.ts';

/** Marks the sentences of a span as holding nothing, or takes that back. */
export const toggleSentenceMarks: RequestHandler = changing(async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const saved = await toggleNothingHere(db, loaded, spanOf(partsField(fieldsOf(request), 'parts')));
  if (!wantsFragments(request)) return redirect(response, `/articles/${loaded.article.id}`);
  await sendChanges(response, loaded, saved);
});

function spanOf(parts: readonly Span[] | undefined): Span {
  if (!parts) throw new InvalidInputError({ parts: t('words.noSentence') });
  return hullOf(parts);
}
