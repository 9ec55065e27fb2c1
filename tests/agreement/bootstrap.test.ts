import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/alpha.ts';
import { type BootstrapInterval, bootstrapInterval } from '../../src/agreement/bootstrap.ts';
import { cohenKappa } from '../../src/agreement/cohen.ts';
import { figureOfAll } from '../../src/agreement/figure.ts';
import { nominal } from '../../src/agreement/levels.ts';
import { observedAgreement } from '../../src/agreement/observed.ts';
import { type Random, randomFrom } from '../../src/agreement/random.ts';
import { codeRatings, type Ratings } from '../../src/agreement/ratings.ts';
import { articlesForWidth, itemsForWidth } from '../../src/agreement/sample-size.ts';
import { scottPi } from '../../src/agreement/scott.ts';

/**
 * Articles of some sentences, which two coders code independently of each other; how common a "yes" is differs by
 * article.
 */
function study(random: Random, articles: number, sentences = 12, error = 0.1): Ratings[] {
  return Array.from({ length: articles }, () => {
    const prevalence = 0.1 + 0.5 * random.next();
    return Array.from({ length: sentences }, () => {
      const truth = random.next() < prevalence;
      return [0, 1].map(() => ((random.next() < error ? !truth : truth) ? 'yes' : 'no'));
    });
  });
}

function width(interval: BootstrapInterval): number {
  return 'low' in interval ? interval.high - interval.low : Number.NaN;
}

describe('an interval', () => {
  const measured = krippendorffAlpha(codeRatings(study(randomFrom(1), 30)), nominal);

  test('is the same for the same seed, and holds the figure', () => {
    const interval = bootstrapInterval(measured, { seed: 4 });
    expect(bootstrapInterval(measured, { seed: 4 })).toEqual(interval);
    expect(bootstrapInterval(measured, { seed: 5 })).not.toEqual(interval);
    const { value } = figureOfAll(measured);
    if (!('low' in interval)) throw new Error('there is no interval');
    expect(interval.low).toBeLessThan(value ?? 0);
    expect(interval.high).toBeGreaterThan(value ?? 0);
  });

  test('is wider for more confidence', () => {
    expect(width(bootstrapInterval(measured, { confidence: 0.99 }))).toBeGreaterThan(
      width(bootstrapInterval(measured, { confidence: 0.8 })),
    );
  });

  test('is none under six articles, and rough under twenty', () => {
    const of = (articles: number) =>
      bootstrapInterval(observedAgreement(codeRatings(study(randomFrom(2), articles))), { resamples: 100 });
    expect(of(5)).toMatchObject({ reason: 'few-articles', articles: 5 });
    expect(of(6)).toMatchObject({ isRough: true });
    expect(of(19)).toMatchObject({ isRough: true });
    expect(of(20)).toMatchObject({ isRough: false });
  });

  test('is none without a value, and leaves out resamples without one', () => {
    const same = Array.from({ length: 20 }, () => [['no', 'no']]);
    expect(bootstrapInterval(scottPi(codeRatings(same)))).toMatchObject({ reason: 'no-value' });
    const oneYes = [...same, [['yes', 'yes']]];
    const found = bootstrapInterval(scottPi(codeRatings(oneYes)), { resamples: 1000 });
    // The article with the "yes" is missing from (20/21)^21 of the resamples.
    expect('low' in found && found.undefinedResamples / 1000).toBeCloseTo((20 / 21) ** 21, 1);
  });

  test('of articles is wider than one of sentences that are taken to be independent', () => {
    const random = randomFrom(3);
    // Coders differ on the whole article or on nothing of it.
    const articles = Array.from({ length: 40 }, () => {
      const differ = random.next() < 0.3;
      return Array.from({ length: 10 }, (_, item) => [
        item % 2 ? 'yes' : 'no',
        (item % 2 === 1) !== differ ? 'yes' : 'no',
      ]);
    });
    const byArticle = bootstrapInterval(observedAgreement(codeRatings(articles)));
    const bySentence = bootstrapInterval(
      observedAgreement(codeRatings(articles.flat().map((item) => [item]))),
    );
    expect(width(byArticle)).toBeGreaterThan(2 * width(bySentence));
  });

  test('covers what is true in about as many studies as it says', () => {
    const random = randomFrom(6);
    const truth = figureOfAll(scottPi(codeRatings(study(random, 4000)))).value ?? Number.NaN;
    const studies = 150;
    let covered = 0;
    for (let number = 0; number < studies; number++) {
      const found = bootstrapInterval(scottPi(codeRatings(study(random, 30))), { resamples: 300 });
      if ('low' in found && found.low <= truth && truth <= found.high) covered++;
    }
    expect(covered / studies).toBeGreaterThan(0.88);
    expect(covered / studies).toBeLessThan(0.99);
  });
});

