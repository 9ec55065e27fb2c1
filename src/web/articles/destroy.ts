import type { RequestHandler } from 'express';
import { inProject } from '../../../views/layouts/place.ts';
import { removeArticle } from '../../actions/edit-article.ts';
import { noteDeed } from '../audit/note.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { articleFrom } from './load.ts';
import { versionOf } from './version.ts';

/** Deletes an article with its annotations; the list then offers to undo it. */
export const destroyArticle: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  await removeArticle(response.locals.database.db, loaded, versionOf(request));
  const { projectId, id: subject } = loaded.article;
  await noteDeed(request, response, { action: 'article-deleted', projectId, subject });
  redirect(response, inProject(viewerOf(request, response, projectId), `/?deleted=${subject}`));
};
