import { type AlignmentProblem, alignmentProblem, disorderOf, type Group } from './alignment-problem.ts';
import { buildAlignment } from './build-alignment.ts';
import type { Unit } from './continuum.ts';
import type { Dissimilarity } from './dissimilarity.ts';
import { proveAlignment } from './prove-alignment.ts';

/** Units that are taken to be the same one, by coder; `undefined` for those who have none of it. */
export type UnitaryAlignment = readonly (Unit | undefined)[];

export interface Alignment {
  readonly groups: readonly UnitaryAlignment[];
  /** The sum of the disorders of the groups. */
  readonly disorder: number;
  /** Whether it is known that no alignment has less. */
  readonly isExact: boolean;
}

/**
 * The alignment with the least disorder: every unit in one group, at most one of each coder. The disorder of a
 * group is the mean dissimilarity of all pairs of coders in it, where a unit and nothing, and nothing and
 * nothing, are Δ∅ apart:
 *
 *   δ(group) = 1 / C(n, 2) · Σ_i<j d(u_i, u_j)
 *
 * For two coders it is exact. For more the problem is hard in general: an alignment is built coder by coder, and
 * a search then proves or betters it. In texts that three or more have marked very densely the search gives up
 * (`isExact` says so), and the best that was found stands.
 *
 * Source: Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015), sections 4 and 5 (see gamma.ts).
 */
export function bestAlignment(coders: readonly (readonly Unit[])[], dissimilarity: Dissimilarity): Alignment {
  const problem = alignmentProblem(coders, dissimilarity);
  const built = buildAlignment(problem);
  const { groups, isExact } =
    coders.length > 2 ? proveAlignment(problem, built) : { groups: built, isExact: true };
  return {
    groups: groups.map((group) => byCoder(problem, group)),
    disorder: disorderOf(problem, groups),
    isExact,
  };
}

function byCoder({ units, coderOf, coders }: AlignmentProblem, group: Group): UnitaryAlignment {
  const own = new Map(group.map((unit) => [coderOf[unit], units[unit]]));
  return Array.from({ length: coders }, (_, coder) => own.get(coder));
}
