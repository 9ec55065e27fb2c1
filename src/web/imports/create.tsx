import type { Request, RequestHandler, Response } from 'express';
import { InvalidInputError } from '../../domain/errors.ts';
import { beginAnnotationImport, beginArticleImport } from '../../import/receive.ts';
import { manyFilesOf } from '../articles/import-form.ts';
import { sendRefusal } from '../articles/refusal.tsx';
import { fieldsOf } from '../fields.ts';
import { type SentFile, sentFiles } from '../middleware/upload.ts';
import { redirect } from '../render.tsx';
import { codebookOf, viewerOf } from '../viewer.ts';
import { sendNewImport } from './new.tsx';

/**
 * Begins an import of files, of the `kind` that the form says: `articles`, or `annotations` where it says
 * nothing.
 */
export const createImport: RequestHandler = (request, response) =>
  fieldsOf(request).kind === 'articles'
    ? importArticles(request, response)
    : importAnnotations(request, response);

async function importArticles(request: Request, response: Response): Promise<void> {
  try {
    await beginArticles(request, response, manyFilesOf(request));
  } catch (error) {
    await sendRefusal(request, response, error);
  }
}

/** Takes files of articles in, to be imported in the background. */
export async function beginArticles(
  request: Request,
  response: Response,
  files: readonly SentFile[],
): Promise<void> {
  const { member } = viewerOf(request, response);
  const id = await beginArticleImport(
    response.locals.database.db,
    member,
    files,
    fieldsOf(request).files_encoding,
  );
  redirect(response, `/imports/${id}`);
}

/** Nothing is stored until their labels have been looked at. */
async function importAnnotations(request: Request, response: Response): Promise<void> {
  const { member } = viewerOf(request, response);
  try {
    const { id } = await beginAnnotationImport(
      response.locals.database.db,
      member,
      sentFiles(request),
      codebookOf(response),
    );
    redirect(response, `/imports/${id}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendNewImport(request, response, error.fields.file);
  }
}
