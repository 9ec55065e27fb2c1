import type { Unit } from './continuum.ts';

/** How far apart two units are, and what it costs to leave one without a partner. */
export interface Dissimilarity {
  readonly between: (one: Unit, other: Unit) => number;
  /** Δ∅: of a unit and no unit. */
  readonly toNothing: number;
}

export interface DissimilarityWeights {
  /** α of the paper: how much places weigh. */
  readonly place?: number;
  /** β of the paper: how much labels weigh. */
  readonly label?: number;
  readonly toNothing?: number;
}

/**
 * The combined dissimilarity of units: α d_pos + β d_cat, with
 *
 *   d_pos = Δ∅ ((|s − s'| + |e − e'|) / (length + length'))²,  d_cat = Δ∅ if the labels differ, else 0
 *
 * Source: Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015), section 4 (see gamma.ts).
 */
export function combinedDissimilarity({
  place = 1,
  label = 1,
  toNothing = 1,
}: DissimilarityWeights = {}): Dissimilarity {
  const between = (one: Unit, other: Unit) => {
    const moved = Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
    const lengths = one.end - one.start + other.end - other.start;
    return toNothing * (place * (moved / lengths) ** 2 + (one.label === other.label ? 0 : label));
  };
  return { between, toNothing };
}
