import type { RequestHandler } from 'express';
import { ProjectComments } from '../../../views/comments/project.tsx';
import { exportComments } from '../../actions/comments/export-comments.ts';
import { threadsIn, threadsWaitingFor, withTopics } from '../../actions/comments/read-threads.ts';
import { wholeNumber } from '../../domain/assignment-form.ts';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { noteDeed } from '../audit/note.ts';
import { sendDownload } from '../download.ts';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';

const PAGE = 50;

/** The threads of a project: those that wait for the person first, then all open ones; `?show=resolved`, `?page=`. */
export const indexProjectComments: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  const { member, project } = viewer;
  require(member, 'readArticle');
  const { db } = response.locals.database;
  const isOpen = queryOf(request, 'show') !== 'resolved';
  const page = wholeNumber(queryOf(request, 'page'), 1, 100_000) ?? 1;
  const waiting = isOpen ? await threadsWaitingFor(db, member) : [];
  const { threads, count } = await threadsIn(db, member, { isOpen, limit: PAGE, offset: (page - 1) * PAGE });
  const calling = new Set(waiting.map(({ first }) => first.id));
  const others = threads.filter(({ first }) => !calling.has(first.id));
  const first = page === 1 ? waiting : [];
  const { shown, names } = await withTopics(db, member, [...first, ...others]);
  const props = {
    address: `/projects/${encodeURIComponent(project.slug)}/comments`,
    waiting: shown.slice(0, first.length),
    waitingCount: waiting.length,
    others: shown.slice(first.length),
    reader: { ownIds: member.annotatorIds, names },
    isOpen,
    count,
    page,
    pages: Math.ceil(count / PAGE),
  };
  sendPage(response, viewer, {
    title: t('comments.heading'),
    current: 'comments',
    children: <ProjectComments {...props} />,
  });
};

/** All of them that the person may see, as JSON Lines. */
export const exportProjectComments: RequestHandler = async (request, response) => {
  const { member, project } = viewerOfProject(request, response);
  require(member, 'export');
  const details = { format: 'comments' };
  await noteDeed(request, response, { action: 'exported', projectId: project.id, details });
  await sendDownload(request, response, {
    fileName: `${project.slug}-comments.jsonl`,
    mediaType: 'application/jsonl',
    chunks: exportComments(response.locals.database.db, member),
  });
};
