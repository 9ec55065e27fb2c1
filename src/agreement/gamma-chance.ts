import { inOrder, type Unit } from './continuum.ts';
import { mean } from './numbers.ts';
import type { Random } from './random.ts';

/** Draws what coders who agree by chance alone might have marked in an article. */
export type ChanceModel = (coders: readonly (readonly Unit[])[], random: Random) => Unit[][];

/**
 * Chance as pygamma-agreement has it: each coder marks so many units, so far from each other, so long and with
 * such labels, as the coders of the article do; numbers, gaps and lengths are normally distributed, labels as
 * frequent as they are.
 *
 * Source: Titeux, H., & Riad, R. (2021). pygamma-agreement: Gamma γ measure for inter/intra-annotator agreement
 * in Python. Journal of Open Source Software 6(62), 2989; its StatisticalContinuumSampler.
 */
export const statisticalChance: ChanceModel = (coders, random) => {
  const units = coders.flat();
  const count = spreadOf(coders.map((own) => own.length));
  const gap = spreadOf(gapsOf(coders));
  const length = spreadOf(units.map(({ start, end }) => end - start));
  const drawn: Unit[][] = [];
  for (const _ of coders) {
    const number = Math.abs(Math.trunc(random.normal(count.mean, count.deviation)));
    const isFirst = drawn.every((own) => own.length === 0);
    drawn.push(drawUnits(Math.max(number, isFirst ? 1 : 0), { gap, length, units }, random));
  }
  return drawn;
};

/** How numbers lie: their mean and the deviation from it, of the population. */
interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

function spreadOf(numbers: readonly number[]): Spread {
  const middle = mean(numbers);
  return { mean: middle, deviation: Math.sqrt(mean(numbers.map((number) => (number - middle) ** 2))) };
}

/**
 * From the end of each unit to the next one's start, and from the article's start to the first, where there is
 * room.
 */
function gapsOf(coders: readonly (readonly Unit[])[]): number[] {
  const gaps = [0];
  for (const own of coders) {
    for (const [rank, unit] of own.entries()) {
      const before = own[rank - 1];
      if (before) gaps.push(unit.start - before.end);
      else if (unit.start > 0) gaps.push(unit.start);
    }
  }
  return gaps;
}

function drawUnits(
  count: number,
  { gap, length, units }: { readonly gap: Spread; readonly length: Spread; readonly units: readonly Unit[] },
  random: Random,
): Unit[] {
  const drawn: Unit[] = [];
  let last = 0;
  for (let number = 0; number < count; number++) {
    const start = last + random.normal(gap.mean, gap.deviation);
    const end = start + drawLength(length, random);
    drawn.push({ start, end, label: units[random.below(units.length)]?.label ?? '' });
    last = end;
  }
  return drawn.sort(inOrder);
}

/** Shorter than this is no unit. */
const SHORTEST = 1e-6;

function drawLength({ mean: middle, deviation }: Spread, random: Random): number {
  for (;;) {
    const length = Math.abs(random.normal(middle, deviation));
    if (length >= SHORTEST) return length;
  }
}

/**
 * Chance as the paper has it: each drawn coder is one of the coders, whose units are all moved by as much, round
 * the end of the article to its start; two are moved by at least half a unit's mean length differently, while
 * there is room for that.
 *
 * Source: Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015), section 5.2 (see gamma.ts).
 */
export const shuffledChance: ChanceModel = (coders, random) => {
  const units = coders.flat();
  const start = Math.min(...units.map((unit) => unit.start));
  const end = Math.max(...units.map((unit) => unit.end));
  const apart = mean(units.map((unit) => unit.end - unit.start)) / 2;
  const moves: number[] = [];
  const drawn = coders.map(() => {
    const move = drawMove(moves, apart, end - start, random);
    moves.push(move);
    return (coders[random.below(coders.length)] ?? [])
      .map((unit) => moved(unit, move, end, end - start))
      .sort(inOrder);
  });
  return drawn.some((own) => own.length > 0) ? drawn : shuffledChance(coders, random);
};

/** Draws that are tried before the room is taken to be used up. */
const MOST_DRAWS = 100;

function drawMove(moves: readonly number[], apart: number, length: number, random: Random): number {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const move = random.next() * length;
    if (moves.every((other) => Math.abs(move - other) >= apart)) return move;
  }
  return random.next() * length;
}

function moved(unit: Unit, move: number, end: number, length: number): Unit {
  const by = unit.start + move > end ? move - length : move;
  return { ...unit, start: unit.start + by, end: unit.end + by };
}
