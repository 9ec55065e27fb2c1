import type { CoderProgress } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { shortDay } from '../shared/dates.ts';

export interface StoppedProps {
  /** `/projects/slug`. */
  readonly project: string;
  readonly stopped: readonly CoderProgress[];
  /** Without work for so many days they count as stopped. */
  readonly idleDays: number;
  readonly names: ReadonlyMap<string, string>;
}

/** Who has work left and has not touched it for a while. */
export function Stopped({ project, stopped, idleDays, names }: StoppedProps) {
  return (
    <section aria-labelledby="stopped">
      <h2 id="stopped">{t('progress.stopped', { count: idleDays })}</h2>
      {stopped.length === 0 ? (
        <p>{t('progress.nobodyStopped')}</p>
      ) : (
        <>
          <p class="hint">{t('progress.stoppedHint')}</p>
          <ul>
            {stopped.map((coder) => (
              <li dir="auto">{sayStopped(coder, names.get(coder.coderId) ?? '')}</li>
            ))}
          </ul>
        </>
      )}
      <form class="filters" action={`${project}/progress`}>
        <div class="field">
          <label for="days">{t('progress.daysIdle')}</label>
          <input type="number" id="days" name="days" min={1} max={365} value={idleDays} />
        </div>
        <button type="submit">{t('progress.show')}</button>
      </form>
    </section>
  );
}

function sayStopped({ codings, touchedAt }: CoderProgress, name: string): string {
  const count = codings.todo + codings.begun;
  return touchedAt
    ? t('progress.since', { name, day: shortDay(touchedAt), count })
    : t('progress.sinceNever', { name, count });
}
