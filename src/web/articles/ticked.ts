import type { Request, RequestHandler, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { address } from '../../../views/articles/list-address.ts';
import { inProject } from '../../../views/layouts/place.ts';
import {
  type ArticlesStep,
  labelArticles,
  removeArticles,
  stepOnArticles,
  undoOnArticles,
} from '../../actions/edit-articles.ts';
import { noteDeed } from '../audit/note.ts';
import { allFieldsOf, fieldsOf, queryOf } from '../fields.ts';
import { requestKeyOf } from '../receipt.ts';
import { redirect } from '../render.tsx';
import { viewerOf } from '../viewer.ts';
import { articleFields, articleFilterOf, articleOrderOf, sortName } from './filter.ts';

/** Gives the ticked articles a label, or takes it away from them. */
export const updateArticles: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const step = stepOf(request);
  const { new_label: labels = '', how } = fieldsOf(request);
  await labelArticles(response.locals.database.db, member, step, {
    how: how === 'remove' ? 'remove' : 'add',
    labels,
  });
  backToList(request, response, step.step);
};

/** Deletes the ticked articles with their annotations; the list then offers to undo it. */
export const destroyArticles: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const step = stepOf(request);
  const { db } = response.locals.database;
  await removeArticles(db, member, step);
  const { articles: count } = await stepOnArticles(db, member, step.step);
  const told = { projectId: member.projectId, subject: step.step, details: { count } };
  if (count > 0) await noteDeed(request, response, { action: 'articles-deleted', ...told });
  backToList(request, response, step.step);
};

/** Takes back what was done to ticked articles. */
export const undoArticles: RequestHandler = async (request, response) => {
  const { member } = viewerOf(request, response);
  const { step = '' } = fieldsOf(request);
  const { db } = response.locals.database;
  await undoOnArticles(db, member, step);
  const { kind, articles: count } = await stepOnArticles(db, member, step);
  const told = { projectId: member.projectId, subject: step, details: { count } };
  if (kind === 'deleted') await noteDeed(request, response, { action: 'deletion-undone', ...told });
  backToList(request, response, step);
};

/** Most articles of one step; a page of the list has fewer. */
const MAX_TICKED = 1000;

function stepOf(request: Request): ArticlesStep {
  const ids = allFieldsOf(request, 'article').slice(0, MAX_TICKED);
  return { step: requestKeyOf(request) ?? uuidv7(), ids };
}

/** The list as it was, with what was done. */
function backToList(request: Request, response: Response, step: string): void {
  const viewer = viewerOf(request, response);
  const { by, isDescending } = articleOrderOf(request, viewer.project.codebook);
  const order = queryOf(request, 'sort') && { sort: sortName(by), order: isDescending ? 'desc' : 'asc' };
  const fields = { ...articleFields(articleFilterOf(request)), ...order, step };
  redirect(response, inProject(viewer, address('/', fields)));
}
