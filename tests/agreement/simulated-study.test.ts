import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/alpha.ts';
import { bootstrapInterval } from '../../src/agreement/bootstrap.ts';
import { cohenKappa } from '../../src/agreement/cohen.ts';
import type { Continuum, Unit } from '../../src/agreement/continuum.ts';
import { figureOfAll } from '../../src/agreement/figure.ts';
import { fleissKappa } from '../../src/agreement/fleiss.ts';
import { gwetAc1 } from '../../src/agreement/gwet-ac1.ts';
import { nominal } from '../../src/agreement/levels.ts';
import { observedAgreement } from '../../src/agreement/observed.ts';
import { type Random, randomFrom } from '../../src/agreement/random.ts';
import { codeRatings } from '../../src/agreement/ratings.ts';
import { scottPi } from '../../src/agreement/scott.ts';
import { atOverlap, exactly, spanScore } from '../../src/agreement/span-f1.ts';

/** How coders err: what they miss of what is there, and what they see that is not. */
interface Coder {
  readonly misses: number;
  readonly imagines: number;
}

/** As digits: 0.025 and 0.01 either way. */
const CLOSE = 1.3;
const CLOSER = 1.7;

const ARTICLES = 400;
const SENTENCES = 25;
const PREVALENCE = 0.2;

function says({ misses, imagines }: Coder, truth: boolean, random: Random): boolean {
  return random.next() < (truth ? 1 - misses : imagines);
}

function sentenceStudy(coders: readonly Coder[], random: Random) {
  return Array.from({ length: ARTICLES }, () =>
    Array.from({ length: SENTENCES }, () => {
      const truth = random.next() < PREVALENCE;
      return [truth, ...coders.map((coder) => says(coder, truth, random))].map((yes) =>
        yes ? 'claim' : 'none',
      );
    }),
  );
}

/** How often a coder says yes, and how often two agree, by their rates. */
const yesOf = ({ misses, imagines }: Coder) => PREVALENCE * (1 - misses) + (1 - PREVALENCE) * imagines;

function agreeing(one: Coder, other: Coder): number {
  const both = (yes: number, too: number) => yes * too + (1 - yes) * (1 - too);
  return (
    PREVALENCE * both(1 - one.misses, 1 - other.misses) +
    (1 - PREVALENCE) * both(one.imagines, other.imagines)
  );
}

const corrected = (observed: number, expected: number) => (observed - expected) / (1 - expected);

describe('a study of sentences, coded by three who err independently', () => {
  const careful: Coder = { misses: 0.1, imagines: 0.02 };
  const hasty: Coder = { misses: 0.3, imagines: 0.05 };
  const eager: Coder = { misses: 0.05, imagines: 0.12 };
  const rated = sentenceStudy([careful, hasty, eager], randomFrom(21));
  const columns = (...chosen: number[]) =>
    codeRatings(rated.map((items) => items.map((item) => chosen.map((column) => item[column] ?? null))));

  test.each([
    ['careful and hasty', 1, 2, careful, hasty],
    ['careful and eager', 1, 3, careful, eager],
    ['hasty and eager', 2, 3, hasty, eager],
  ])('κ, π, α and AC1 of two lie where their rates say: %s', (_name, first, second, one, other) => {
    const ratings = columns(first, second);
    const observed = agreeing(one, other);
    const [yes, too] = [yesOf(one), yesOf(other)];
    const middle = (yes + too) / 2;
    const pi = corrected(observed, middle ** 2 + (1 - middle) ** 2);
    expect(figureOfAll(observedAgreement(ratings)).value).toBeCloseTo(observed, CLOSER);
    expect(figureOfAll(cohenKappa(ratings)).value).toBeCloseTo(
      corrected(observed, yes * too + (1 - yes) * (1 - too)),
      CLOSE,
    );
    expect(figureOfAll(scottPi(ratings)).value).toBeCloseTo(pi, CLOSE);
    expect(figureOfAll(gwetAc1(ratings)).value).toBeCloseTo(
      corrected(observed, 2 * middle * (1 - middle)),
      CLOSE,
    );
    const alpha = krippendorffAlpha(ratings, nominal);
    const interval = bootstrapInterval(alpha, { resamples: 500, confidence: 0.99 });
    expect('low' in interval && interval.low < pi && pi < interval.high).toBe(true);
  });

  test('α and κ of all three are those of the pairs together', () => {
    const pairs = [
      [careful, hasty],
      [careful, eager],
      [hasty, eager],
    ] as const;
    const observed = pairs.reduce((sum, [one, other]) => sum + agreeing(one, other), 0) / 3;
    const yes = (yesOf(careful) + yesOf(hasty) + yesOf(eager)) / 3;
    const expected = corrected(observed, yes ** 2 + (1 - yes) ** 2);
    const ratings = columns(1, 2, 3);
    expect(figureOfAll(fleissKappa(ratings)).value).toBeCloseTo(expected, CLOSE);
    expect(figureOfAll(krippendorffAlpha(ratings, nominal)).value).toBeCloseTo(expected, CLOSE);
  });

  test('F1 of a coder against the truth lies where the rates say', () => {
    const sentence = (yes: string | undefined, place: number): Unit[] =>
      yes === 'claim' ? [{ start: 10 * place, end: 10 * place + 9, label: 'claim' }] : [];
    const continua = rated.map((items): Continuum => {
      const coders = [0, 2].map((column) => items.flatMap((item, place) => sentence(item[column], place)));
      return { start: 0, end: 10 * SENTENCES, coders };
    });
    const found = PREVALENCE * (1 - hasty.misses);
    const figures = (score: 'precision' | 'recall' | 'f1') =>
      figureOfAll(spanScore(continua, exactly, score)).value;
    expect(figures('recall')).toBeCloseTo(1 - hasty.misses, CLOSE);
    expect(figures('precision')).toBeCloseTo(found / yesOf(hasty), CLOSE);
    expect(figures('f1')).toBeCloseTo((2 * found) / (PREVALENCE + yesOf(hasty)), CLOSE);
  });
});

describe('a study of spans, of which coders miss some, and draw some too wide', () => {
  const MISSES = 0.15;
  const WIDENS = 0.25;
  const random = randomFrom(22);
  const truths = Array.from({ length: 300 }, () =>
    Array.from({ length: 8 }, (_, place): Unit => {
      const start = 100 * place + random.below(40);
      return { start, end: start + 20 + random.below(20), label: random.next() < 0.5 ? 'claim' : 'quote' };
    }),
  );
  const mark = (truth: readonly Unit[]) =>
    truth.flatMap((one): Unit[] => {
      if (random.next() < MISSES) return [];
      return [random.next() < WIDENS ? { ...one, end: one.end + 2 + random.below(8) } : one];
    });
  const continua = truths.map(
    (truth): Continuum => ({ start: 0, end: 800, coders: [mark(truth), mark(truth)] }),
  );
  const f1 = (match: Parameters<typeof spanScore>[1]) => figureOfAll(spanScore(continua, match)).value;

  test('F1 at overlap counts what both have found, exact F1 what both have drawn alike', () => {
    expect(f1(atOverlap(0.5))).toBeCloseTo(1 - MISSES, CLOSE);
    // Two that are widened are so by the same length once in eight times.
    const alike = (1 - WIDENS) ** 2 + WIDENS ** 2 / 8;
    expect(f1(exactly)).toBeCloseTo((1 - MISSES) * alike, CLOSE);
  });
});
