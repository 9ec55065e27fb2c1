import { type AlignmentProblem, disorderOf, type Group, gainWith } from './alignment-problem.ts';
import { cheapestMatching, type Saving } from './cheapest-matching.ts';

/** Rounds in which every coder's units are taken out and added again. */
const MOST_ROUNDS = 20;
/** A smaller one is one of rounding. */
const IMPROVEMENT = 1e-9;

/**
 * An alignment that is built coder by coder: each one's units are added to the groups that there are at least
 * cost. With two coders it is the best one; with more, each coder's units are then taken out and added again as
 * long as that helps.
 */
export function buildAlignment(problem: AlignmentProblem): readonly Group[] {
  const coders = Array.from({ length: problem.coders }, (_, coder) => coder);
  let groups: readonly Group[] = [];
  for (const coder of coders) groups = addCoder(problem, groups, coder);
  for (let round = 0; problem.coders > 2 && round < MOST_ROUNDS; round++) {
    const before = disorderOf(problem, groups);
    for (const coder of coders) groups = addCoder(problem, withoutCoder(problem, groups, coder), coder);
    if (disorderOf(problem, groups) > before - IMPROVEMENT) break;
  }
  return groups;
}

function withoutCoder({ coderOf }: AlignmentProblem, groups: readonly Group[], coder: number): Group[] {
  return groups
    .map((group) => group.filter((unit) => coderOf[unit] !== coder))
    .filter((group) => group.length > 0);
}

function addCoder(problem: AlignmentProblem, groups: readonly Group[], coder: number): Group[] {
  const own = [...problem.units.keys()].filter((unit) => problem.coderOf[unit] === coder);
  const savings = own.map((unit) =>
    groups.flatMap((group, partner): Saving[] => {
      const saving = problem.toNothing + gainWith(problem, unit, group);
      return saving > 0 ? [{ partner, saving }] : [];
    }),
  );
  const joining = new Map<number, number>();
  const alone: Group[] = [];
  for (const [rank, partner] of cheapestMatching(savings, groups.length).entries()) {
    const unit = own[rank] ?? 0;
    if (partner === undefined) alone.push([unit]);
    else joining.set(partner, unit);
  }
  const joined = groups.map((group, number) => {
    const unit = joining.get(number);
    return unit === undefined ? group : [...group, unit];
  });
  return [...joined, ...alone];
}
