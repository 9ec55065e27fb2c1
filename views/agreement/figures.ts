import type { BootstrapInterval } from '../../src/agreement/bootstrap.ts';
import type { Figure } from '../../src/agreement/figure.ts';
import { t } from '../../src/messages/language.ts';

/** `.74`: a share or a coefficient as papers print it, without the zero before the point. */
export function decimals(value: number): string {
  return value
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−');
}

/** `91`: a share in percent. */
export function percent(value: number): string {
  return String(Math.round(value * 100));
}

/** A figure, or why there is none. */
export function sayFigure({ value, reason }: Figure): string {
  if (value !== null) return decimals(value);
  return t('agreement.noneBecause', { reason: reason === undefined ? '' : t(`noFigure.${reason}`) });
}

/** The ends of an interval, or why there are none. */
export function sayInterval(interval: BootstrapInterval): string {
  if ('reason' in interval) return interval.reason === 'no-value' ? '' : t(`noInterval.${interval.reason}`);
  return t('agreement.between', { low: decimals(interval.low), high: decimals(interval.high) });
}

/** Precision, recall and F1 of those that a confusion table counts; null where it is a share of nothing. */
export function scoresOf({
  both,
  onlyFirst,
  onlySecond,
}: Record<'both' | 'onlyFirst' | 'onlySecond', number>) {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(both, both + onlyFirst),
    recall: share(both, both + onlySecond),
    f1: share(2 * both, 2 * both + onlyFirst + onlySecond),
  };
}
