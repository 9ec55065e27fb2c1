import type { Request, RequestHandler, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { type CodingName, changeDue, takeBackGiven } from '../../actions/assignments/change-given.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { sendProgress } from '../progress/show.tsx';
import { viewerOfProject } from '../projects/load.ts';
import { requestKeyOf } from '../receipt.ts';
import { redirect } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { dueOf } from './order.ts';
import { addressOf } from './page.tsx';

/** Takes back the ticked assignments that nobody has begun. */
export const destroyAssignments: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  const batchId = requestKeyOf(request) ?? uuidv7();
  const taken = await takeBackGiven(response.locals.database.db, viewer.member, codingsOf(request), batchId);
  goOn(response, viewer, taken, batchId);
};

/** Gives the ticked assignments another due date. */
export const updateAssignments: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  const batchId = requestKeyOf(request) ?? uuidv7();
  try {
    const order = { dueAt: dueOf(fieldsOf(request).due), batchId };
    const changed = await changeDue(response.locals.database.db, viewer.member, codingsOf(request), order);
    goOn(response, viewer, changed, batchId);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendProgress(request, response, viewer, error.fields);
  }
};

/** Most codings of one step: a page of fifty articles with as many coders as a project may have. */
const MAX_TICKED = 5000;

function codingsOf(request: Request): CodingName[] {
  return allFieldsOf(request, 'coding')
    .slice(0, MAX_TICKED)
    .map((name) => {
      const [articleId = '', lane = ''] = name.split(' ');
      return { articleId, lane };
    });
}

function goOn(response: Response, viewer: Viewer, changed: number, batchId: string): void {
  const address = addressOf(viewer);
  const progress = address.replace(/assignments$/, 'progress');
  redirect(response, changed > 0 ? `${address}?batch=${batchId}` : `${progress}?done=nothing`);
}
