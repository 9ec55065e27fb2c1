import type { RequestHandler } from 'express';
import { QueuePage } from '../../../views/adjudication/index.tsx';
import { adjudicationQueue } from '../../domain/adjudication-queue.ts';
import { wholeNumber } from '../../domain/assignment-form.ts';
import { require } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { annotationsOfArticles, codedArticles } from '../../store/adjudication-queue.ts';
import { queryOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { sendPage } from '../render.tsx';

const PAGE = 50;

/** The articles to decide on, those on which coders differ most first; `?page=` of them. */
export const indexAdjudication: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'adjudicate');
  const { db } = response.locals.database;
  const articles = await codedArticles(db, viewer.sight);
  const ids = articles.map(({ id }) => id);
  const queue = adjudicationQueue(articles, await annotationsOfArticles(db, viewer.sight, ids));
  const page = wholeNumber(queryOf(request, 'page'), 1, 100_000) ?? 1;
  const props = {
    address: `/projects/${encodeURIComponent(viewer.project.slug)}/adjudication`,
    articles: queue.slice((page - 1) * PAGE, page * PAGE),
    left: queue.filter(({ final }) => final !== 'done').length,
    page,
    pages: Math.ceil(queue.length / PAGE),
  };
  sendPage(response, viewer, {
    title: t('adjudication.queue'),
    current: 'work',
    children: <QueuePage {...props} />,
  });
};
