import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import type { OpenCell } from '../../../views/annotations/_cell.tsx';
import { DeletedNotice, Row, type RowProps, type TableRowProps } from '../../../views/annotations/_row.tsx';
import { tableAddress } from '../../../views/annotations/_table.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { type Member, may } from '../../domain/permission.ts';
import { findRows } from '../../store/annotation-table.ts';
import type { Db } from '../../store/client.ts';
import { annotationsById } from '../../store/standing.ts';
import { queryOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { type Viewer, viewerOf } from '../viewer.ts';
import { loadFrom } from './load.ts';
import { type Query, tableOf } from './table-query.ts';

/** The cell of a row that is open, and which row that is. */
export interface OpenedRow extends OpenCell {
  readonly id: string;
}

/** What an address names as open: `id.column`. */
export function openedIn(written: string, viewer: Viewer, query: Query): OpenedRow | undefined {
  const [, id, column] = /^([\w-]+)\.(\w+)$/.exec(written) ?? [];
  if (!id || !column) return undefined;
  return { id, column, back: tableAddress(viewer, query), formKey: randomUUID() };
}

/** A row as its table shows it to somebody. */
export function tableRow(member: Member, query: Query, row: RowProps, opened?: OpenedRow): TableRowProps {
  const mayEdit = may(member, 'writeCoding', row.annotation);
  const isOpen = mayEdit && opened?.id === row.annotation.id;
  const shown = { ...row, columns: query.columns, mayEdit, mayPick: may(member, 'writeCoding') };
  return isOpen ? { ...shown, open: opened } : shown;
}

/** An annotation as one row of the project's table, `?open=column` with that cell open. */
export const showRow: RequestHandler = async (request, response) => {
  const loaded = await loadFrom(request, response);
  if (!wantsFragments(request)) return redirect(response, `/annotations/${loaded.annotation.id}`);
  const column = queryOf(request, 'open');
  await sendRow(
    request,
    response,
    loaded,
    column === '' ? { focusOn: queryOf(request, 'focus') || 'all' } : { column },
  );
};

/** How a row is shown: with a cell open, what was typed there and what is wrong with it, or closed. */
export interface ShownRow {
  /** The column that is open, or `all`. */
  readonly column?: string | undefined;
  /** Of a closed row, the column that takes the focus. */
  readonly focusOn?: string | undefined;
  readonly typed?: OpenCell['typed'];
  readonly conflict?: OpenCell['conflict'];
}

/** Answers with the row alone. */
export async function sendRow(
  request: Request,
  response: Response,
  { annotation, member }: Pick<LoadedAnnotation, 'annotation' | 'member'>,
  { column, focusOn, typed, conflict }: ShownRow,
): Promise<void> {
  const viewer = viewerOf(request, response, member.projectId);
  const query = tableOf(request, viewer.project.codebook);
  const opened = column === undefined ? undefined : openedIn(`${annotation.id}.${column}`, viewer, query);
  const open = opened && { ...opened, typed, conflict };
  const rows = await findRows(response.locals.database.db, viewer.sight, [annotation.id]);
  const status = conflict ? 409 : typed ? 422 : 200;
  // What is opened takes the focus, not what was closed.
  const focused = open ? undefined : focusOn;
  const drawn = rows.map((row) => <Row {...tableRow(member, query, row, open)} focusOn={focused} />);
  sendFragments(response, drawn, status);
}

/** Answers with no row, and the way to bring it back. */
export async function sendNoRow(
  response: Response,
  viewer: Viewer,
  annotationId: string,
  step: string | undefined,
): Promise<void> {
  sendFragments(response, [
    <Partial target={`#row-${annotationId}`} swap="delete" />,
    <Partial target="#notice" swap="innerHTML">
      {await deletedNotice(response.locals.database.db, viewer, `${annotationId}.${step ?? ''}`)}
    </Partial>,
  ]);
}

/** Says what was deleted, named as `id.step`; nothing for what is there or is not in the project. */
export async function deletedNotice(
  db: Db,
  { projects }: Viewer,
  written: string,
): Promise<VNode | undefined> {
  const [id = '', step] = written.split('.');
  const found = id === '' ? undefined : (await annotationsById(db, [id])).get(id);
  if (!found?.isDeleted || !projects.some(({ id: own }) => own === found.annotation.projectId))
    return undefined;
  return <DeletedNotice annotation={found.annotation} step={step || undefined} />;
}
