import type { RequestHandler } from 'express';
import { z } from 'zod';
import { SuggestionsReady } from '../../../views/articles/_suggestion-tools.tsx';
import { acceptAll, acceptSuggestion, dismissSuggestion } from '../../actions/judge-suggestions.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { articleSuggestions } from '../../actions/suggest.ts';
import type { Db } from '../../store/client.ts';
import type { SavedStep } from '../../store/steps.ts';
import { type Fields, tagField } from '../annotations/form.ts';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { sendChanges } from './changed.tsx';
import { articleFrom } from './load.ts';

type Judge = (db: Db, loaded: LoadedArticle, fields: Fields) => Promise<SavedStep>;

/** Accepts one suggestion, or all of a tag that the engine is sure enough of. */
export const acceptSuggestions = judging((db, loaded, fields) => {
  if (fields.suggestion) return acceptSuggestion(db, loaded, fields.suggestion);
  const least = z.coerce.number().min(0).max(1).catch(0.8).parse(fields.least);
  return acceptAll(db, loaded, tagField(fields), least);
});

/** Dismisses a suggestion for good. */
export const dismissSuggestions = judging((db, loaded, fields) =>
  dismissSuggestion(db, loaded, fields.suggestion ?? ''),
);

function judging(judge: Judge): RequestHandler {
  return changing(async (request, response) => {
    const { db } = response.locals.database;
    const loaded = await articleFrom(request, response);
    const saved = await judge(db, loaded, fieldsOf(request));
    if (wantsFragments(request)) await sendChanges(response, loaded, saved);
    else redirect(response, `/articles/${loaded.article.id}`);
  });
}

/**
 * Tells a page that waits for the suggestions of a long article when they are there; it shows them when its
 * reader asks.
 */
export const showSuggestionState: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  if (!wantsFragments(request)) return redirect(response, `/articles/${loaded.article.id}`);
  const isReady = (await articleSuggestions(db, loaded)) !== null;
  if (isReady) sendFragments(response, [<SuggestionsReady articleId={loaded.article.id} />]);
  else response.status(204).end();
};
