import type { RequestHandler } from 'express';
import { readLabelMapping } from '../../domain/label-mapping.ts';
import { chooseLabels } from '../../import/receive.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { importFrom } from './load.ts';

/** Sets an import to work, with what its labels become and whether its files are complete. */
export const updateImport: RequestHandler = async (request, response) => {
  const { found, viewer } = await importFrom(request, response);
  const { annotators, article, complete } = fieldsOf(request);
  await chooseLabels(response.locals.database.db, viewer.member, found.id, {
    mapping: readLabelMapping(
      { label: allFieldsOf(request, 'label'), choice: allFieldsOf(request, 'choice') },
      viewer.project.codebook,
    ),
    annotators: annotators === 'me' ? 'me' : 'named',
    isComplete: complete === '1',
    ...(article && { articleId: article }),
  });
  redirect(response, `/imports/${found.id}`);
};
