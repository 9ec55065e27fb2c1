import type { RequestHandler } from 'express';
import { removeArticle } from '../../actions/edit-article.ts';
import { listProjects } from '../../store/members.ts';
import { redirect } from '../render.tsx';
import { articleFrom } from './edit.tsx';
import { versionOf } from './version.ts';

/** Deletes an article with its annotations; the list then offers to undo it. */
export const destroyArticle: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  await removeArticle(db, loaded, versionOf(request));
  const { article, member } = loaded;
  const project = (await listProjects(db, member.userId)).find(({ id }) => id === article.projectId);
  redirect(response, `/?deleted=${article.id}&project=${project?.slug}`);
};
