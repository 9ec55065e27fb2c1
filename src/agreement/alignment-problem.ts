import type { Unit } from './continuum.ts';
import type { Dissimilarity } from './dissimilarity.ts';
import { pairsOf } from './numbers.ts';

/** The numbers of units that are taken to be the same one, at most one of each coder. */
export type Group = readonly number[];

/** Units to be grouped. */
export interface AlignmentProblem {
  readonly units: readonly Unit[];
  /** Of each unit, by its number, whose it is. */
  readonly coderOf: readonly number[];
  readonly coders: number;
  /** Δ∅, which is also what a unit costs that is alone. */
  readonly toNothing: number;
  /**
   * What it gains to have units of two coders in one group: (Δ∅ − d) / C(n, 2). A group has the disorder Δ∅ less
   * the gains of its pairs, so joining two groups saves Δ∅ and what is gained between them.
   */
  readonly gain: (one: number, other: number) => number;
  /** How many pairs of coders there are. */
  readonly pairs: number;
}

export function alignmentProblem(
  byCoder: readonly (readonly Unit[])[],
  { between, toNothing }: Dissimilarity,
): AlignmentProblem {
  const units = byCoder.flat();
  const pairs = pairsOf(byCoder.length).length;
  const gain = (one: number, other: number) => {
    const [unit, than] = [units[one], units[other]];
    return unit && than ? (toNothing - between(unit, than)) / pairs : 0;
  };
  return {
    units,
    coderOf: byCoder.flatMap((own, coder) => own.map(() => coder)),
    coders: byCoder.length,
    toNothing,
    gain,
    pairs,
  };
}

/** What a unit gains with all of a group. */
export function gainWith(problem: AlignmentProblem, unit: number, group: Group): number {
  let sum = 0;
  for (const other of group) sum += problem.gain(unit, other);
  return sum;
}

/** What a group saves against its units alone. */
export function savingOf(problem: AlignmentProblem, group: Group): number {
  let saving = 0;
  for (const [rank, unit] of group.entries()) {
    if (rank > 0) saving += problem.toNothing + gainWith(problem, unit, group.slice(0, rank));
  }
  return saving;
}

/** The disorder of groups that hold every unit once. */
export function disorderOf(problem: AlignmentProblem, groups: readonly Group[]): number {
  let disorder = problem.units.length * problem.toNothing;
  for (const group of groups) disorder -= savingOf(problem, group);
  return disorder;
}
