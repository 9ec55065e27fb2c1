import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AssignableArticle,
  type AssignableCoder,
  type AssignmentPlan,
  planAssignments,
  sampleSize,
} from '../../src/domain/assignment.ts';
import { MAX_SEED } from '../../src/domain/seeded.ts';

const seeds = fc.integer({ min: 0, max: MAX_SEED });
const shares = fc.constantFrom(0, 0.1, 0.15, 0.2, 0.5, 1);
const people = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
const loads = fc.constantFrom(fc.constant(0), fc.nat({ max: 300 }));

const coderLists = fc
  .tuple(people, loads)
  .chain(([ids, load]) =>
    fc.tuple(...ids.map((id) => load.map((of): AssignableCoder => ({ id, load: of })))),
  );

/** Articles of which nobody has any; the bound is tightest where all are about as long as the longest. */
const freshArticles = fc
  .oneof(
    fc.array(fc.nat({ max: 120 }), { maxLength: 60 }),
    fc.array(fc.integer({ min: 50, max: 60 }), { minLength: 20, maxLength: 60 }),
  )
  .map((lengths) => lengths.map((sentences, at) => ({ id: `n${at}`, sentences, coders: [] })));

/** Articles that some have already, people who are not asked among them. */
const someHave = fc
  .array(
    fc.tuple(fc.nat({ max: 120 }), fc.uniqueArray(fc.constantFrom(...'abcdefghijxyz'), { maxLength: 4 })),
    { maxLength: 40 },
  )
  .map((all) => all.map(([sentences, coders], at) => ({ id: `n${at}`, sentences, coders })));

const choices = fc.record({ codersEach: fc.integer({ min: 1, max: 5 }), share: shares, seed: seeds });

const lengthOf = ({ sentences }: AssignableArticle) => Math.max(1, sentences);
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);

function holdersOf(plan: AssignmentPlan, article: AssignableArticle): string[] {
  const given = plan.assignments.filter(({ articleId }) => articleId === article.id);
  return [...article.coders, ...given.map(({ coderId }) => coderId)];
}

