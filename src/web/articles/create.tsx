import type { Request, RequestHandler, Response } from 'express';
import { Details } from '../../../views/articles/_details.tsx';
import { FieldError } from '../../../views/shared/_field.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { importArticle } from '../../actions/import-article.ts';
import { readArticle } from '../../actions/read-article.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { checkedForm, type ImportForm, refusedForm, sentArticle } from './import-form.ts';
import { sendImportForm } from './new.tsx';

/** Imports an article, or, with the field `check`, only shows what was read from it. */
export const createArticle: RequestHandler = async (request, response) => {
  const { member } = await viewerOf(request, response);
  const { config, database } = response.locals;
  try {
    const source = sentArticle(request, response);
    if (fieldsOf(request).check !== undefined) {
      const form = checkedForm(source, config.maxArticleLength);
      return await sendForm(request, response, { ...form, isChecked: true });
    }
    const article = readArticle(source, config.maxArticleLength);
    const imported = await importArticle(database.db, member, article);
    redirect(response, `/articles/${imported.article.id}${imported.duplicate ? '?notice=duplicate' : ''}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendForm(request, response, refusedForm(request, error), 422);
  }
};

/** The form again; to htmx only what it did not send: the details, and what is wrong with text and file. */
async function sendForm(
  request: Request,
  response: Response,
  form: ImportForm & { isChecked?: boolean },
  status = 200,
): Promise<void> {
  if (!wantsFragments(request)) return sendImportForm(request, response, form, status);
  const fragments = (['text', 'file'] as const).map((name) => (
    <Partial target={`#f-${name}-error`} swap="outerHTML">
      <FieldError name={name} problem={form.problems[name]} />
    </Partial>
  ));
  sendFragments(response, [<Details {...form} />, ...fragments], status);
}
