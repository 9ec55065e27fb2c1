import type { Request, RequestHandler, Response } from 'express';
import { ProjectsPage } from '../../../views/projects/index.tsx';
import type { Maker } from '../../actions/projects/create-project.ts';
import { t } from '../../messages/language.ts';
import { sizesOf } from '../../store/projects.ts';
import { sendPage } from '../render.tsx';
import { visitorOf } from '../viewer.ts';

/** The person's projects, with a form that makes another. */
export const indexProjects: RequestHandler = (request, response) => sendProjects(request, response, {});

/** The person as somebody who makes projects. */
export function makerOf({ locals: { atDesk } }: Response): Maker {
  return { accountId: atDesk.person.id, isAdmin: atDesk.isAdmin };
}

export interface NewProjectForm {
  readonly name?: string | undefined;
  readonly problem?: string | undefined;
}

/** Answers with the list, new or with a form that was refused. */
export async function sendProjects(
  request: Request,
  response: Response,
  form: NewProjectForm,
  status = 200,
): Promise<void> {
  const { database, atDesk } = response.locals;
  const ids = atDesk.projects.map(({ id }) => id);
  const sizes = await sizesOf(database.db, ids);
  const listed = atDesk.projects.map((project) => ({
    ...project,
    role: project.member.role,
    size: sizes.get(project.id),
  }));
  const page = {
    title: t('projects.heading'),
    current: 'projects',
    children: <ProjectsPage projects={listed} form={makerOf(response).isAdmin ? form : undefined} />,
  } as const;
  sendPage(response, visitorOf(request, response), page, status);
}
