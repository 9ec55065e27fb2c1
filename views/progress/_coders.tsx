import { CODING_STATES } from '../../src/domain/coding.ts';
import type { CoderProgress } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { Count } from '../shared/_count.tsx';
import { shortDay } from '../shared/dates.ts';

/** How far each coder is. */
export function CoderTable({
  coders,
  names,
}: {
  coders: readonly CoderProgress[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and holds nothing else that keys reach.
    <section class="scrolls" aria-label={t('progress.heading')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('progress.coder')}</th>
            {CODING_STATES.map((state) => (
              <th scope="col" class="number">
                {t(`progress.${state}`)}
              </th>
            ))}
            <th scope="col" class="number">
              {t('progress.overdue')}
            </th>
            <th scope="col" class="number">
              {t('progress.sentences')}
            </th>
            <th scope="col">{t('progress.touched')}</th>
          </tr>
        </thead>
        <tbody>
          {coders.map((coder) => (
            <Row coder={coder} name={names.get(coder.coderId) ?? ''} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ coder, name }: { coder: CoderProgress; name: string }) {
  const { codings, overdue, coded, sentences, touchedAt } = coder;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      {CODING_STATES.map((state) => (
        <td class="number">
          <Count count={codings[state]} />
        </td>
      ))}
      <td class={overdue > 0 ? 'number wrong' : 'number'}>
        <Count count={overdue} />
      </td>
      <td class="number">{t('progress.codedOf', { coded, sentences })}</td>
      <td>
        {touchedAt ? (
          <time datetime={touchedAt.toISOString()}>{shortDay(touchedAt)}</time>
        ) : (
          <span class="faint">{t('progress.never')}</span>
        )}
      </td>
    </tr>
  );
}
