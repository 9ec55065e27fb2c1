import { type AlignmentProblem, type Group, savingOf } from './alignment-problem.ts';
import { type Candidate, candidateGroups } from './candidate-groups.ts';
import { at, largest } from './numbers.ts';

/**
 * Proves that an alignment is the best one, or finds a better one; says whether it came to an end. To choose
 * groups that share no unit and save most is a weighted set packing: prices of units, of which every group costs
 * at least what it saves, bound what the units that are left can save, and units are gone through from left to
 * right.
 */
export function proveAlignment(
  problem: AlignmentProblem,
  groups: readonly Group[],
): { readonly groups: readonly Group[]; readonly isExact: boolean } {
  const candidates = candidateGroups(problem);
  if (!candidates) return { groups, isExact: false };
  const parts = partsOf(problem, candidates).map((part) => provePart(problem, part, groups));
  return { groups: parts.flatMap((part) => part.groups), isExact: parts.every(({ isExact }) => isExact) };
}

/** Units that candidates connect, and these. */
interface Part {
  readonly units: readonly number[];
  readonly candidates: readonly Candidate[];
}

function partsOf({ units }: AlignmentProblem, candidates: readonly Candidate[]): Part[] {
  const leader = [...units.keys()];
  const leaderOf = (unit: number): number => {
    let found = unit;
    while (leader[found] !== found) found = leader[found] ?? found;
    leader[unit] = found;
    return found;
  };
  for (const { units: group } of candidates) {
    for (const unit of group) leader[leaderOf(unit)] = leaderOf(group[0] ?? unit);
  }
  const parts = new Map<number, { units: number[]; candidates: Candidate[] }>();
  for (const unit of units.keys()) {
    const part = parts.get(leaderOf(unit)) ?? { units: [], candidates: [] };
    part.units.push(unit);
    parts.set(leaderOf(unit), part);
  }
  for (const candidate of candidates) {
    parts.get(leaderOf(candidate.units[0] ?? 0))?.candidates.push(candidate);
  }
  return [...parts.values()];
}

function provePart(problem: AlignmentProblem, part: Part, groups: readonly Group[]) {
  const own = new Set(part.units);
  // A group that was built over two parts is no better than what it is in each.
  const known = groups
    .map((group) => group.filter((unit) => own.has(unit)))
    .filter(({ length }) => length > 0);
  const saved = known.reduce((sum, group) => sum + savingOf(problem, group), 0);
  const search = new Search(problem, part, saved);
  const better = search.run();
  return { groups: better ?? known, isExact: search.isDone };
}

/** Choices that are looked at before a search gives up. */
const MOST_STEPS = 200_000;
/** A smaller saving is one of rounding. */
const IMPROVEMENT = 1e-9;

class Search {
  isDone = true;
  readonly #order: readonly number[];
  readonly #prices: Float64Array;
  readonly #options: ReadonlyMap<number, readonly Option[]>;
  readonly #taken = new Set<number>();
  readonly #chosen: Group[] = [];
  #slack: number;
  #steps = 0;
  #best: readonly Group[] | undefined;

  constructor(problem: AlignmentProblem, { units, candidates }: Part, saved: number) {
    const startOf = (unit: number) => problem.units[unit]?.start ?? 0;
    this.#order = [...units].sort((one, other) => startOf(one) - startOf(other) || one - other);
    this.#prices = pricesOf(problem.units.length, this.#order, candidates);
    this.#slack = units.reduce((sum, unit) => sum + at(this.#prices, unit), 0) - saved - IMPROVEMENT;
    this.#options = this.#optionsOf(candidates);
  }

  /** Groups that save more than those that are known; nothing where there are none. */
  run(): readonly Group[] | undefined {
    this.#choose(0, 0);
    return this.#best;
  }

  /** What a group costs more than it saves; the cheapest first, so that good alignments are found early. */
  #optionsOf(candidates: readonly Candidate[]): Map<number, Option[]> {
    const options = new Map<number, Option[]>(
      this.#order.map((unit) => [unit, [{ units: [unit], cost: at(this.#prices, unit) }]]),
    );
    for (const { units, saving } of candidates) {
      const cost = units.reduce((sum, unit) => sum + at(this.#prices, unit), 0) - saving;
      for (const unit of units) options.get(unit)?.push({ units, cost });
    }
    for (const list of options.values()) list.sort((one, other) => one.cost - other.cost);
    return options;
  }

  #choose(from: number, spent: number): void {
    let rank = from;
    while (rank < this.#order.length && this.#taken.has(this.#order[rank] ?? 0)) rank++;
    const unit = this.#order[rank];
    if (unit === undefined) {
      this.#best = [...this.#chosen];
      this.#slack = spent - IMPROVEMENT;
      return;
    }
    for (const { units, cost } of this.#options.get(unit) ?? []) {
      if (spent + cost >= this.#slack) return;
      if (++this.#steps > MOST_STEPS) {
        this.isDone = false;
        return;
      }
      if (units.some((other) => this.#taken.has(other))) continue;
      this.#take(units);
      this.#choose(rank + 1, spent + cost);
      this.#giveBack(units);
    }
  }

  #take(units: Group): void {
    for (const unit of units) this.#taken.add(unit);
    this.#chosen.push(units);
  }

  #giveBack(units: Group): void {
    for (const unit of units) this.#taken.delete(unit);
    this.#chosen.pop();
  }
}

interface Option {
  readonly units: Group;
  readonly cost: number;
}

/** Rounds in which every price is lowered as far as the groups allow. */
const PRICE_ROUNDS = 60;

/**
 * Prices that are as low as can be found while no group costs less than it saves. Each is first an equal part of
 * the best group's saving, then lowered in turn, from left to right and back, by half of what it could fall, so
 * that no unit takes all of it.
 */
function pricesOf(count: number, order: readonly number[], candidates: readonly Candidate[]): Float64Array {
  const prices = new Float64Array(count);
  const groupsOf = new Map<number, Candidate[]>(order.map((unit) => [unit, []]));
  for (const candidate of candidates) {
    for (const unit of candidate.units) {
      groupsOf.get(unit)?.push(candidate);
      prices[unit] = Math.max(at(prices, unit), candidate.saving / candidate.units.length);
    }
  }
  const needed = (unit: number) =>
    largest([
      0,
      ...(groupsOf.get(unit) ?? []).map(
        ({ units, saving }) => saving - costOf(units, prices) + at(prices, unit),
      ),
    ]);
  for (let round = 0; round < PRICE_ROUNDS; round++) {
    const share = round < PRICE_ROUNDS - 2 ? 1 / 2 : 1;
    for (const unit of round % 2 ? [...order].reverse() : order) {
      prices[unit] = at(prices, unit) + share * (needed(unit) - at(prices, unit));
    }
  }
  return prices;
}

function costOf(units: Group, prices: Float64Array): number {
  return units.reduce((sum, unit) => sum + at(prices, unit), 0);
}