describe('how much is needed', () => {
  test('for half the width, four times as many articles', () => {
    expect(articlesForWidth({ articles: 25, low: 0.5, high: 0.9, width: 0.2 })).toBe(100);
    expect(() => articlesForWidth({ articles: 25, low: 0.5, high: 0.9, width: 0 })).toThrow(RangeError);
  });

  test.each([
    [0.1, 0.3],
    [0.2, 0.15],
  ])('for κ before anything is coded: error %s, prevalence %s', (error, prevalence) => {
    const random = randomFrom(9);
    const yes = prevalence * (1 - error) + (1 - prevalence) * error;
    const observed = 1 - 2 * error * (1 - error);
    const expected = yes ** 2 + (1 - yes) ** 2;
    const kappa = (observed - expected) / (1 - expected);
    const items = itemsForWidth({ kappa, prevalence: yes, width: 0.2 });
    // Of studies of that size, 95 % lie within a tenth of the true κ.
    const studies = 200;
    let within = 0;
    for (let number = 0; number < studies; number++) {
      const rated = Array.from({ length: items }, () => {
        const truth = random.next() < prevalence;
        return [0, 1].map(() => Number(random.next() < error ? !truth : truth));
      });
      const { value } = figureOfAll(scottPi(codeRatings([rated])));
      if (Math.abs((value ?? 0) - kappa) <= 0.1) within++;
    }
    expect(within / studies).toBeGreaterThan(0.91);
    expect(within / studies).toBeLessThan(0.99);
  });

  test.each([
    { kappa: 0.7, prevalence: 0, width: 0.2 },
    { kappa: 1, prevalence: 0.5, width: 0.2 },
    { kappa: 0.7, prevalence: 0.5, width: 0 },
  ])('throws for what cannot be: %o', (asked) => {
    expect(() => itemsForWidth(asked)).toThrow(RangeError);
  });
});

test('random numbers are even, normal, and their own for each seed', () => {
  const random = randomFrom(1);
  const drawn = Array.from({ length: 20_000 }, () => random.next());
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length).toBeCloseTo(0.5, 1);
  const normal = Array.from({ length: 20_000 }, () => random.normal(10, 3));
  const mean = normal.reduce((sum, one) => sum + one, 0) / normal.length;
  expect(mean).toBeCloseTo(10, 0);
  expect(normal.filter((one) => Math.abs(one - 10) < 3 * 1.96).length / normal.length).toBeCloseTo(0.95, 1);
  expect(randomFrom(2).next()).not.toBe(randomFrom(3).next());
});

test('κ is taken from the same sums as any choice of articles', () => {
  const articles = study(randomFrom(8), 8);
  const some = articles.slice(2, 5);
  const all = cohenKappa(codeRatings(articles));
  const chosen = { ...all, articles: all.articles.slice(2, 5) };
  expect(figureOfAll(chosen).value).toBeCloseTo(
    figureOfAll(cohenKappa(codeRatings(some))).value ?? Number.NaN,
    12,
  );
});
