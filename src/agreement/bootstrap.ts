import { addSums, figureOfAll, type Measured, type Sums } from './figure.ts';
import { at } from './numbers.ts';
import { randomFrom } from './random.ts';

export interface BootstrapOptions {
  /** How many resamples are drawn. */
  readonly resamples?: number;
  /** The share of resamples between the ends. */
  readonly confidence?: number;
  readonly seed?: number;
}

/** Why there is no interval. */
export type NoInterval = 'no-value' | 'few-articles' | 'mostly-undefined';

/** What can be said of how far a figure would vary with other articles of the same kind. */
export type BootstrapInterval = {
  readonly articles: number;
  readonly resamples: number;
  readonly seed: number;
  readonly confidence: number;
} & (
  | {
      readonly low: number;
      readonly high: number;
      /** Resamples in which the measure is not defined; they are left out. */
      readonly undefinedResamples: number;
      /** Under twenty articles the ends are rough, and mostly too close to each other. */
      readonly isRough: boolean;
    }
  | { readonly reason: NoInterval }
);

const FEWEST_ARTICLES = 6;
const FEW_ARTICLES = 20;

/**
 * A percentile interval by resampling whole articles with replacement: sentences of one article are alike, so
 * resampling them one by one would make the interval too narrow. Repeatable by its seed.
 *
 * There is none under six articles, where resamples are too few and too alike to tell anything, nor where the
 * measure is undefined in more than half of the resamples. Categories are those of all articles in each resample.
 *
 * Source: Efron, B., & Tibshirani, R. J. (1993). An Introduction to the Bootstrap, chapter 13; of clusters:
 * Davison, A. C., & Hinkley, D. V. (1997). Bootstrap Methods and their Application, section 3.8.
 */
export function bootstrapInterval(
  measured: Measured,
  { resamples = 2000, confidence = 0.95, seed = 1 }: BootstrapOptions = {},
): BootstrapInterval {
  const about = { articles: measured.articles.length, resamples, seed, confidence };
  if (figureOfAll(measured).value === null) return { ...about, reason: 'no-value' };
  if (about.articles < FEWEST_ARTICLES) return { ...about, reason: 'few-articles' };
  const values = resampledValues(measured, resamples, seed);
  if (values.length * 2 < resamples) return { ...about, reason: 'mostly-undefined' };
  const outside = (1 - confidence) / 2;
  return {
    ...about,
    low: quantile(values, outside),
    high: quantile(values, 1 - outside),
    undefinedResamples: resamples - values.length,
    isRough: about.articles < FEW_ARTICLES,
  };
}

/** The measure's values in the resamples in which it has one, in order. */
function resampledValues(
  { articles, length, figureOf }: Measured,
  resamples: number,
  seed: number,
): Float64Array {
  const random = randomFrom(seed);
  const { kinds, kindOf } = kindsOf(articles);
  const values: number[] = [];
  const times = new Int32Array(kinds.length);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < articles.length; draw++) {
      const kind = at(kindOf, random.below(articles.length));
      times[kind] = at(times, kind) + 1;
    }
    const sums = new Float64Array(length);
    for (const [kind, part] of kinds.entries()) {
      if (at(times, kind) > 0) addSums(sums, part, at(times, kind));
    }
    const { value } = figureOf(sums);
    if (value !== null) values.push(value);
  }
  return Float64Array.from(values).sort();
}

/** Articles with the same sums are drawn as one kind: where each item stands for itself there are few. */
function kindsOf(articles: readonly Sums[]): {
  readonly kinds: readonly Sums[];
  readonly kindOf: Int32Array;
} {
  const numbers = new Map<string, number>();
  const kinds: Sums[] = [];
  const kindOf = Int32Array.from(articles, (article) => {
    const key = `${article.places} ${article.amounts}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kinds.length);
    return kinds.push(article) - 1;
  });
  return { kinds, kindOf };
}

/** The value below which such a share of sorted values lies, in a line between two of them. */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const [low, high] = [at(sorted, below), at(sorted, Math.min(below + 1, sorted.length - 1))];
  return low + (position - below) * (high - low);
}
