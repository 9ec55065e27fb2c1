import type { RequestHandler } from 'express';
import { addressWith } from '../../../views/annotations/_table.tsx';
import { renameSpeaker } from '../../actions/rename-speaker.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { formKeyOf } from '../annotations/load.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { withStep } from '../steps/undo.ts';
import { viewerOf } from '../viewer.ts';
import { sendSpeakers } from './index.tsx';

/** Gives a speaker another name in the project, or in one article, as one step. */
export const createRename: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { name = '', to = '', article } = fieldsOf(request);
  const articleId = article || undefined;
  try {
    const wanted = { name, to, articleId, requestKey: formKeyOf(request) };
    const { step } = await renameSpeaker(response.locals.database, viewer.member, wanted);
    const place = addressWith(viewer, articleId ? `/articles/${articleId}/speakers` : '/speakers', {});
    redirect(response, withStep(place, { step }));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const refused = { name, to, problem: error.message };
    await sendSpeakers(request, response, { articleId, refused, status: 422 });
  }
};
