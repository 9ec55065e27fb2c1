import type { RequestHandler } from 'express';
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
  const { article } = loaded;
  const { projectId, id: subject } = article;
  await noteDeed(request, response, { action: 'article-deleted', projectId, subject });
  const { project } = viewerOf(request, response, article.projectId);
  redirect(response, `/?deleted=${article.id}&project=${project.slug}`);
};
