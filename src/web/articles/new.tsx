import type { Request, RequestHandler, Response } from 'express';
import { ImportPage, type ImportState } from '../../../views/articles/new.tsx';
import { ARTICLE_KINDS } from '../../import/articles/source.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { EMPTY_FORM, type ImportForm } from './import-form.ts';

/** The form that imports an article. */
export const newArticle: RequestHandler = async (request, response) => {
  await sendImportForm(request, response, EMPTY_FORM);
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
      title: 'Import articles',
      current: 'articles',
      kind: 'form',
      children: <ImportPage place={viewer} kinds={ARTICLE_KINDS} state={state} {...form} />,
    },
    status,
  );
}
