import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { removeArticle } from '../../actions/edit-article.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { articleFrom } from './load.ts';
import { versionOf } from './version.ts';

/** Deletes an article with its annotations; the list then offers to undo it. */
export const destroyArticle: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  await removeArticle(response.locals.database.db, loaded, versionOf(request));
  const { article } = loaded;
  const viewer = viewerOf(request, response, article.projectId);
  redirect(response, inProject(viewer, `/?deleted=${article.id}`));
};
