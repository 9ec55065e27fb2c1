import type { Request, RequestHandler, Response } from 'express';
import { ImportedChanged, type ImportedForm } from '../../../views/people/_imported.tsx';
import type { InviteForm } from '../../../views/people/_invite.tsx';
import { PeoplePage, type PersonForm } from '../../../views/people/index.tsx';
import { openInvitations } from '../../actions/people/invitations.ts';
import { may } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { listImported } from '../../store/annotators.ts';
import { listPeople, type ProjectPerson } from '../../store/people.ts';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';
import type { Viewer } from '../viewer.ts';

/** Who is in a project; to its owners with what changes it. */
export const indexPeople: RequestHandler = (request, response) => sendPeople(request, response, {});

export interface PeopleForms {
  /** A form of the page that was refused. */
  readonly person?: PersonForm;
  readonly invitation?: InviteForm;
  readonly annotator?: ImportedForm;
  readonly problems?: Readonly<Record<string, string>>;
  /** A link that was just made. */
  readonly made?: {
    readonly link: string;
    readonly until: Date;
    readonly email?: string;
    readonly isMailed: boolean;
  };
}

/** Answers with the page, new, with a form that was refused, or with a link that is shown once. */
export async function sendPeople(
  request: Request,
  response: Response,
  { problems = {}, ...forms }: PeopleForms,
  status = 200,
): Promise<void> {
  const viewer = viewerOfProject(request, response);
  const { db } = response.locals.database;
  const { config } = response.locals;
  const mayManage = may(viewer.member, 'managePeople');
  const page = {
    title: t('people.of', { project: viewer.project.name }),
    current: 'projects',
    notice: noticeFor(queryOf(request, 'done')) ?? undoOf(request, viewer),
    children: (
      <PeoplePage
        {...forms}
        project={viewer.project}
        own={viewer.member}
        people={shownTo(viewer, await listPeople(db, viewer.project.id))}
        mayManage={mayManage}
        invitations={mayManage && config.accounts ? await openInvitations(db, viewer.member) : undefined}
        imported={mayManage ? await listImported(db, viewer.project.id) : []}
        hasMail={config.mail !== undefined}
        now={new Date()}
        problems={problems}
      />
    ),
  } as const;
  if (forms.made) response.set('Cache-Control', 'no-store');
  sendPage(response, viewer, page, status);
}

/** What takes the change of an imported name back that the address tells of. */
function undoOf(request: Request, { project }: Viewer) {
  const [id, name, account] = ['annotator', 'name', 'account'].map((field) => queryOf(request, field));
  return id ? (
    <ImportedChanged project={project} was={{ id, name: name ?? '', account: account ?? '' }} />
  ) : undefined;
}

/** Whoever may not know who the others are sees themselves and whom to ask. */
function shownTo({ member }: Viewer, people: readonly ProjectPerson[]): readonly ProjectPerson[] {
  if (sightOf(member).names === 'real') return people;
  return people.filter(({ accountId, role }) => role === 'owner' || accountId === member.accountId);
}

const NOTICES = {
  saved: 'people.saved',
  removed: 'people.removed',
  withdrawn: 'people.withdrawn',
  passed: 'people.passed',
} as const;

function noticeFor(done: string) {
  const [, notice] = Object.entries(NOTICES).find(([deed]) => deed === done) ?? [];
  return notice && <p>{t(notice)}</p>;
}
