import type { Request, RequestHandler, Response } from 'express';
import {
  AcceptedNotice,
  SuggestionsReady,
  SuggestionTools,
} from '../../../views/articles/_suggestion-tools.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { acceptAll, acceptSuggestion, dismissSuggestion, isLeft } from '../../actions/judge-suggestions.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { articleSuggestions } from '../../actions/suggest.ts';
import type { Tag } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import type { SavedStep } from '../../store/steps.ts';
import { tagField } from '../annotations/form.ts';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { MAX_FRAGMENTS, sendChanges } from './changed.tsx';
import { articleFrom } from './load.ts';
import { listOrderFrom, suggestionTools } from './suggestion-tools.ts';

/** Accepts one suggestion, or all of a tag that the person wants to see. */
export const acceptSuggestions = changing(async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const fields = fieldsOf(request);
  if (fields.suggestion) {
    return sendJudged(request, response, loaded, await acceptSuggestion(db, loaded, fields.suggestion));
  }
  const tag = tagField(fields, loaded.codebook);
  await sendAccepted(request, response, loaded, { tag, saved: await acceptAll(db, loaded, tag) });
});

/** Dismisses a suggestion for good. */
export const dismissSuggestions = changing(async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const { suggestion = '' } = fieldsOf(request);
  await sendJudged(request, response, loaded, await dismissSuggestion(db, loaded, suggestion));
});

async function sendJudged(request: Request, response: Response, loaded: LoadedArticle, saved: SavedStep) {
  const isGone = isLeft(saved);
  if (wantsFragments(request)) {
    const others = isGone ? [<Notice>{<p>{t('change.suggestionGone')}</p>}</Notice>] : [];
    return sendChanges(response, loaded, saved, { others });
  }
  const order = listOrderFrom(fieldsOf(request).list);
  const query = new URLSearchParams({
    ...(order && { suggestions: order }),
    ...(isGone && { notice: 'gone' }),
  });
  redirect(response, addressOf(loaded, query, order && 'suggestions'));
}

/** How many were accepted, with the way back: on this page, or where many changes lead to a new one. */
async function sendAccepted(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  { tag, saved }: { readonly tag: Tag; readonly saved: SavedStep },
): Promise<void> {
  const count = saved.shown.filter(({ subject }) => subject === 'annotation').length;
  const address = addressOf(loaded, new URLSearchParams({ notice: 'accepted', tag, count: String(count) }));
  if (!wantsFragments(request)) return redirect(response, address);
  if (saved.shown.length > MAX_FRAGMENTS) response.set('HX-Redirect', address);
  const notice = (
    <Notice>
      <AcceptedNotice articleId={loaded.article.id} tag={tag} count={count} />
    </Notice>
  );
  await sendChanges(response, loaded, saved, { others: [notice] });
}

function Notice({ children }: { children: preact.ComponentChildren }) {
  return (
    <Partial target="#notice" swap="innerHTML">
      {children}
    </Partial>
  );
}

function addressOf({ article }: LoadedArticle, query: URLSearchParams, anchor = ''): string {
  const asked = query.size > 0 ? `?${query}` : '';
  return `/articles/${article.id}${asked}${anchor && `#${anchor}`}`;
}

/**
 * The suggestions' tools as they stand, with `?order=` and their list in that order. Without it the answer
 * tells a page that waits for the suggestions of a long article when they are there; it shows them when its
 * reader asks.
 */
export const showSuggestions: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const isAsked = typeof request.query.order === 'string';
  const order = listOrderFrom(request.query.order);
  if (!wantsFragments(request)) {
    const query = new URLSearchParams(order && { suggestions: order });
    return redirect(response, addressOf(loaded, query, 'suggestions'));
  }
  if (!isAsked) return sendState(response, loaded);
  const tools = await suggestionTools(db, loaded, order);
  if (tools) sendFragments(response, [<SuggestionTools {...tools} />]);
  else response.status(204).end();
};

async function sendState(response: Response, loaded: LoadedArticle): Promise<void> {
  const isReady = (await articleSuggestions(response.locals.database.db, loaded)) !== null;
  if (isReady) sendFragments(response, [<SuggestionsReady articleId={loaded.article.id} />]);
  else response.status(204).end();
}
