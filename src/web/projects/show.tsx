import type { Request, RequestHandler, Response } from 'express';
import { type CopyForm, ProjectPage, type ProjectSubpage } from '../../../views/projects/show.tsx';
import { type Member, may } from '../../domain/permission.ts';
import type { ProjectSettings } from '../../domain/project.ts';
import { t } from '../../messages/language.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { viewerOfProject } from './load.ts';

/** A project's own page: what holds for everybody in it, and what becomes of it. */
export const showProject: RequestHandler = (request, response) => sendProject(request, response, {});

export interface RefusedProject {
  readonly typed?: Partial<ProjectSettings>;
  readonly copy?: CopyForm;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Answers with the page, new or with a form that was refused. */
export function sendProject(
  request: Request,
  response: Response,
  { typed, copy, problems = {} }: RefusedProject,
  status = 200,
): void {
  const viewer = viewerOfProject(request, response);
  const { project } = viewer;
  const page = {
    title: project.name,
    current: 'projects',
    kind: 'form',
    notice: noticeFor(queryOf(request, 'done')),
    children: (
      <ProjectPage
        project={{ ...project, ...typed }}
        called={project.name}
        mayChange={may(viewer.member, 'archiveProject')}
        sight={viewer.member.way === 'apart' ? viewer.member : undefined}
        hasAccounts={response.locals.config.accounts}
        pages={subpagesFor(viewer.member, response.locals.config.accounts)}
        copy={copy ?? { name: t('projects.copyOf', { name: project.name }), withArticles: true }}
        problems={problems}
      />
    ),
  } as const;
  sendPage(response, viewer, page, status);
}

/** Who is there and what was done is kept where people sign in. */
function subpagesFor(member: Member, hasAccounts: boolean): ProjectSubpage[] {
  const seen = {
    codebook: may(member, 'readCodebook'),
    people: true,
    assignments: may(member, 'assign'),
    progress: member.way === 'apart' && may(member, 'seeProgress'),
    agreement: member.way === 'apart' && may(member, 'seeAgreement'),
    adjudication: may(member, 'adjudicate'),
    comments: hasAccounts || member.way === 'apart',
    audit: hasAccounts && may(member, 'readAudit'),
  };
  const pages: readonly ProjectSubpage[] = [
    'codebook',
    'people',
    'assignments',
    'progress',
    'agreement',
    'adjudication',
    'comments',
    'audit',
  ];
  return pages.filter((page) => seen[page]);
}

const NOTICES = {
  archived: 'projects.archivedNow',
  restored: 'projects.restored',
  switched: 'projects.switched',
  created: 'projects.created',
  saved: 'settings.saved',
} as const;

function noticeFor(done: string) {
  const [, notice] = Object.entries(NOTICES).find(([deed]) => deed === done) ?? [];
  return notice && <p>{t(notice)}</p>;
}
