import type { Request, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import type { AssignmentValues } from '../../../views/assignments/_form.tsx';
import { type ShownBatch, sayBatch, Turn } from '../../../views/assignments/_history.tsx';
import type { PlanProps } from '../../../views/assignments/_plan.tsx';
import { AssignmentsPage } from '../../../views/assignments/index.tsx';
import { MAX_ARTICLES_AT_ONCE } from '../../actions/assignments/chosen-articles.ts';
import type { PlannedAssignment } from '../../actions/assignments/plan.ts';
import { isThereToCode, makesCodings } from '../../domain/permission.ts';
import { sightOf } from '../../domain/sight.ts';
import { t } from '../../messages/language.ts';
import { annotatorNames } from '../../store/annotators.ts';
import { listLabels } from '../../store/article-list.ts';
import { listBatches, projectCoders, staleDays } from '../../store/assignments.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import type { Viewer } from '../viewer.ts';
import { blankValues } from './order.ts';

const MAX_BATCHES = 50;

export interface AssignmentsAnswer {
  /** As they were sent; without them the form is blank. */
  readonly values?: AssignmentValues | undefined;
  readonly ticked?: readonly string[];
  readonly planned?: PlannedAssignment | undefined;
  readonly isChanged?: boolean;
  readonly problems?: Readonly<Record<string, string | undefined>>;
}

/** The page of assignments: as it is asked for, with a plan, or with what is wrong. */
export async function sendAssignments(
  request: Request,
  response: Response,
  viewer: Viewer,
  answer: AssignmentsAnswer = {},
): Promise<void> {
  const { db } = response.locals.database;
  const { project, member } = viewer;
  const { planned, isChanged = false, problems = {}, ticked = [] } = answer;
  const all = await projectCoders(db, project.id);
  const coders = all.filter(({ role }) => makesCodings(role));
  const batches = await shownBatches(response, viewer);
  const usual = coders.filter(({ role }) => isThereToCode(role)).map(({ annotatorId }) => annotatorId);
  const values = answer.values ?? blankValues(ticked, usual, await staleDays(db, project.id));
  const address = addressOf(viewer);
  const form = {
    address,
    values,
    coders: coders.map(({ annotatorId: id, name, load }) => ({ id, name, load })),
    labels: (await listLabels(db, project.id)).map(({ name }) => name),
    problems,
    mark: planned?.mark,
    requestKey: uuidv7(),
  };
  const page = (
    <AssignmentsPage
      project={`/projects/${encodeURIComponent(project.slug)}`}
      isApart={member.way === 'apart'}
      form={form}
      planned={planned && shownPlan(planned, isChanged)}
      batches={batches}
    />
  );
  sendPage(
    response,
    viewer,
    {
      title: t('assignments.heading'),
      current: 'work',
      notice: noticeOf(request, address, batches),
      children: page,
    },
    Object.keys(problems).length > 0 ? 422 : isChanged ? 409 : 200,
  );
}

/** `/projects/slug/assignments`. */
export function addressOf({ project }: Viewer): string {
  return `/projects/${encodeURIComponent(project.slug)}/assignments`;
}

function shownPlan({ plan, articles, coders, isCut }: PlannedAssignment, isChanged: boolean): PlanProps {
  return {
    plan,
    titles: new Map(articles.map(({ id, title }) => [id, title])),
    names: new Map(coders.map(({ annotatorId, name }) => [annotatorId, name])),
    isChanged,
    cutAt: isCut ? MAX_ARTICLES_AT_ONCE : undefined,
  };
}

async function shownBatches(response: Response, { project, member }: Viewer): Promise<ShownBatch[]> {
  const { db } = response.locals.database;
  const names = await annotatorNames(db, sightOf(member));
  const batches = await listBatches(db, project.id, MAX_BATCHES);
  return batches.map((batch) => ({ ...batch, name: names.get(batch.annotatorId) ?? '' }));
}

/** What was just done, with its undo. */
function noticeOf(request: Request, address: string, batches: readonly ShownBatch[]) {
  const kept = Number(queryOf(request, 'kept')) || 0;
  const turned = queryOf(request, 'turned');
  if (queryOf(request, 'done') === 'stale') return <p>{t('assignments.staleKept')}</p>;
  if (queryOf(request, 'done') === 'nothing') return <p>{t('assignments.nothingChanged')}</p>;
  if (turned === 'undo' || turned === 'redo') {
    return (
      <p>
        {t(`assignments.turned_${turned}`)} {kept > 0 && t('assignments.keptSome', { count: kept })}
      </p>
    );
  }
  const batch = batches.find(({ id }) => id === queryOf(request, 'batch'));
  return (
    batch && (
      <div class="with-button">
        <p>{sayBatch(batch)}.</p>
        <Turn address={address} batch={batch} />
      </div>
    )
  );
}
