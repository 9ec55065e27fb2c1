import type { BootstrapInterval } from '../../src/agreement/bootstrap.ts';
import type { TagStudy } from '../../src/agreement/study-report.ts';
import { t } from '../../src/messages/language.ts';
import { nameOf } from './_by-tag.tsx';
import { decimals, percent, sayFigure } from './figures.ts';

export interface MethodsProps {
  readonly study: TagStudy;
  readonly coders: number;
  readonly articles: number;
  readonly version: string;
}

/** The paragraph that a paper prints, ready to copy. */
export function Methods(props: MethodsProps) {
  return (
    <section aria-labelledby="methods" class="methods">
      <h2 id="methods">{t('agreement.methods')}</h2>
      <p class="hint">{t('agreement.methodsHint')}</p>
      <h3>{t('agreement.plain')}</h3>
      <p class="ticket">{plainWords(props)}</p>
      <h3>{t('agreement.apa')}</h3>
      <p class="ticket">{apaWords(props)}</p>
    </section>
  );
}

function counted({ study, coders, articles }: MethodsProps) {
  return {
    tag: t(`aTag.${nameOf(study)}`),
    coders: t('methods.coders', { count: coders }),
    articles: t('methods.articles', { count: articles }),
    sentences: t('methods.sentences', { count: study.sentences }),
    alpha: sayFigure(study.alpha.figure),
  };
}

function plainWords(props: MethodsProps): string {
  const { observed, alpha, prevalence } = props.study;
  return t('methods.plain', {
    ...counted(props),
    percent: observed.figure.value === null ? '–' : percent(observed.figure.value),
    interval: endsOf(alpha.interval, 'methods.interval'),
    prevalence: prevalence === null ? '–' : percent(prevalence),
  });
}

function apaWords(props: MethodsProps): string {
  const { observed, alpha, kappa, ac1 } = props.study;
  return t('methods.apa', {
    ...counted(props),
    observed: sayFigure(observed.figure),
    interval: endsOf(alpha.interval, 'methods.apaInterval'),
    kappa: sayFigure(kappa),
    ac1: sayFigure(ac1.figure),
    resamples: alpha.interval.resamples,
    seed: alpha.interval.seed,
    version: props.version,
  });
}

function endsOf(interval: BootstrapInterval, key: 'methods.interval' | 'methods.apaInterval'): string {
  if ('reason' in interval) return '';
  return t(key, { low: decimals(interval.low), high: decimals(interval.high) });
}
