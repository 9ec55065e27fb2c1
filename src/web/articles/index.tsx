import type { Request, RequestHandler, Response } from 'express';
import { DeletedNotice } from '../../../views/articles/_deleted.tsx';
import { StepNotice } from '../../../views/articles/_step-notice.tsx';
import { ArticlesPage } from '../../../views/articles/index.tsx';
import { listFields } from '../../../views/articles/list-address.ts';
import { stepOnArticles } from '../../actions/edit-articles.ts';
import { findPassages } from '../../actions/find-passages.ts';
import { findSample } from '../../actions/seed-sample.ts';
import { may } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { listArticles, listLabels } from '../../store/article-list.ts';
import { findArticleEvenDeleted } from '../../store/articles.ts';
import { countOwnWork } from '../../store/work.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';
import { articleFields, articleFilterOf, articleOrderOf, sortName } from './filter.ts';

const PAGE_SIZE = 50;
const MAX_PAGES = 1_000_000;

/**
 * The project's articles. `?deleted=id` says which one was just deleted, `?step=name` what was done to those
 * that were ticked, each with its undo.
 */
export const indexArticles: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { db } = response.locals.database;
  const { project, member } = viewer;
  const query = queryFrom(request, viewer);
  const listed = await listArticles(db, viewer.sight, query.filter, query);
  const children = (
    <ArticlesPage
      place={viewer}
      query={query}
      {...listed}
      passages={await findPassages(db, listed.articles, query.filter.words)}
      labels={await listLabels(db, project.id)}
      sample={await findSample(db, project.id)}
      canImport={may(member, 'importArticles')}
      canEdit={may(member, 'editArticle')}
      canDelete={may(member, 'deleteArticle')}
      canAssign={may(member, 'assign')}
      ownWork={await ownWorkOf(response, viewer)}
    />
  );
  const notice =
    (await deletedNotice(request, response, viewer)) ?? (await stepNotice(request, response, viewer));
  sendPage(response, viewer, { title: t('articles.heading'), current: 'articles', notice, children });
};

/** What a coder has before them; nobody else is told, nor who has nothing. */
async function ownWorkOf(response: Response, { member }: Viewer) {
  if (!may(member, 'takeArticle')) return null;
  const counts = await countOwnWork(response.locals.database.db, member);
  return counts.todo + counts.begun > 0 ? counts : null;
}

function queryFrom(request: Request, { project: { codebook } }: Viewer) {
  const filter = articleFilterOf(request);
  const order = articleOrderOf(request, codebook);
  const tags = codebook.tags.map(({ key }) => key);
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(queryOf(request, 'page'))) || 1));
  const shown = { sort: sortName(order.by), isDescending: order.isDescending };
  return { filter, fields: articleFields(filter), order, ...shown, page, pageSize: PAGE_SIZE, tags };
}

async function deletedNotice(request: Request, response: Response, { project }: Viewer) {
  const id = queryOf(request, 'deleted');
  const article = id && (await findArticleEvenDeleted(response.locals.database.db, project.id, id));
  return article ? <DeletedNotice article={article} /> : undefined;
}

async function stepNotice(request: Request, response: Response, viewer: Viewer) {
  const step = queryOf(request, 'step');
  const done = step && (await stepOnArticles(response.locals.database.db, viewer.member, step));
  return done ? (
    <StepNotice place={viewer} step={step} {...done} fields={listFields(queryFrom(request, viewer))} />
  ) : undefined;
}
