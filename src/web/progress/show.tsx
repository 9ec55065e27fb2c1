import type { Request, RequestHandler, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { cellKey, type MatrixProps } from '../../../views/progress/_matrix.tsx';
import { ProgressPage } from '../../../views/progress/show.tsx';
import { wholeNumber } from '../../domain/assignment-form.ts';
import { may, require } from '../../domain/permission.ts';
import { daysBefore, doneByDay, progressByCoder, whoHasStopped } from '../../domain/progress.ts';
import { t } from '../../messages/language.ts';
import { type ProjectCoder, projectCoders } from '../../store/assignments.ts';
import { articlesWithCoders, codingGroups, codingsOf, doneSince } from '../../store/work.ts';
import { addressOf } from '../assignments/page.tsx';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';
import type { Viewer } from '../viewer.ts';

const PAGE = 50;
/** Days that the drawing shows. */
const DAYS_SHOWN = 14;
/** Without work for so many days somebody counts as stopped, unless the address says otherwise. */
const IDLE_DAYS = 7;
const MAX_IDLE_DAYS = 365;

/** How far everybody is in a project; `?days=` without work count as stopped, `?page=` of the articles. */
export const showProgress: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'seeProgress');
  await sendProgress(request, response, viewer);
};

/** The page, with what is wrong with what was sent from it. */
export async function sendProgress(
  request: Request,
  response: Response,
  viewer: Viewer,
  problems: MatrixProps['problems'] = {},
): Promise<void> {
  const { db } = response.locals.database;
  const { id: projectId, slug } = viewer.project;
  const now = new Date();
  const groups = await codingGroups(db, projectId, now);
  const coders = withWork(await projectCoders(db, projectId), groups);
  const ids = coders.map(({ annotatorId }) => annotatorId);
  const progress = progressByCoder(groups, ids);
  const idleDays = wholeNumber(queryOf(request, 'days'), 1, MAX_IDLE_DAYS) ?? IDLE_DAYS;
  const done = await doneSince(db, projectId, daysBefore(now, DAYS_SHOWN));
  const { matrix, page, pages } = await matrixOf(request, response, viewer, coders, problems);
  const props = {
    project: `/projects/${encodeURIComponent(slug)}`,
    coders: progress,
    names: new Map(coders.map(({ annotatorId, name }) => [annotatorId, name])),
    stopped: whoHasStopped(progress, now, idleDays),
    idleDays,
    finished: doneByDay(done, ids, { until: now, days: DAYS_SHOWN }),
    matrix: { ...matrix, now },
    page,
    pages,
    mayAssign: matrix.mayAssign,
  };
  const status = Object.keys(problems).length > 0 ? 422 : 200;
  const children = <ProgressPage {...props} />;
  sendPage(
    response,
    viewer,
    { title: t('progress.heading'), current: 'work', notice: noticeOf(request), children },
    status,
  );
}

function noticeOf(request: Request) {
  return queryOf(request, 'done') === 'nothing' && <p>{t('assignments.nothingTicked')}</p>;
}

/** Those who have articles, or may be given some. */
function withWork(coders: readonly ProjectCoder[], groups: readonly { readonly coderId: string }[]) {
  const busy = new Set(groups.map(({ coderId }) => coderId));
  return coders.filter(({ annotatorId }) => busy.has(annotatorId));
}

async function matrixOf(
  request: Request,
  response: Response,
  viewer: Viewer,
  coders: readonly ProjectCoder[],
  problems: MatrixProps['problems'],
) {
  const { db } = response.locals.database;
  const { project, member } = viewer;
  const page = wholeNumber(queryOf(request, 'page'), 1, 100_000) ?? 1;
  const range = { offset: (page - 1) * PAGE, limit: PAGE };
  const { articles, total } = await articlesWithCoders(db, project.id, range);
  const codings = await codingsOf(
    db,
    project.id,
    articles.map(({ id }) => id),
  );
  const matrix = {
    address: addressOf(viewer),
    coders: coders.map(({ annotatorId: id, name }) => ({ id, name })),
    articles,
    cells: new Map(codings.map((coding) => [cellKey(coding.articleId, coding.coderId), coding])),
    mayAssign: may(member, 'assign'),
    requestKey: uuidv7(),
    problems,
  };
  return { matrix, page, pages: Math.ceil(total / PAGE) };
}
