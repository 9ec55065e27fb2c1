import { type AlignmentProblem, type Group, gainWith, savingOf } from './alignment-problem.ts';

/** A group that may stand in the best alignment, and what it saves. */
export interface Candidate {
  readonly units: Group;
  readonly saving: number;
}

/** More than these are not looked at. */
const MOST_CANDIDATES = 60_000;

/**
 * All groups of two units or more that may stand in the best alignment; `undefined` where they are too many. A
 * group cannot if one of its units would better be alone, or if it would better be two groups.
 */
export function candidateGroups(problem: AlignmentProblem): Candidate[] | undefined {
  const found: Candidate[] = [];
  const near = nearUnits(problem);
  for (const unit of problem.units.keys()) {
    if (!extend(problem, [unit], near[unit] ?? [], near, found)) return undefined;
  }
  return found;
}

/** Of each unit those of later coders that may share a group with it. */
function nearUnits(problem: AlignmentProblem): number[][] {
  const { units, coderOf, coders, gain, toNothing } = problem;
  const withOthers = (coders - 2) * mostGain(problem);
  return units.map((_, unit) =>
    [...units.keys()].filter((other) => {
      const isLater = (coderOf[other] ?? 0) > (coderOf[unit] ?? 0);
      return isLater && toNothing + gain(unit, other) + withOthers > 0;
    }),
  );
}

/** What a pair gains at most: that of the same place and label. */
function mostGain({ toNothing, pairs }: AlignmentProblem): number {
  return toNothing / pairs;
}

/** Adds the groups that begin with these units; false once there are too many. */
function extend(
  problem: AlignmentProblem,
  units: Group,
  options: readonly number[],
  near: readonly (readonly number[])[],
  found: Candidate[],
): boolean {
  for (const option of options) {
    const group = [...units, option];
    if (!mayGrow(problem, group)) continue;
    if (isUseful(problem, group)) found.push({ units: group, saving: savingOf(problem, group) });
    if (found.length > MOST_CANDIDATES) return false;
    const next = (near[option] ?? []).filter((later) => options.includes(later));
    if (!extend(problem, group, next, near, found)) return false;
  }
  return true;
}

/**
 * Whether each unit may still be worth its place, if the coders that are left agree with it as far as they can.
 */
function mayGrow(problem: AlignmentProblem, group: Group): boolean {
  const coder = problem.coderOf[group.at(-1) ?? 0] ?? 0;
  const left = (problem.coders - 1 - coder) * mostGain(problem);
  return group.every((unit) => {
    const others = group.filter((other) => other !== unit);
    return problem.toNothing + gainWith(problem, unit, others) + left > 0;
  });
}

/** Whether no way to part the group in two is as good. */
function isUseful(problem: AlignmentProblem, group: Group): boolean {
  const ways = 2 ** (group.length - 1);
  for (let way = 1; way < ways; way++) {
    // The last unit stays on the one side, so that each way is looked at once.
    const [one, other] = [
      group.filter((_, rank) => way & (1 << rank)),
      group.filter((_, rank) => !(way & (1 << rank))),
    ];
    let between = problem.toNothing;
    for (const unit of one) between += gainWith(problem, unit, other);
    if (between <= 0) return false;
  }
  return true;
}
