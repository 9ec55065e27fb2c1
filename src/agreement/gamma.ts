import { type Alignment, bestAlignment } from './best-alignment.ts';
import { type Continuum, checkContinuum, coderCount, type Unit, unitsOf } from './continuum.ts';
import { combinedDissimilarity, type Dissimilarity, type DissimilarityWeights } from './dissimilarity.ts';
import { type Figure, fromDisagreement, gather, type Measured, noFigure } from './figure.ts';
import { type ChanceModel, statisticalChance } from './gamma-chance.ts';
import { at, mean } from './numbers.ts';
import { type Random, randomFrom } from './random.ts';

export interface GammaOptions extends DissimilarityWeights {
  readonly chance?: ChanceModel;
  readonly seed?: number;
  /** How far the expected disorder may be off, as a share of it, at 95 %. */
  readonly precision?: number;
}

export interface Gamma {
  readonly measured: Measured;
  /** Of each article. */
  readonly alignments: readonly Alignment[];
  /** How many continua were drawn in all. */
  readonly samples: number;
  /** Whether every alignment is proven to be the best, those of drawn continua included. */
  readonly isExact: boolean;
}

const WEIGHT = 0;
const OBSERVED = 1;
const EXPECTED = 2;

/**
 * Mathet's γ: how far coders agree on units that they found and labelled themselves, which may overlap and nest.
 * Units are aligned so that the disorder is least, and it is held against the mean disorder of continua that are
 * drawn at random.
 *
 *   γ = 1 − δ(best alignment) / mean δ(best alignments of drawn continua),   δ = Σ δ(group) / (units per coder)
 *
 * Drawn are 30 continua, then so many more that the mean lies within `precision` of the true one in 95 % of
 * cases, 1,000 at most; the same seed draws the same. Of several articles, each with its own chance, the
 * disorders are added.
 *
 * Undefined where nobody marked anything, and where chance makes no disorder.
 *
 * Source: Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for
 * inter-annotator agreement measure and alignment. Computational Linguistics 41(3), 437–479.
 */
export function gamma(continua: readonly Continuum[], options: GammaOptions = {}): Gamma {
  const coders = coderCount(continua);
  for (const continuum of continua) checkContinuum(continuum);
  const random = randomFrom(options.seed ?? 1);
  const results = continua.map((continuum) => articleGamma(continuum, options, random));
  const figureOf = (sums: Float64Array): Figure => {
    if (coders < 2) return noFigure('one-coder');
    const weight = at(sums, WEIGHT);
    if (weight === 0) return noFigure('no-units');
    return fromDisagreement(at(sums, OBSERVED) / weight, at(sums, EXPECTED) / weight, 'nothing-by-chance');
  };
  const articles = results.map(({ weight, observed, expected }) =>
    gather((addTo) => {
      if (weight === 0) return;
      addTo(WEIGHT, weight);
      addTo(OBSERVED, weight * observed);
      addTo(EXPECTED, weight * expected);
    }),
  );
  return {
    measured: { length: 3, articles, figureOf },
    alignments: results.map(({ alignment }) => alignment),
    samples: results.reduce((sum, { samples }) => sum + samples, 0),
    isExact: results.every(({ isExact }) => isExact),
  };
}

interface ArticleGamma {
  readonly alignment: Alignment;
  /** Units per coder. */
  readonly weight: number;
  readonly observed: number;
  readonly expected: number;
  readonly samples: number;
  readonly isExact: boolean;
}

function articleGamma({ start, coders }: Continuum, options: GammaOptions, random: Random): ArticleGamma {
  const units = coders.map((marks) => unitsOf(marks).map((unit) => fromZero(unit, start)));
  const dissimilarity = combinedDissimilarity(options);
  const found = bestAlignment(units, dissimilarity);
  const alignment = {
    ...found,
    groups: found.groups.map((group) => group.map((unit) => unit && fromZero(unit, -start))),
  };
  const weight = unitsPerCoder(units);
  if (weight === 0 || coders.length < 2) {
    return { alignment, weight: 0, observed: 0, expected: 0, samples: 0, isExact: true };
  }
  const drawn = drawDisorders(units, dissimilarity, options, random);
  return {
    alignment,
    weight,
    observed: found.disorder / weight,
    expected: mean(drawn.disorders),
    samples: drawn.disorders.length,
    isExact: found.isExact && drawn.isExact,
  };
}

function fromZero(unit: Unit, start: number): Unit {
  return { ...unit, start: unit.start - start, end: unit.end - start };
}

function unitsPerCoder(units: readonly (readonly Unit[])[]): number {
  return units.length === 0 ? 0 : units.flat().length / units.length;
}

const FIRST_SAMPLES = 30;
const MOST_SAMPLES = 1000;
/** Of a normal distribution, 95 % lie within so many deviations. */
const NORMAL_95 = 1.96;

function drawDisorders(
  units: readonly (readonly Unit[])[],
  dissimilarity: Dissimilarity,
  { chance = statisticalChance, precision = 0.02 }: GammaOptions,
  random: Random,
): { readonly disorders: readonly number[]; readonly isExact: boolean } {
  const disorders: number[] = [];
  let isExact = true;
  for (let needed = FIRST_SAMPLES; disorders.length < needed; ) {
    const sample = chance(units, random);
    const alignment = bestAlignment(sample, dissimilarity);
    disorders.push(alignment.disorder / unitsPerCoder(sample));
    isExact &&= alignment.isExact;
    if (disorders.length === FIRST_SAMPLES) needed = samplesFor(disorders, precision);
  }
  return { disorders, isExact };
}

/** Source: Mathet et al. (2015), section 5. */
function samplesFor(disorders: readonly number[], precision: number): number {
  const middle = mean(disorders);
  if (middle === 0) return disorders.length;
  const deviation = Math.sqrt(mean(disorders.map((disorder) => (disorder - middle) ** 2)));
  const needed = Math.ceil(((deviation / middle) * (NORMAL_95 / precision)) ** 2);
  return Math.min(MOST_SAMPLES, Math.max(disorders.length, needed));
}
