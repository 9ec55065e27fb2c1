import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { takeArticle } from '../../actions/take-article.ts';
import { fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Takes the next free article for the person, or the one called `article`, and goes there. */
export const takeForOneself: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { article } = fieldsOf(request);
  const taken = await takeArticle(
    response.locals.database.db,
    viewer.member,
    new Date(),
    article || undefined,
  );
  const none = inProject(viewer, `/work?done=${article ? 'taken' : 'none'}`);
  redirect(response, taken === null ? none : `/articles/${taken}?at=continue`);
};
