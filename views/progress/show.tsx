import type { CoderProgress, DoneByDay } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { DayBars } from '../charts/_day-bars.tsx';
import { Paging } from '../shared/_paging.tsx';
import { CoderTable } from './_coders.tsx';
import { Matrix, type MatrixProps } from './_matrix.tsx';
import { Stopped, type StoppedProps } from './_stopped.tsx';

export interface ProgressPageProps extends StoppedProps {
  readonly coders: readonly CoderProgress[];
  readonly finished: DoneByDay;
  readonly matrix: MatrixProps;
  readonly page: number;
  readonly pages: number;
  readonly mayAssign: boolean;
}

/** How far everybody is: the first page of whoever leads. */
export function ProgressPage(props: ProgressPageProps) {
  const { project, coders, names, finished, matrix, page, pages, mayAssign, idleDays } = props;
  const rows = coders.map(({ coderId }) => ({
    name: names.get(coderId) ?? '',
    counts: finished.counts.get(coderId) ?? [],
  }));
  return (
    <main id="main" tabIndex={-1}>
      <div class="heading">
        <h1>{t('progress.heading')}</h1>
        {mayAssign && (
          <div class="actions">
            <a href={`${project}/adjudication`}>{t('adjudication.queue')}</a>
            <a class="button primary" href={`${project}/assignments`}>
              {t('progress.give')}
            </a>
          </div>
        )}
      </div>
      {matrix.articles.length === 0 && <p>{t('progress.none')}</p>}
      {matrix.articles.length > 0 && (
        <>
          <CoderTable coders={coders} names={names} />
          <Stopped {...props} />
          <DayBars caption={t('progress.finished')} days={finished.days} rows={rows} />
          <Matrix {...matrix} />
          <Paging
            page={page}
            pages={pages}
            address={(other) => `${project}/progress?page=${other}&days=${idleDays}`}
          />
        </>
      )}
    </main>
  );
}
