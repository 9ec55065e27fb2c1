import type { Request, RequestHandler, Response } from 'express';
import { DeletedNotice } from '../../../views/articles/_deleted.tsx';
import { ArticlesPage } from '../../../views/articles/index.tsx';
import { may } from '../../domain/permission.ts';
import {
  ARTICLE_SORTS,
  type ArticleQuery,
  findArticleEvenDeleted,
  listArticles,
} from '../../store/articles.ts';
import { exportChoices } from '../annotations/export.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';

const PAGE_SIZE = 50;
const MAX_PAGES = 1_000_000;

/** The project's articles; `?deleted=id` says which one was just deleted, with its undo. */
export const indexArticles: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const query = articleQuery(request);
  const { articles, total } = await listArticles(response.locals.database.db, viewer.project.id, query);
  sendPage(response, viewer, {
    title: 'Articles',
    current: 'articles',
    notice: await deletedNotice(request, response, viewer),
    children: (
      <ArticlesPage
        place={viewer}
        query={query}
        articles={articles}
        total={total}
        canImport={may(viewer.member, 'importArticles')}
        exports={exportChoices}
      />
    ),
  });
};

function articleQuery(request: Request): ArticleQuery {
  const sort = ARTICLE_SORTS.find((name) => name === queryOf(request, 'sort')) ?? 'newest';
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(queryOf(request, 'page'))) || 1));
  return { words: queryOf(request, 'q').trim(), sort, page, pageSize: PAGE_SIZE };
}

async function deletedNotice(request: Request, response: Response, { project }: Viewer) {
  const id = queryOf(request, 'deleted');
  const article = id && (await findArticleEvenDeleted(response.locals.database.db, project.id, id));
  return article ? <DeletedNotice article={article} /> : undefined;
}
