import type { Request, RequestHandler, Response } from 'express';
import { WorkPage, type WorkPageProps } from '../../../views/work/show.tsx';
import { threadsWaitingFor } from '../../actions/comments/read-threads.ts';
import { nextWork } from '../../domain/next-work.ts';
import { may } from '../../domain/permission.ts';
import { seesOwnResults } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { countFree } from '../../store/seats.ts';
import { finallyCoded, ownWork, practiceArticles } from '../../store/work.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';
import { finishedNotice } from './finished.tsx';

/** A coder's own work in a project: what is to be done, begun and done. */
export const showWork: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const children = <WorkPage {...(await workOf(response, viewer))} />;
  sendPage(response, viewer, {
    title: t('work.heading'),
    current: 'work',
    notice: await noticeOf(request, response),
    children,
  });
};

async function workOf(response: Response, viewer: Viewer): Promise<WorkPageProps> {
  const { db } = response.locals.database;
  const { member, project, projects } = viewer;
  const place = { project, projects };
  const isLead = may(member, 'seeProgress');
  const waiting = (await threadsWaitingFor(db, member)).length;
  if (!may(member, 'takeArticle'))
    return { place, isLead, waiting, isFor: member.way === 'together' ? 'all' : 'none' };
  const [work, practice, free] = [
    await ownWork(db, member),
    await practiceArticles(db, member),
    await countFree(db, member),
  ];
  const practiceIds = practice.map(({ id }) => id);
  return {
    place,
    isLead,
    waiting,
    isFor: 'maker',
    work,
    practice,
    free,
    next: nextWork(work, practiceIds),
    now: new Date(),
    results: seesOwnResults(member) ? await finallyCoded(db, member) : null,
  };
}

async function noticeOf(request: Request, response: Response) {
  const done = queryOf(request, 'done');
  if (done === 'none') return <p>{t('work.noneLeft')}</p>;
  if (done === 'taken') return <p>{t('work.allTaken')}</p>;
  return done === 'last' && (await finishedNotice(request, response));
}
