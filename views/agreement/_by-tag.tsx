import type { Estimate, TagStudy } from '../../src/agreement/study-report.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { IntervalLines } from '../charts/_interval-lines.tsx';
import { decimals, percent, sayFigure, sayInterval } from './figures.ts';

/** What can be said of each tag, as a drawing and a table. */
export function ByTag({ tags, linkTo }: { tags: readonly TagStudy[]; linkTo: (tag: Tag) => string }) {
  return (
    <div>
      <h2 id="by-tag">{t('agreement.byTag')}</h2>
      <IntervalLines caption={t('agreement.chart')} rows={tags.map(rowOf)} />
      <p class="hint">{t('agreement.byTagHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and holds nothing else that keys reach. */}
      <section class="scrolls" aria-label={t('agreement.byTag')} tabIndex={0}>
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{t('agreement.tag')}</th>
              {HEADINGS.map((key) => (
                <th scope="col" class="number">
                  {t(`agreement.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tags.map((study) => (
              <Row study={study} address={linkTo(nameOf(study))} />
            ))}
          </tbody>
        </table>
      </section>
      {tags.some(isRough) && <p class="hint">{t('agreement.rough')}</p>}
    </div>
  );
}

function isRough({ alpha: { interval } }: TagStudy): boolean {
  return !('reason' in interval) && interval.isRough;
}

const HEADINGS = [
  'sentences',
  'prevalence',
  'observed',
  'alpha',
  'kappa',
  'ac1',
  'exact',
  'overlap',
  'unitizing',
] as const;

/** Studies are made of the tags that there are. */
export function nameOf({ tag }: Pick<TagStudy, 'tag'>): Tag {
  return tag as Tag;
}

function rowOf(study: TagStudy) {
  const name = t(`tagName.${nameOf(study)}`);
  const { figure, interval } = study.alpha;
  if (figure.value === null || 'reason' in interval) {
    return { name, value: figure.value, says: t('agreement.chartRow', { name, value: sayFigure(figure) }) };
  }
  const [low, high] = [decimals(interval.low), decimals(interval.high)];
  const says = t('agreement.chartInterval', { name, value: decimals(figure.value), low, high });
  return { name, value: figure.value, low: interval.low, high: interval.high, says };
}

function Row({ study, address }: { study: TagStudy; address: string }) {
  const { sentences, prevalence, observed, alpha, ac1, kappa, exact, overlap, unitizing } = study;
  return (
    <tr>
      <th scope="row">
        <a href={address}>{t(`tagName.${nameOf(study)}`)}</a>
      </th>
      <td class="number">{inWords(sentences)}</td>
      <td class="number">{prevalence === null ? t('agreement.none') : `${percent(prevalence)} %`}</td>
      <EstimateCell {...observed} />
      <EstimateCell {...alpha} />
      <td class="number">{sayFigure(kappa)}</td>
      <EstimateCell {...ac1} />
      <td class="number">{sayFigure(exact)}</td>
      <td class="number">{sayFigure(overlap)}</td>
      <td class="number">{sayFigure(unitizing)}</td>
    </tr>
  );
}

function EstimateCell({ figure, interval }: Estimate) {
  return (
    <td class="number">
      {sayFigure(figure)}
      <span class="interval">{sayInterval(interval)}</span>
    </td>
  );
}
