import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ComponentChildren, VNode } from 'preact';
import { SavedViews, ViewDeleted, type ViewProblem } from '../../../views/annotations/_saved-views.tsx';
import {
  AnnotationList,
  type AnnotationListProps,
  AnnotationsPage,
} from '../../../views/annotations/index.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { sayAnnotator } from '../../domain/annotator.ts';
import { may } from '../../domain/permission.ts';
import { t } from '../../messages/language.ts';
import { countMatching, listAnnotations } from '../../store/annotation-table.ts';
import { listAnnotators } from '../../store/annotators.ts';
import { articleTitles } from '../../store/articles.ts';
import type { Database } from '../../store/client.ts';
import { listViews } from '../../store/saved-views.ts';
import { countSpeakers } from '../../store/speakers.ts';
import { queryOf } from '../fields.ts';
import { sendFragments, sendPage, wantsFragments } from '../render.tsx';
import { stepNotice } from '../steps/notice.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';
import { deletedNotice, type OpenedRow, openedIn, tableRow } from './row.tsx';
import { type Query, queryFrom, queryText } from './table-query.ts';

/** Names offered while a speaker is typed. */
const MAX_OFFERED = 300;

/** The project's annotations as a table; `?open=id.column` opens a cell, for work without scripts. */
export const indexAnnotations: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const query = queryFrom(request, viewer.project.codebook);
  const table = { query, opened: openedIn(queryOf(request, 'open'), viewer, query) };
  if (wantsFragments(request)) return sendTable(response, viewer, table);
  await sendTablePage(request, response, viewer, table);
};

/** The table as somebody sees it, with what they have ticked and what is wrong with it. */
export interface ShownTable {
  readonly query: Query;
  readonly opened?: OpenedRow | undefined;
  /** Ids of rows. */
  readonly picked?: ReadonlySet<string>;
  readonly isAllPicked?: boolean;
  readonly problems?: Readonly<Record<string, string>>;
  readonly viewProblem?: ViewProblem;
  readonly notice?: ComponentChildren;
  readonly status?: number;
}

/** Answers htmx with the table and what depends on how it is asked for. */
export async function sendTable(response: Response, viewer: Viewer, table: ShownTable): Promise<void> {
  const { database } = response.locals;
  const list = await listOf(database, viewer, table);
  const fragments: VNode[] = [
    <AnnotationList {...list} />,
    <Partial target="#views" swap="outerHTML">
      <SavedViews {...list} views={await listViews(database.db, viewer.member)} />
    </Partial>,
    <Partial target="#notice" swap="innerHTML">
      {table.notice}
    </Partial>,
  ];
  sendFragments(response, fragments, table.status);
}

/** Answers with the whole page. */
export async function sendTablePage(
  request: Request,
  response: Response,
  viewer: Viewer,
  table: ShownTable,
): Promise<void> {
  const { database } = response.locals;
  const list = await listOf(database, viewer, table);
  const choices = await choicesOf(database, viewer);
  const views = await listViews(database.db, viewer.member);
  const page = { ...list, ...choices, views, viewProblem: table.viewProblem };
  const notice = table.notice ?? (await noticeOf(request, response, viewer));
  const children = <AnnotationsPage {...page} />;
  const title = t('annotations.heading');
  sendPage(response, viewer, { title, current: 'annotations', kind: 'desk', notice, children }, table.status);
}

/** What the request before this one has done. */
async function noticeOf(request: Request, response: Response, viewer: Viewer): Promise<ComponentChildren> {
  const { db } = response.locals.database;
  const view = {
    name: queryOf(request, 'forgot'),
    query: queryText(queryFrom(request, viewer.project.codebook)),
  };
  if (view.name !== '') return <ViewDeleted place={viewer} view={view} />;
  const deleted = await deletedNotice(db, viewer, queryOf(request, 'deleted'));
  return deleted ?? stepNotice(request, response, viewer);
}

async function listOf(
  database: Database,
  viewer: Viewer,
  { query, opened, picked, isAllPicked = false, problems = {} }: ShownTable,
): Promise<AnnotationListProps> {
  const { filter, sort, isReversed, page, pageSize } = query;
  const { sight, member } = viewer;
  const order = { order: sort, isReversed, page, pageSize };
  const [rows, found, speakers] = await Promise.all([
    listAnnotations(database, sight, filter, order),
    countMatching(database, sight, filter),
    countSpeakers(database.db, { sight }, MAX_OFFERED),
  ]);
  return {
    place: viewer,
    query,
    rows: rows.map((row) => ({
      ...tableRow(member, query, row, opened),
      isPicked: picked?.has(row.annotation.id) ?? false,
    })),
    mayChange: may(member, 'writeCoding'),
    speakers: speakers.map(({ name }) => name),
    formKey: randomUUID(),
    isAllPicked,
    problems,
    ...found,
  };
}

/** What the filters can be set to. */
async function choicesOf({ db }: Database, { project, sight }: Viewer) {
  const [articles, people] = await Promise.all([articleTitles(db, project.id), listAnnotators(db, sight)]);
  return {
    articles: articles.map(({ id, title }) => ({ id, name: title })),
    people: people.map((annotator) => ({ id: annotator.id, name: sayAnnotator(annotator) })),
  };
}
