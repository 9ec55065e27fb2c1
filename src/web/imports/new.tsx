import type { Request, RequestHandler, Response } from 'express';
import { NewImportPage } from '../../../views/imports/new.tsx';
import { annotationKinds } from '../../import/receive.ts';
import { t } from '../../messages/language.ts';
import { sendPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** The form that hands in files of annotations. */
export const newImport: RequestHandler = async (request, response) => {
  await sendNewImport(request, response);
};

/** Answers with that form, new, or again with what is wrong. */
export async function sendNewImport(request: Request, response: Response, problem?: string): Promise<void> {
  const viewer = viewerOf(request, response);
  sendPage(
    response,
    viewer,
    {
      title: t('importing.annotationsHeading'),
      current: 'articles',
      kind: 'form',
      children: <NewImportPage place={viewer} readers={annotationKinds()} problem={problem} />,
    },
    problem === undefined ? 200 : 422,
  );
}
