// What `onrecord agreement` is asked, from its options.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { WEIGHTINGS, type Weighting } from '../agreement/weights.ts';
import { UsageError } from './command.ts';

/** Measures of a table of ratings, an item a row and a coder a column. */
export const RATING_MEASURES = [
  'observed',
  'cohen',
  'scott',
  'fleiss',
  'brennan-prediger',
  'randolph',
  'gwet-ac1',
  'gwet-ac2',
  'alpha',
] as const;
export type RatingMeasure = (typeof RATING_MEASURES)[number];

/** Measures of a list of units. */
export const UNIT_MEASURES = ['alpha-u', 'u-alpha', 'gamma', 'span-f1'] as const;
export type UnitMeasure = (typeof UNIT_MEASURES)[number];

/** What a difference between two ratings means. */
export const LEVELS = [
  'nominal',
  'ordinal',
  'interval',
  'ratio',
  'set',
  'jaccard',
  'masi',
  'masi-similarity',
] as const;
export type LevelName = (typeof LEVELS)[number];

const OPTIONS = {
  measure: { type: 'string' },
  level: { type: 'string' },
  weights: { type: 'string' },
  categories: { type: 'string' },
  missing: { type: 'string', multiple: true },
  header: { type: 'boolean' },
  article: { type: 'string' },
  units: { type: 'boolean', default: false },
  length: { type: 'string' },
  start: { type: 'string' },
  overlap: { type: 'string' },
  alpha: { type: 'string' },
  beta: { type: 'string' },
  seed: { type: 'string' },
  resamples: { type: 'string' },
  width: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** What is asked of any file. */
interface AskedOfAny {
  readonly file: string;
  readonly seed: number;
  readonly resamples: number;
  /** The width that an interval shall have. */
  readonly width: number | undefined;
  readonly isJson: boolean;
}

export interface AskedOfRatings extends AskedOfAny {
  readonly kind: 'ratings';
  readonly measure: RatingMeasure;
  readonly level: LevelName;
  readonly weighting: Weighting;
  /** Categories that could be chosen, the lowest first. */
  readonly categories: readonly string[];
  /** Words that stand for a rating that is missing, as the empty cell does. */
  readonly missing: readonly string[];
  /** Whether the first row holds names; undefined where the file itself shall tell. */
  readonly hasHeader: boolean | undefined;
  /** The column that says to which article an item belongs. */
  readonly article: string | undefined;
}

export interface AskedOfUnits extends AskedOfAny {
  readonly kind: 'units';
  readonly measure: UnitMeasure;
  readonly start: number;
  readonly length: number | undefined;
  readonly overlap: number;
  /** How much places and labels weigh in gamma, which calls them α and β. */
  readonly place: number;
  readonly label: number;
  readonly article: string | undefined;
}

export type Asked = AskedOfRatings | AskedOfUnits;

/** Reads the arguments. Throws a UsageError, or what `parseArgs` throws. */
export function askedBy(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: OPTIONS,
  });
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('say which file, or - for standard input');
  if (others.length > 0) throw new UsageError('one file at a time');
  if (values.measure === undefined) throw new UsageError('say which --measure');
  const any = {
    file,
    seed: numberFrom(values.seed, 'seed', { from: 0, isWhole: true }) ?? 1,
    resamples: numberFrom(values.resamples, 'resamples', { from: 100, isWhole: true }) ?? 2000,
    width: numberFrom(values.width, 'width', { above: 0 }),
    isJson: values.json,
  };
  const measure = oneOf([...RATING_MEASURES, ...UNIT_MEASURES], values.measure, 'measure');
  if (isUnitMeasure(measure)) return { ...any, ...ofUnits(measure, values) };
  if (values.units) throw new UsageError(`--units is a list of units, of which ${measure} is no measure`);
  return { ...any, ...ofRatings(measure, values) };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

function isUnitMeasure(measure: RatingMeasure | UnitMeasure): measure is UnitMeasure {
  return UNIT_MEASURES.some((one) => one === measure);
}

function ofUnits(measure: UnitMeasure, values: Values): Omit<AskedOfUnits, keyof AskedOfAny> {
  refuse(values, ['level', 'weights', 'categories', 'missing', 'header'], measure);
  return {
    kind: 'units',
    measure,
    start: numberFrom(values.start, 'start', {}) ?? 0,
    length: numberFrom(values.length, 'length', { above: 0 }),
    overlap: numberFrom(values.overlap, 'overlap', { above: 0, to: 1 }) ?? 0.5,
    place: numberFrom(values.alpha, 'alpha', { from: 0 }) ?? 1,
    label: numberFrom(values.beta, 'beta', { from: 0 }) ?? 1,
    article: values.article,
  };
}

function ofRatings(measure: RatingMeasure, values: Values): Omit<AskedOfRatings, keyof AskedOfAny> {
  refuse(values, ['length', 'start', 'overlap', 'alpha', 'beta'], measure);
  const level = values.level === undefined ? 'nominal' : oneOf(LEVELS, values.level, 'level');
  return {
    kind: 'ratings',
    measure,
    level,
    weighting: weightingOf(measure, values),
    categories: values.categories === undefined ? [] : listOf(values.categories),
    missing: values.missing ?? [],
    hasHeader: values.header,
    article: values.article,
  };
}

/** The weights that go with a level, for the measures that have weights. */
const LEVEL_WEIGHTS: { readonly [Level in LevelName]?: Weighting } = {
  nominal: 'identity',
  ordinal: 'linear',
  interval: 'quadratic',
  ratio: 'ratio',
};

function weightingOf(measure: RatingMeasure, { level, weights }: Values): Weighting {
  const isWeighted = measure === 'cohen' || measure === 'gwet-ac2';
  if (!isWeighted) {
    if (weights !== undefined) throw new UsageError(`${measure} has no --weights; cohen and gwet-ac2 have`);
    const isPlain = level === undefined || level === 'nominal' || measure === 'alpha';
    if (!isPlain) throw new UsageError(`${measure} knows names only; alpha has --level ${level}`);
    return 'identity';
  }
  if (weights !== undefined) return oneOf(WEIGHTINGS, weights, 'weights');
  if (level === undefined) return measure === 'cohen' ? 'identity' : 'quadratic';
  const weighting = LEVEL_WEIGHTS[oneOf(LEVELS, level, 'level')];
  if (weighting === undefined) throw new UsageError(`${measure} does not compare sets; alpha does`);
  return weighting;
}

function refuse(values: Values, names: readonly (keyof Values)[], measure: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} means nothing to ${measure}`);
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: string, name: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(`--${name} is one of ${choices.join(', ')}, not "${value}"`);
  }
  return found;
}

/** Parted by commas. */
function listOf(written: string): string[] {
  return written
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

interface Bounds {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly isWhole?: boolean;
}

function numberFrom(written: string | undefined, name: string, bounds: Bounds): number | undefined {
  if (written === undefined) return undefined;
  const { from = -Infinity, above = -Infinity, to = Infinity, isWhole = false } = bounds;
  const number = written.trim() === '' ? Number.NaN : Number(written);
  const isRight = number >= from && number > above && number <= to && Number.isFinite(number);
  if (!isRight || (isWhole && !Number.isInteger(number))) {
    throw new UsageError(`--${name} is ${boundsInWords(bounds)}, not "${written}"`);
  }
  return number;
}

function boundsInWords({ from, above, to, isWhole }: Bounds): string {
  const parts = [
    isWhole ? 'a whole number' : 'a number',
    from === undefined ? '' : `from ${from}`,
    above === undefined ? '' : `above ${above}`,
    to === undefined ? '' : `up to ${to}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
