import type { Request, RequestHandler, Response } from 'express';
import { Details } from '../../../views/articles/_details.tsx';
import type { ImportState } from '../../../views/articles/new.tsx';
import { FieldError } from '../../../views/shared/_field.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Member } from '../../domain/permission.ts';
import { readArticle } from '../../import/articles/read.ts';
import { keepForPreview } from '../../import/articles/source.ts';
import { importArticle } from '../../import/articles/store.ts';
import { beginArticleImport } from '../../import/receive.ts';
import type { Db } from '../../store/client.ts';
import { findUnattachedSource, type NewSource } from '../../store/sources.ts';
import { fieldsOf } from '../fields.ts';
import type { SentFile } from '../middleware/upload.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { showFetched } from './fetched.tsx';
import {
  EMPTY_FORM,
  filledForm,
  type ImportForm,
  readSent,
  refusedForm,
  type SentArticle,
  type ShownSource,
} from './import-form.ts';
import { sendImportForm } from './new.tsx';

/**
 * Imports an article, or begins an import of many files. With the field `check` it only shows what was read; with
 * `fetch` what was found at a web address.
 */
export const createArticle: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  if (fieldsOf(request).fetch !== undefined) return showFetched(request, response, viewer);
  const { member } = viewer;
  let article: SentArticle | undefined;
  try {
    const sent = await readSent(request, response);
    if ('files' in sent) return await importFiles(request, response, member, sent.files);
    article = sent.article;
    if (fieldsOf(request).check === undefined) await importOne(response, member, article);
    else await showChecked(request, response, member, article);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const form = await refused(request, response, member, inItsField(error, article), article);
    await sendForm(request, response, form, { status: 422 });
  }
};

async function importFiles(
  request: Request,
  response: Response,
  member: Member,
  files: readonly SentFile[],
): Promise<void> {
  if (fieldsOf(request).check === undefined) {
    return redirect(
      response,
      `/imports/${await beginArticleImport(response.locals.database.db, member, files)}`,
    );
  }
  if (wantsFragments(request)) return sendForm(request, response, EMPTY_FORM);
  throw new InvalidInputError({
    file: 'Files of many articles are not shown before they are imported: choose them again, and import them.',
  });
}

async function importOne(response: Response, member: Member, sent: SentArticle): Promise<void> {
  const { config, database } = response.locals;
  const read = readArticle(sent, config.maxArticleLength);
  const { source } = sent;
  const { article, duplicate } = await importArticle(database.db, member, { ...read, source });
  redirect(response, `/articles/${article.id}${duplicate ? '?notice=duplicate' : ''}`);
}

async function showChecked(request: Request, response: Response, member: Member, sent: SentArticle) {
  // htmx shows the details alone, and sends the file again.
  const comesAgain = wantsFragments(request) ? sent.field : 'text';
  const form = filledForm(sent, response.locals.config.maxArticleLength, comesAgain);
  const source = wantsFragments(request)
    ? null
    : await shownSource(response.locals.database.db, member, sent.source);
  await sendForm(request, response, { ...form, source }, { state: 'read' });
}

/** What is wrong with the text is said where it came from. */
function inItsField(error: InvalidInputError, article: SentArticle | undefined): InvalidInputError {
  const { file, ...others } = error.fields;
  if (file === undefined || article?.field !== 'text') return error;
  return new InvalidInputError({ ...others, text: file });
}

/** The form again. A file that could be read stands there as text, so that it need not be sent again. */
async function refused(
  request: Request,
  response: Response,
  member: Member,
  error: InvalidInputError,
  article: SentArticle | undefined,
): Promise<ImportForm> {
  const { config, database } = response.locals;
  const form = refusedForm(request, error);
  const source = await shownSource(database.db, member, article?.source ?? fieldsOf(request).source ?? null);
  if (article?.field !== 'file' || error.fields.file) return { ...form, source };
  return { ...filledForm(article, config.maxArticleLength), source, problems: error.fields };
}

/** A source as the form names it; one that comes with the form is kept from now on. */
async function shownSource(
  db: Db,
  member: Member,
  source: NewSource | string | null,
): Promise<ShownSource | null> {
  if (source === null || source === '') return null;
  if (typeof source === 'string') return findUnattachedSource(db, member, source);
  return { ...source, id: await keepForPreview(db, member, source) };
}

/** The form again; to htmx only what it did not send: the details, and what is wrong with text and file. */
async function sendForm(
  request: Request,
  response: Response,
  form: ImportForm,
  { state, status = 200 }: { readonly state?: ImportState; readonly status?: number } = {},
): Promise<void> {
  if (!wantsFragments(request)) return sendImportForm(request, response, form, { state, status });
  const fragments = (['text', 'file'] as const).map((name) => (
    <Partial target={`#f-${name}-error`} swap="outerHTML">
      <FieldError name={name} problem={form.problems[name]} />
    </Partial>
  ));
  sendFragments(response, [<Details {...form} />, ...fragments], status);
}
