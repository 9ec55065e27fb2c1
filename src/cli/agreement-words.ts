import type { NoInterval } from '../agreement/bootstrap.ts';
import type { Reason } from '../agreement/figure.ts';
import type { Asked } from './agreement-options.ts';

/** Why there is no figure. */
export const REASONS: Readonly<Record<Reason, string>> = {
  'one-coder': 'there are fewer than two coders',
  'more-than-two-coders': 'this compares two coders, and there are more',
  'nothing-doubly-coded': 'nothing was coded by two coders',
  'one-category':
    'only one category was used, so that agreement by chance would be complete too, and nothing tells the two apart',
  'one-possible-category':
    'only one category was used, and no others are given that could have been (--categories A,B)',
  'undefined-pair': 'two of the coders have nothing in common, or used one category only',
  'no-units': 'nobody has marked anything',
  'nothing-by-chance':
    'chance alone would not make any disagreement here, so there is nothing to compare with',
  'overlapping-labels':
    'units of different labels of one coder overlap; u-alpha wants one label at each place: measure the labels one by one',
  'nothing-marked-twice': 'no place was marked by two coders',
};

/** Why there is no interval. */
export const NO_INTERVAL: Readonly<Record<NoInterval, string>> = {
  'no-value': 'there is no value',
  'few-articles': 'there are fewer than six to resample',
  'mostly-undefined': 'the measure has no value in most resamples',
};

/** How a measure is called. */
export function titleOf(asked: Asked): string {
  if (asked.kind === 'units') return UNIT_TITLES[asked.measure];
  const { measure, level, weighting } = asked;
  if (measure === 'alpha') return `Krippendorff's α, ${LEVEL_TITLES[level]}`;
  const weights = weighting === 'identity' ? '' : `, ${weighting} weights`;
  return `${RATING_TITLES[measure]}${weights}`;
}

const RATING_TITLES = {
  observed: 'Observed agreement',
  cohen: "Cohen's κ",
  scott: "Scott's π",
  fleiss: "Fleiss' κ",
  'brennan-prediger': "Brennan and Prediger's κ",
  randolph: "Randolph's κ",
  'gwet-ac1': "Gwet's AC1",
  'gwet-ac2': "Gwet's AC2",
} as const;

const UNIT_TITLES = {
  'alpha-u': "Krippendorff's α for unitizing (2004)",
  'u-alpha': "Krippendorff's α for unitizing (2016)",
  gamma: "Mathet's γ",
  'span-f1': 'F1 of spans',
} as const;

const LEVEL_TITLES = {
  nominal: 'nominal',
  ordinal: 'ordinal',
  interval: 'interval',
  ratio: 'ratio',
  set: "sets by Passonneau's distance of 2004",
  jaccard: "sets by Jaccard's distance",
  masi: 'sets by MASI, as a product of distances',
  'masi-similarity': 'sets by MASI, as one less a product of similarities',
} as const;
