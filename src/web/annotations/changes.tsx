import type { Request, RequestHandler, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { StaleNotice } from '../../../views/annotations/_bulk.tsx';
import { tableAddress } from '../../../views/annotations/_table.tsx';
import { type BulkDone, changeMany, type Picked } from '../../actions/change-many.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { BULK_DEEDS, type BulkDeed } from '../../domain/bulk.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { EditConflictError, InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { articleOfStep } from '../../store/steps.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { noticeOfStep } from '../steps/notice.tsx';
import { withStep } from '../steps/undo.ts';
import { type Viewer, viewerOf } from '../viewer.ts';
import { type Fields, tagField } from './form.ts';
import { type ShownTable, sendTable, sendTablePage } from './index.tsx';
import { formKeyOf } from './load.ts';
import { type Query, tableOf } from './table-query.ts';

/** Changes the rows of the table that are ticked, or all that its filter finds, as one step. */
export const changeAnnotations: RequestHandler = async (request, response) => {
  const viewer = viewerOf(request, response);
  const query = tableOf(request, viewer.project.codebook);
  const requestKey = formKeyOf(request);
  try {
    const wanted = {
      picked: pickedIn(request, query),
      deed: deedIn(fieldsOf(request), viewer.project.codebook),
    };
    const done = await changeMany(response.locals.database, { member: viewer.member, requestKey, ...wanted });
    await showDone(request, response, viewer, done);
  } catch (error) {
    if (!(error instanceof EditConflictError || error instanceof InvalidInputError)) throw error;
    const again = await doneAtOnce(response, viewer, requestKey);
    if (again) return showDone(request, response, viewer, again);
    await refuse(request, response, viewer, error);
  }
};

/** The same request sent twice at once finds its own work done. */
async function doneAtOnce(response: Response, { person }: Viewer, key: string | undefined) {
  const { db } = response.locals.database;
  const isDone = key !== undefined && (await articleOfStep(db, person.id, key)) !== null;
  return isDone ? { step: key, changed: 0, unfit: 0 } : null;
}

function pickedIn(request: Request, { filter }: Query): Picked {
  const { all } = fieldsOf(request);
  if (all) return { filter, seen: Math.trunc(Number(all)) || 0 };
  const picks = allFieldsOf(request, 'pick').map((pick) => pick.split('.'));
  return { versions: new Map(picks.map(([id = '', version]) => [id, Number(version)])) };
}

function deedIn(fields: Fields, codebook: Codebook): BulkDeed {
  const deed = BULK_DEEDS.find((name) => name === fields.deed);
  if (deed === undefined) throw new InvalidInputError({ pick: t('annotations.pickFirst') });
  if (deed === 'delete') return { deed };
  if (deed === 'tag') return { deed, tag: tagField(fields, codebook) };
  return { deed, value: fields[deed] ?? '' };
}

async function showDone(request: Request, response: Response, viewer: Viewer, { step, unfit }: BulkDone) {
  const query = tableOf(request, viewer.project.codebook);
  const back = tableAddress(viewer, query);
  if (!wantsFragments(request)) {
    if (step) return redirect(response, withStep(back, { step, unfit }));
    return sendTablePage(request, response, viewer, { query, notice: <p>{nothing(unfit)}</p> });
  }
  const notice = step ? await noticeOfStep(response, viewer, { step, unfit, back }) : <p>{nothing(unfit)}</p>;
  await sendTable(response, viewer, { query, notice });
}

function nothing(unfit: number): string {
  const said = [t('annotations.nothingChanged'), unfit > 0 && t('annotations.unfit', { count: unfit })];
  return said.filter(Boolean).join(' ');
}

/** The table as it is now, with the same rows ticked, and why nothing was changed. */
async function refuse(
  request: Request,
  response: Response,
  viewer: Viewer,
  error: EditConflictError | InvalidInputError,
): Promise<void> {
  const picks = allFieldsOf(request, 'pick').map((pick) => pick.split('.')[0] ?? '');
  const isStale = error instanceof EditConflictError;
  const table: ShownTable = {
    query: tableOf(request, viewer.project.codebook),
    picked: new Set(picks),
    isAllPicked: Boolean(fieldsOf(request).all),
    problems: isStale ? { pick: error.message } : error.fields,
    notice: isStale ? staleNotice(error) : undefined,
    status: isStale ? 409 : 422,
  };
  if (wantsFragments(request)) await sendTable(response, viewer, table);
  else await sendTablePage(request, response, viewer, table);
}

function staleNotice({ message, current }: EditConflictError): ComponentChildren {
  // changeMany throws it with the annotations that were changed.
  return <StaleNotice sentence={message} stale={current as Annotation[]} />;
}
