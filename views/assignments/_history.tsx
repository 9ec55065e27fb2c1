import type { AssignmentKind } from '../../src/domain/assignment-deed.ts';
import { t } from '../../src/messages/language.ts';
import { moment } from '../shared/dates.ts';

/** Something that was done to assignments. */
export interface ShownBatch {
  readonly id: string;
  readonly kind: AssignmentKind;
  readonly rows: number;
  /** Who did it. */
  readonly name: string;
  readonly createdAt: Date;
  readonly isUndone: boolean;
}

/** What was done to assignments, newest first, each with its undo. */
export function History({ address, batches }: { address: string; batches: readonly ShownBatch[] }) {
  if (batches.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('assignments.history')}</h2>
      <div class="stacked">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('assignments.what')}</th>
              <th scope="col">{t('assignments.who')}</th>
              <th scope="col">{t('assignments.when')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr>
                <td>
                  {sayBatch(batch)} {batch.isUndone && <span class="faint">({t('assignments.undone')})</span>}
                </td>
                <td dir="auto">{batch.name}</td>
                <td>
                  <time datetime={batch.createdAt.toISOString()}>{moment(batch.createdAt)}</time>
                </td>
                <td>
                  <Turn address={address} batch={batch} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What a batch did, in words. */
export function sayBatch({ kind, rows }: Pick<ShownBatch, 'kind' | 'rows'>): string {
  return t(`assignments.done_${kind}`, { count: rows });
}

/** Takes a batch back, or does it again. */
export function Turn({ address, batch: { id, isUndone } }: { address: string; batch: ShownBatch }) {
  const way = isUndone ? 'redo' : 'undo';
  return (
    <form method="post" action={`${address}/${id}/${way}`}>
      <button type="submit">{t(`assignments.${way}`)}</button>
    </form>
  );
}