describe('a plan', () => {
  test('gives nobody an article twice, and every article to as many as it should go to', () => {
    fc.assert(
      fc.property(someHave, coderLists, choices, (articles, coders, choice) => {
        const plan = planAssignments(articles, coders, choice);
        for (const article of articles) {
          const holders = holdersOf(plan, article);
          expect(new Set(holders).size).toBe(holders.length);
          if (plan.sample.includes(article.id)) {
            expect(coders.every(({ id }) => holders.includes(id))).toBe(true);
          } else {
            const wanted = Math.max(choice.codersEach, article.coders.length);
            expect(holders.length + (plan.missing.get(article.id) ?? 0)).toBe(wanted);
          }
        }
      }),
    );
  });

  test('misses coders only of articles that all of them have', () => {
    fc.assert(
      fc.property(someHave, coderLists, choices, (articles, coders, choice) => {
        const plan = planAssignments(articles, coders, choice);
        for (const article of articles) {
          if (!plan.missing.has(article.id)) continue;
          const holders = holdersOf(plan, article);
          expect(coders.every(({ id }) => holders.includes(id))).toBe(true);
        }
      }),
    );
  });

  test('keeps the loads as even as it says', () => {
    fc.assert(
      fc.property(freshArticles, coderLists, choices, (articles, coders, choice) => {
        const before = spread(coders.map(({ load }) => load));
        const longest = Math.max(0, ...articles.map(lengthOf));
        const { shares } = planAssignments(articles, coders, choice);
        expect(spread(shares.map(({ load }) => load))).toBeLessThanOrEqual(Math.max(before, longest));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same in whatever order things come', () => {
    const shuffles = fc
      .tuple(someHave, coderLists, choices)
      .chain(([articles, coders, choice]) =>
        fc.tuple(
          fc.constant({ articles, coders, choice }),
          fc.shuffledSubarray(articles, { minLength: articles.length }),
          fc.shuffledSubarray([...coders], { minLength: coders.length }),
        ),
      );
    const asSet = ({ assignments, sample }: AssignmentPlan) => ({
      given: new Set(assignments.map(({ articleId, coderId }) => `${articleId} ${coderId}`)),
      sample: new Set(sample),
    });
    fc.assert(
      fc.property(shuffles, ([{ articles, coders, choice }, others, otherCoders]) => {
        expect(asSet(planAssignments(others, otherCoders, choice))).toEqual(
          asSet(planAssignments(articles, coders, choice)),
        );
      }),
    );
  });

  test('tells each coder what they get', () => {
    fc.assert(
      fc.property(someHave, coderLists, choices, (articles, coders, choice) => {
        const { assignments, shares } = planAssignments(articles, coders, choice);
        expect(shares.map(({ coderId }) => coderId)).toEqual(coders.map(({ id }) => id));
        for (const share of shares) {
          const own = assignments.filter(({ coderId }) => coderId === share.coderId);
          const sentences = own.map(
            ({ articleId }) => articles.find(({ id }) => id === articleId)?.sentences,
          );
          expect(share.articles).toBe(own.length);
          expect(share.sentences).toBe(sentences.reduce<number>((sum, count) => sum + (count ?? 0), 0));
        }
      }),
    );
  });
});

const ten = (count: number): AssignableArticle[] =>
  Array.from({ length: count }, (_, at) => ({ id: `n${at}`, sentences: 10, coders: [] }));
const four = [...'abcd'].map((id): AssignableCoder => ({ id, load: 0 }));

describe('equally long articles', () => {
  test('come to everybody equally often, and every two coders meet', () => {
    const { assignments, shares } = planAssignments(ten(60), four, { codersEach: 2, share: 0, seed: 1 });
    expect(shares.map(({ articles }) => articles)).toEqual([30, 30, 30, 30]);
    const pairs = new Map<string, number>();
    for (const { id } of ten(60)) {
      const pair = assignments.filter(({ articleId }) => articleId === id).map(({ coderId }) => coderId);
      pairs.set(pair.join(''), (pairs.get(pair.join('')) ?? 0) + 1);
    }
    expect([...pairs.keys()].sort()).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']);
    expect(spread([...pairs.values()])).toBeLessThanOrEqual(1);
  });

  test('of different lengths mix the coders as well', () => {
    const articles = ten(60).map((article, at) => ({ ...article, sentences: 20 + ((at * 37) % 41) }));
    const { assignments, shares } = planAssignments(articles, four, { codersEach: 2, share: 0, seed: 1 });
    const pairs = articles.map(({ id }) =>
      assignments
        .filter(({ articleId }) => articleId === id)
        .map(({ coderId }) => coderId)
        .join(''),
    );
    const counts = ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'].map((pair) => pairs.filter((p) => p === pair).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(7);
    expect(spread(shares.map(({ load }) => load))).toBeLessThanOrEqual(20);
  });
});

test('who has more before them gets less', () => {
  const coders = [
    { id: 'a', load: 100 },
    { id: 'b', load: 0 },
  ];
  const { shares } = planAssignments(ten(20), coders, { codersEach: 1, share: 0, seed: 3 });
  expect(shares.map(({ articles, load }) => [articles, load])).toEqual([
    [5, 150],
    [15, 150],
  ]);
});

test('the sample is drawn by the seed, and another seed draws another', () => {
  const draw = (seed: number) => planAssignments(ten(200), four, { codersEach: 1, share: 0.1, seed }).sample;
  expect(draw(7)).toHaveLength(20);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test.each([
  [100, 0, 0],
  [100, 0.15, 15],
  [3, 0.1, 1],
  [0, 0.2, 0],
  [5, 1, 5],
])('of %i articles a share of %d is %i', (articles, share, size) => {
  expect(sampleSize(articles, share)).toBe(size);
});

test('who had an article once does not get it again, and does not count', () => {
  const articles = ten(4).map((article) => ({ ...article, barred: ['a', 'z'] }));
  const { assignments } = planAssignments(articles, four, { codersEach: 3, share: 0.25, seed: 5 });
  expect(assignments).toHaveLength(12);
  expect(assignments.filter(({ coderId }) => coderId === 'a')).toEqual([]);
});

test('without coders nothing is given, and it is said', () => {
  const plan = planAssignments(ten(2), [], { codersEach: 3, share: 0, seed: 0 });
  expect(plan.assignments).toEqual([]);
  expect([...plan.missing].sort()).toEqual([
    ['n0', 3],
    ['n1', 3],
  ]);
});
