import type { Request, RequestHandler, Response } from 'express';
import { SplitPage } from '../../../views/projects/split.tsx';
import { splitCodings } from '../../actions/projects/split-codings.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { sharedWork } from '../../store/splits.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendPage } from '../render.tsx';
import { viewerOfProject } from './load.ts';

/** Shows what would go into whose coding, and asks whether it shall. */
export const showSplit: RequestHandler = (request, response) => sendSplit(request, response);

/** Begins to move what was made together into codings of those who made it. */
export const createSplit: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  const order = { name: project.name, isComplete: fieldsOf(request).complete === '1' };
  try {
    const { db } = response.locals.database;
    const id = await splitCodings(db, member, order, { address: request.ip });
    redirect(response, `/imports/${id}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendSplit(request, response, error.fields.split);
  }
};

async function sendSplit(request: Request, response: Response, problem?: string): Promise<void> {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'splitCodings');
  const work = await sharedWork(response.locals.database.db, viewer.project.id);
  const page = {
    title: t('projects.splitHeading'),
    current: 'projects',
    kind: 'form',
    children: <SplitPage project={viewer.project} work={work} problem={problem} />,
  } as const;
  sendPage(response, viewer, page, problem === undefined ? 200 : 422);
}
