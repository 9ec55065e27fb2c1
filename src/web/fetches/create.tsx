import type { Request, RequestHandler, Response } from 'express';
import { Details } from '../../../views/articles/_details.tsx';
import { type ImportState, KeptSource, StateOfImport, TextField } from '../../../views/articles/new.tsx';
import { inProject } from '../../../views/layouts/page.tsx';
import { FieldError } from '../../../views/shared/_field.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { ARTICLE_DETAILS, checkDetails, toFields } from '../../domain/article-details.ts';
import { FetchError, InvalidInputError, UnreadPageError } from '../../domain/errors.ts';
import { fetchArticle } from '../../import/articles/fetch.ts';
import { detailFields, EMPTY_FORM, filledForm, type ImportForm } from '../articles/import-form.ts';
import { sendImportForm } from '../articles/new.tsx';
import { fieldsOf } from '../fields.ts';
import { sendFragments, wantsFragments } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';

/** Shows the article of a web page in the form, to be corrected and imported; or why there is none. */
export const createFetch: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const form = await fetchedForm(request, response, viewer);
  const isFetched = form.problems.address === undefined;
  const status = isFetched ? 200 : 422;
  const state = isFetched ? 'fetched' : 'not-fetched';
  if (!wantsFragments(request)) {
    return sendImportForm(request, response, form, { status, state });
  }
  const found = isFetched ? fetchedFragments(form, inProject(viewer, '/readings')) : [];
  sendFragments(response, [...found, ...alwaysFragments(form, state)], status);
};

async function fetchedForm(request: Request, response: Response, viewer: Viewer): Promise<ImportForm> {
  const { config, database } = response.locals;
  const { address = '' } = fieldsOf(request);
  const { allowLoopback, maxArticleLength: limit } = config;
  const options = { allowLoopback, limit, signal: signalOf(response) };
  try {
    const page = await fetchArticle(database.db, viewer.member, address, options);
    const form = filledForm({ content: page.found, given: {} }, limit);
    return { ...form, address, source: { id: page.sourceId, name: null, url: page.url } };
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

/** The paste form with what is known: the details as they stood there, and in empty ones what was found. */
function failedForm(request: Request, problem: string, found: UnreadPageError['details']): ImportForm {
  const { address = '' } = fieldsOf(request);
  const [typed, read] = [detailFields(request, ''), detailFields(request, 'read_')];
  const known = checkDetails(
    Object.fromEntries(ARTICLE_DETAILS.map(({ name }) => [name, found[name] ?? ''])),
  ).details;
  const values = ARTICLE_DETAILS.map(({ name }) => [name, typed[name] || known[name]]);
  return {
    ...EMPTY_FORM,
    address,
    values: toFields(Object.fromEntries(values)),
    read,
    problems: { address: problem },
  };
}

function knownAddress(typed: string): string {
  const url = checkDetails({ url: typed }).details.url ?? '';
  return url && new URL(url).username === '' && new URL(url).password === '' ? url : '';
}

function fetchedFragments(form: ImportForm, readings: string) {
  return [
    <Partial target="#text-field" swap="outerHTML">
      <TextField {...form} readings={readings} />
    </Partial>,
    <Partial target="#kept-source" swap="outerHTML">
      <KeptSource {...form} />
    </Partial>,
  ];
}

/** What fetching changes in any case: what is said of it, the details, and what is wrong with the address. */
function alwaysFragments(form: ImportForm, state: ImportState) {
  return [
    <Partial target="#import-state" swap="innerHTML">
      <StateOfImport state={state} />
    </Partial>,
    <Partial target="#details" swap="outerHTML">
      <Details {...form} />
    </Partial>,
    <Partial target="#f-address-error" swap="outerHTML">
      <FieldError name="address" problem={form.problems.address} />
    </Partial>,
  ];
}
