import type { Request, RequestHandler, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import type { AssignmentValues } from '../../../views/assignments/_form.tsx';
import { assign } from '../../actions/assignments/assign.ts';
import { choosePractice } from '../../actions/assignments/choose-practice.ts';
import { keepStaleDays } from '../../actions/assignments/keep-stale-days.ts';
import { openSeats } from '../../actions/assignments/open-seats.ts';
import { planOrder } from '../../actions/assignments/plan.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { fieldsOf } from '../fields.ts';
import { viewerOfProject } from '../projects/load.ts';
import { requestKeyOf } from '../receipt.ts';
import { redirect } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { choiceOf, orderOf, seatsOf, sentValues, staleDaysOf } from './order.ts';
import { addressOf, sendAssignments } from './page.tsx';

/** Does what the pressed button says with the articles that the form chooses; `deed=preview` only shows it. */
export const createAssignments: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  const values = sentValues(request);
  const { deed = 'preview' } = fieldsOf(request);
  const handle = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined;
  try {
    await (handle ?? preview)(request, response, viewer, values);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    await sendAssignments(request, response, viewer, { values, problems: error.fields });
  }
};

type Deed = (request: Request, response: Response, viewer: Viewer, values: AssignmentValues) => Promise<void>;

const preview: Deed = async (request, response, viewer, values) => {
  const planned = await planOrder(response.locals.database.db, viewer.member, orderOf(values));
  await sendAssignments(request, response, viewer, { values, planned });
};

const DEEDS: Readonly<Record<string, Deed>> = {
  async assign(request, response, viewer, values) {
    const batchId = batchOf(request);
    const seen = fieldsOf(request).seen || undefined;
    const done = await assign(response.locals.database.db, viewer.member, orderOf(values), { batchId, seen });
    if (done.is === 'done') return goOn(response, viewer, done.given, batchId);
    await sendAssignments(request, response, viewer, { values, planned: done.planned, isChanged: true });
  },
  async seats(request, response, viewer, values) {
    const batchId = batchOf(request);
    const order = { seats: seatsOf(values), batchId };
    const changed = await openSeats(response.locals.database.db, viewer.member, choiceOf(values), order);
    goOn(response, viewer, changed, batchId);
  },
  async stale(_request, response, viewer, values) {
    await keepStaleDays(response.locals.database.db, viewer.member, staleDaysOf(values));
    redirect(response, `${addressOf(viewer)}?done=stale`);
  },
  practise: (request, response, viewer, values) => practise(request, response, viewer, values, true),
  'no-practice': (request, response, viewer, values) => practise(request, response, viewer, values, false),
};

async function practise(...[request, response, viewer, values, isPractice]: [...Parameters<Deed>, boolean]) {
  const batchId = batchOf(request);
  const order = { isPractice, batchId };
  const changed = await choosePractice(response.locals.database.db, viewer.member, choiceOf(values), order);
  goOn(response, viewer, changed, batchId);
}

/** The page's own name for the request names the batch, so that sent twice it does nothing twice. */
function batchOf(request: Request): string {
  return requestKeyOf(request) ?? uuidv7();
}

function goOn(response: Response, viewer: Viewer, changed: number, batchId: string): void {
  redirect(response, `${addressOf(viewer)}?${changed > 0 ? `batch=${batchId}` : 'done=nothing'}`);
}
