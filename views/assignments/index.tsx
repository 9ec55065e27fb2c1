import { rich, t } from '../../src/messages/language.ts';
import { AssignmentForm, type AssignmentFormProps } from './_form.tsx';
import { History, type ShownBatch } from './_history.tsx';
import { Plan, type PlanProps } from './_plan.tsx';

export interface AssignmentsPageProps {
  /** `/projects/slug`. */
  readonly project: string;
  readonly isApart: boolean;
  readonly form: AssignmentFormProps;
  readonly planned?: PlanProps | undefined;
  readonly batches: readonly ShownBatch[];
}

/** Who codes what: articles are given out, or opened for coders to take. */
export function AssignmentsPage({ project, isApart, form, planned, batches }: AssignmentsPageProps) {
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('assignments.heading')}</h1>
        {isApart && (
          <div class="actions">
            <a class="button" href={`${project}/progress`}>
              {t('assignments.progress')}
            </a>
          </div>
        )}
      </div>
      {!isApart && <p>{rich('assignments.together', { link: (words) => <a href={project}>{words}</a> })}</p>}
      {isApart && form.coders.length === 0 && <p>{t('assignments.noCoders')}</p>}
      {planned && <Plan {...planned} />}
      {isApart && <AssignmentForm {...form} />}
      <History address={form.address} batches={batches} />
    </main>
  );
}
