import type { Request, RequestHandler, Response } from 'express';
import { ImportPage, type ImportState } from '../../../views/articles/new.tsx';
import { ARTICLE_DETAILS, toFields } from '../../domain/article-details.ts';
import { ARTICLE_KINDS, KNOWN_ENCODINGS } from '../../import/articles/source.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { EMPTY_FORM, type ImportForm, wayOf } from './import-form.ts';

/** The form that imports an article, by the `way` that the address names, with details that it may know. */
export const newArticle: RequestHandler = async (request, response) => {
  const known = ARTICLE_DETAILS.map(({ name }) => [name, queryOf(request, name)]);
  const values = toFields(Object.fromEntries(known));
  const way = wayOf(queryOf(request, 'way'), 'paste');
  await sendImportForm(request, response, { ...EMPTY_FORM, way, values });
};

/** Answers with the import form, new or again. */
export async function sendImportForm(
  request: Request,
  response: Response,
  form: ImportForm,
  { state, status = 200 }: { readonly state?: ImportState | undefined; readonly status?: number } = {},
): Promise<void> {
  const viewer = viewerOf(request, response);
  sendPage(
    response,
    viewer,
    {
      title: t('importing.heading'),
      current: 'articles',
      children: (
        <ImportPage
          place={viewer}
          kinds={ARTICLE_KINDS}
          encodings={KNOWN_ENCODINGS}
          state={state}
          {...form}
        />
      ),
    },
    status,
  );
}
