import type { Request, RequestHandler, Response } from 'express';
import { ImportPage } from '../../../views/articles/new.tsx';
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
  form: ImportForm & { isChecked?: boolean },
  status = 200,
): Promise<void> {
  const viewer = await viewerOf(request, response);
  sendPage(
    response,
    viewer,
    {
      title: 'Import an article',
      current: 'articles',
      kind: 'form',
      children: <ImportPage place={viewer} {...form} />,
    },
    status,
  );
}
