import type { RequestHandler, Response } from 'express';
import { DeletedNotice, OpenRow, type OpenRowProps, Row } from '../../../views/annotations/_row.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { findRows } from '../../store/annotation-table.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { loadFrom } from './load.ts';

/** An annotation as one row of the project's table. */
export const showRow: RequestHandler = async (request, response) => {
  const loaded = await loadFrom(request, response);
  if (!wantsFragments(request)) return redirect(response, `/annotations/${loaded.annotation.id}`);
  await sendRow(response, loaded);
};

/** Answers with the closed row. */
export async function sendRow(response: Response, { annotation, member }: LoadedAnnotation): Promise<void> {
  const rows = await findRows(response.locals.database.db, member.projectId, [annotation.id]);
  sendFragments(
    response,
    rows.map((row) => <Row {...row} takesFocus={true} />),
  );
}

/** Answers with the row that holds the form, with what was typed and what is wrong with it. */
export function sendOpenRow(
  response: Response,
  { annotation }: LoadedAnnotation,
  { typed, conflict }: Omit<OpenRowProps, 'annotation'>,
): void {
  const status = conflict ? 409 : typed ? 422 : 200;
  sendFragments(response, [<OpenRow annotation={annotation} typed={typed} conflict={conflict} />], status);
}

/** Answers with no row, and the way to bring it back. */
export function sendNoRow(response: Response, { annotation }: LoadedAnnotation): void {
  sendFragments(response, [
    <Partial target={`#row-${annotation.id}`} swap="delete" />,
    <Partial target="#notice" swap="innerHTML">
      <DeletedNotice annotation={annotation} />
    </Partial>,
  ]);
}
