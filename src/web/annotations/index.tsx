import type { Request, RequestHandler } from 'express';
import {
  AnnotationList,
  type AnnotationListProps,
  AnnotationsPage,
  type TableQuery,
} from '../../../views/annotations/index.tsx';
import { t } from '../../messages/language.ts';
import {
  ANNOTATION_ORDERS,
  type AnnotationOrder,
  countMatching,
  listAnnotations,
  listAnnotators,
  listSpeakers,
} from '../../store/annotation-table.ts';
import { articleTitles } from '../../store/articles.ts';
import type { Database } from '../../store/client.ts';
import { queryOf } from '../fields.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';
import { filterOf, filterQuery } from './filter.ts';

const PAGE_SIZE = 100;
const MAX_PAGES = 100_000;
/** Names offered while a speaker is typed. */
const MAX_OFFERED = 300;

/** The project's annotations as a table. */
export const indexAnnotations: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const { database } = response.locals;
  const list = await listOf(database, viewer, queryFrom(request));
  if (wantsFragments(request)) return sendFragments(response, [<AnnotationList {...list} />]);
  const children = <AnnotationsPage {...list} {...(await choicesOf(database, viewer))} />;
  sendPage(response, viewer, {
    title: t('layout.annotations'),
    current: 'annotations',
    kind: 'desk',
    children,
  });
};

interface Query extends TableQuery {
  readonly sort: AnnotationOrder;
}

function queryFrom(request: Request): Query {
  const filter = filterOf(request);
  const sort = ANNOTATION_ORDERS.find((name) => name === queryOf(request, 'sort')) ?? 'text';
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(Number(queryOf(request, 'page'))) || 1));
  return { filter, filterFields: filterQuery(filter), sort, page, pageSize: PAGE_SIZE };
}

async function listOf(database: Database, viewer: Viewer, query: Query): Promise<AnnotationListProps> {
  const { filter, sort, page, pageSize } = query;
  const [rows, found] = await Promise.all([
    listAnnotations(database, viewer.project.id, filter, { order: sort, page, pageSize }),
    countMatching(database, viewer.project.id, filter),
  ]);
  return {
    place: viewer,
    query,
    rows,
    total: found.total,
    hasMore: found.hasMore,
  };
}

/** What the filters can be set to. */
async function choicesOf({ db }: Database, { project }: Viewer) {
  const [articles, people, speakers] = await Promise.all([
    articleTitles(db, project.id),
    listAnnotators(db, project.id),
    listSpeakers(db, project.id),
  ]);
  return {
    articles: articles.map(({ id, title }) => ({ id, name: title })),
    people,
    speakers: speakers.slice(0, MAX_OFFERED),
  };
}
