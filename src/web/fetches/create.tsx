import type { Request, RequestHandler, Response } from 'express';
import { ARTICLE_DETAILS, checkDetails, toFields } from '../../domain/article-details.ts';
import { FetchError, InvalidInputError, UnreadPageError } from '../../domain/errors.ts';
import { fetchArticle } from '../../import/articles/fetch.ts';
import { EMPTY_FORM, filledForm, type ImportForm } from '../articles/import-form.ts';
import { sendImportForm } from '../articles/new.tsx';
import { fieldsOf } from '../fields.ts';
import { type Viewer, viewerOf } from '../viewer.ts';

/** Shows the article of a web page in the form, to be corrected and imported; or why there is none. */
export const createFetch: RequestHandler = async (request, response) => {
  const form = await fetchedForm(request, response, viewerOf(request, response));
  const isFetched = form.problems.address === undefined;
  await sendImportForm(request, response, form, {
    status: isFetched ? 200 : 422,
    state: isFetched ? 'fetched' : 'notFetched',
  });
};

async function fetchedForm(request: Request, response: Response, viewer: Viewer): Promise<ImportForm> {
  const { config, database } = response.locals;
  const { address = '' } = fieldsOf(request);
  const { allowLoopback, maxArticleLength: limit } = config;
  const options = { allowLoopback, limit, signal: signalOf(response) };
  try {
    const page = await fetchArticle(database.db, viewer.member, address, options);
    const form = filledForm({ content: page.found, given: {} }, limit);
    return { ...form, way: 'fetch', address, source: { id: page.sourceId, name: null, url: page.url } };
  } catch (error) {
    if (error instanceof UnreadPageError) return failedForm(request, error.message, error.details);
    const problem = problemWith(error);
    if (problem === undefined) throw error;
    return failedForm(request, problem, { url: knownAddress(address) });
  }
}

/** Is aborted when the person goes away before the answer. */
function signalOf(response: Response): AbortSignal {
  const waiting = new AbortController();
  response.once('close', () => waiting.abort());
  return waiting.signal;
}

/** The text of a page is wrong in the field `file`, as that of any file. */
function problemWith(error: unknown): string | undefined {
  if (error instanceof FetchError) return error.message;
  return error instanceof InvalidInputError ? error.fields.file : undefined;
}

/** The form again, with what the page says of itself: for whoever pastes its text instead. */
function failedForm(request: Request, problem: string, found: UnreadPageError['details']): ImportForm {
  const { address = '' } = fieldsOf(request);
  const given = ARTICLE_DETAILS.map(({ name }) => [name, found[name] ?? '']);
  const { details } = checkDetails(Object.fromEntries(given));
  const values = toFields(
    Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value ?? ''])),
  );
  return { ...EMPTY_FORM, way: 'fetch', address, values, problems: { address: problem } };
}

function knownAddress(typed: string): string {
  const url = checkDetails({ url: typed }).details.url ?? '';
  return url && new URL(url).username === '' && new URL(url).password === '' ? url : '';
}
