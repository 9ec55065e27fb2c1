import { fromAgreement, gather, type Measured, noFigure } from './figure.ts';
import { at } from './numbers.ts';
import { type CodedRatings, MISSING } from './ratings.ts';
import { chanceOfSame, sharesOf } from './shares.ts';

const ITEMS = 0;
const SAME = 1;
const FIRST_COUNT = 2;

/**
 * Scott's π for two coders: chance is drawn from how common each category is with both together, so a coder who
 * uses a category more often than the other counts as disagreeing, where Cohen's κ counts it as a habit. Items
 * that only one has rated are left out. For more coders it is Fleiss' κ.
 *
 *   π = (P_o − P_e) / (1 − P_e),  P_e = Σ_k ((n_1k + n_2k) / 2n)²
 *
 * Source: Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public Opinion
 * Quarterly 19(3), 321–325.
 */
export function scottPi({ articles, categories, coders }: CodedRatings): Measured {
  return {
    length: FIRST_COUNT + categories.length,
    articles: articles.map((items) =>
      gather((addTo) => {
        for (const item of items) {
          const [one, other] = [item[0] ?? MISSING, item[1] ?? MISSING];
          if (one === MISSING || other === MISSING) continue;
          addTo(ITEMS, 1);
          if (one === other) addTo(SAME, 1);
          addTo(FIRST_COUNT + one, 1);
          addTo(FIRST_COUNT + other, 1);
        }
      }),
    ),
    figureOf: (sums) => {
      if (coders < 2) return noFigure('one-coder');
      if (coders > 2) return noFigure('more-than-two-coders');
      if (at(sums, ITEMS) === 0) return noFigure('nothing-doubly-coded');
      const expected = chanceOfSame(sharesOf(sums.slice(FIRST_COUNT)));
      return fromAgreement(at(sums, SAME) / at(sums, ITEMS), expected);
    },
  };
}
