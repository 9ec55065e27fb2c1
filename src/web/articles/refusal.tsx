import type { Request, Response } from 'express';
import { Details } from '../../../views/articles/_details.tsx';
import { Preview } from '../../../views/articles/_preview.tsx';
import { type ImportState, StateOfImport } from '../../../views/articles/new.tsx';
import { inProject } from '../../../views/layouts/place.ts';
import { FieldError } from '../../../views/shared/_field.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Member } from '../../domain/permission.ts';
import { keepForPreview } from '../../import/articles/source.ts';
import type { Db } from '../../store/client.ts';
import { findUnattachedSource, type NewSource } from '../../store/sources.ts';
import { fieldsOf } from '../fields.ts';
import { sendFragments, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import {
  filledForm,
  type ImportForm,
  refusedForm,
  type SentArticle,
  type SentImport,
  type ShownSource,
} from './import-form.ts';
import { sendImportForm } from './new.tsx';

/**
 * Answers with the import form and what is wrong in it. `sent` is what could be read of it. Throws every
 * other error.
 */
export async function sendRefusal(
  request: Request,
  response: Response,
  error: unknown,
  sent?: SentImport,
): Promise<void> {
  if (!(error instanceof InvalidInputError)) throw error;
  const article = sent && 'article' in sent ? sent.article : undefined;
  const form = await refusedWith(request, response, inItsField(error, article), article);
  await sendForm(request, response, form, { status: 422 });
}

/** What is wrong with the text is said where it came from. */
function inItsField(error: InvalidInputError, article: SentArticle | undefined): InvalidInputError {
  const { file, ...others } = error.fields;
  if (file === undefined || article?.field !== 'text') return error;
  return new InvalidInputError({ ...others, text: file });
}

/** The form again. A file that could be read stands there as text, so that it need not be sent again. */
async function refusedWith(
  request: Request,
  response: Response,
  error: InvalidInputError,
  article: SentArticle | undefined,
): Promise<ImportForm> {
  const { config, database } = response.locals;
  const { member } = viewerOf(request, response);
  const form = refusedForm(request, error);
  const source = await shownSource(database.db, member, article?.source ?? fieldsOf(request).source ?? null);
  if (article?.field !== 'file' || error.fields.file) return { ...form, source, reading: article?.reading };
  const filled = filledForm(article, config.maxArticleLength);
  const reading = article.reading && { ...article.reading, of: source?.id ?? article.reading.of };
  return { ...filled, way: form.way, source, reading, problems: error.fields };
}

/** A source as the form names it; one that comes with the form is kept from now on. */
export async function shownSource(
  db: Db,
  member: Member,
  source: NewSource | string | null,
): Promise<ShownSource | null> {
  if (source === null || source === '') return null;
  if (typeof source === 'string') return findUnattachedSource(db, member, source);
  return { ...source, id: await keepForPreview(db, member, source) };
}

/** The form again; to htmx only what it did not send: details, preview, what is wrong with text and file. */
export async function sendForm(
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
  const read = (
    <>
      <Partial target="#preview" swap="outerHTML">
        <Preview {...form} readings={inProject(viewerOf(request, response), '/readings')} />
      </Partial>
      <Partial target="#import-state" swap="innerHTML">
        <StateOfImport state={form.preview ? state : undefined} />
      </Partial>
    </>
  );
  sendFragments(response, [<Details {...form} />, ...fragments, read], status);
}
