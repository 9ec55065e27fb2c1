import { describe, expect, test } from 'vitest';
import { type CodedArticle, type Mark, taggedSentences } from '../../src/agreement/coded-articles.ts';
import { pairMarks } from '../../src/agreement/paired-marks.ts';
import { randomFrom } from '../../src/agreement/random.ts';
import { studyArticles, studyTags } from '../../src/agreement/study.ts';
import type { TagStudy } from '../../src/agreement/study-report.ts';

const mark = (start: number, end: number, tag = 'claim', fields: Mark['fields'] = {}): Mark => ({
  ...{ tag, fields },
  parts: [{ start, end }],
});

/** Sentences of ten code units: nine letters and a space. */
function article(
  sentences: number,
  codings: CodedArticle['codings'],
  more: Partial<CodedArticle> = {},
): CodedArticle {
  return {
    id: 'one',
    text: 'Wordwords '.repeat(sentences),
    sentences: Array.from({ length: sentences }, (_, at) => ({ start: at * 10, end: at * 10 + 9 })),
    codings,
    final: null,
    finished: '2026-11-28',
    ...more,
  };
}

function study(
  articles: readonly CodedArticle[],
  fields: Parameters<typeof studyTags>[1]['fields'] = [],
): TagStudy {
  const [first] = studyTags(articles, { tags: ['claim'], fields, resamples: 200 });
  if (!first) throw new Error('there is no study');
  return first;
}

describe('sentences that a mark tags', () => {
  test.each([
    ['one that it lies in', 12, 16, [1]],
    ['all that it touches', 5, 25, [0, 1, 2]],
    ['none of which it holds no letter', 9, 10, []],
    ['the first alone where it ends on the space', 0, 10, [0]],
  ])('%s', (_what, start, end, expected) => {
    expect([...taggedSentences(article(4, []), [mark(start, end)], 'claim')]).toEqual(expected);
  });

  test('a quotation mark that ends on the next sentence tags nothing there', () => {
    const text = 'He spoke. “So.” It rained.';
    const sentences = [
      { start: 0, end: 9 },
      { start: 10, end: 15 },
      { start: 16, end: 26 },
    ];
    expect([...taggedSentences({ text, sentences }, [mark(0, 11)], 'claim')]).toEqual([0]);
  });

  test('marks of other tags tag nothing', () => {
    expect(taggedSentences(article(2, []), [mark(0, 9, 'quote')], 'claim').size).toBe(0);
  });
});

describe('pairs of marks', () => {
  test('are of one tag and overlap by half, best first, each mark once', () => {
    const [whole, half, far] = [mark(0, 10), mark(0, 6), mark(50, 60)];
    const other = mark(0, 9);
    expect(pairMarks([half, whole, far], [other, mark(0, 10, 'quote')])).toEqual([[whole, other]]);
    expect(pairMarks([mark(0, 4)], [mark(0, 10)])).toEqual([]);
  });
});

describe('a study of two coders', () => {
  // Of ten sentences both tag the first two, the first alone the third, the second alone the fourth.
  const ones = [mark(0, 9), mark(10, 19), mark(20, 29)];
  const others = [mark(0, 9), mark(10, 14), mark(30, 39)];
  const found = study([article(10, [ones, others])]);

  test('counts sentences by what both said of them', () => {
    expect(found.pairs.map(({ confusion }) => confusion)).toEqual([
      { both: 2, onlyFirst: 1, onlySecond: 1, neither: 6 },
    ]);
    expect(found).toMatchObject({ sentences: 10, differing: 2, prevalence: 0.3, marks: 6 });
  });

  test('has the figures of such a table', () => {
    expect(found.observed.figure.value).toBeCloseTo(0.8, 10);
    // 1 − (n − 1) · D_o / Σ n_c n_k with 14 no and 6 yes among 20 codes.
    expect(found.alpha.figure.value).toBeCloseTo(1 - (19 * 4) / (2 * 14 * 6), 10);
    expect(found.kappa.value).toBeCloseTo((0.8 - (0.3 * 0.3 + 0.7 * 0.7)) / (1 - 0.58), 10);
    // One span of three is just the same; two overlap by half.
    expect(found.exact.value).toBeCloseTo(1 / 3, 10);
    expect(found.overlap.value).toBeCloseTo(1 / 3, 10);
  });

  test('says why there is no interval of one article', () => {
    expect(found.alpha.interval).toMatchObject({ reason: 'few-articles' });
  });
});

describe('what is not there', () => {
  test('a coder who has not finished an article says nothing of it', () => {
    const found = study([article(5, [[mark(0, 9)], [], null]), article(5, [[], null, []])]);
    expect(found.sentences).toBe(10);
    expect(found.pairs.map(({ articles }) => articles)).toEqual([1, 1, 0]);
    expect(found.pairs[2]?.alpha).toMatchObject({ value: null, reason: 'nothing-doubly-coded' });
    expect(found.unitizing).toMatchObject({ value: null, reason: 'nothing-doubly-coded' });
  });

  test('no tag at all is no agreement, and says so', () => {
    const found = study([article(5, [[], []])]);
    expect(found.observed.figure.value).toBe(1);
    expect(found.alpha.figure).toMatchObject({ value: null, reason: 'one-category' });
    expect(found.exact).toMatchObject({ value: null, reason: 'no-units' });
  });
});

describe('fields', () => {
  const field = { name: 'speaker', tag: 'claim', level: 'nominal' } as const;
  const said = (speaker?: string) => mark(0, 9, 'claim', speaker === undefined ? {} : { speaker });
  const worth = (value: string) => mark(0, 9, 'claim', { worth: value });

  test.each([
    ['the same but for case', 'Ines Okafor', 'ines okafor', 1],
    ['different', 'Ines Okafor', 'Mara Lind', 0],
    ['left empty by one', 'Ines Okafor', undefined, 0],
  ])('%s', (_what, one, other, agreement) => {
    const [found] = study([article(2, [[said(one)], [said(other)]])], [field]).fields;
    expect(found).toMatchObject({ pairs: 1, observed: { value: agreement } });
  });

  test('left empty by both are not compared', () => {
    const [found] = study([article(2, [[said()], [said()]])], [field]).fields;
    expect(found).toMatchObject({ pairs: 0, alpha: { value: null, reason: 'nothing-marked-twice' } });
  });

  test('of ranks count a neighbour as nearer', () => {
    const ranks = {
      name: 'worth',
      tag: 'claim',
      level: 'ordinal',
      values: ['high', 'medium', 'low'],
    } as const;
    const alphaOf = (pairs: readonly (readonly [string, string])[]) => {
      const articles = pairs.map(([one, other]) => article(2, [[worth(one)], [worth(other)]]));
      return study(articles, [ranks]).fields[0]?.alpha.value ?? Number.NaN;
    };
    const same = ['high', 'medium', 'low'].map((value) => [value, value] as const);
    expect(alphaOf([...same, ['high', 'medium']])).toBeGreaterThan(alphaOf([...same, ['high', 'low']]));
  });
});

test('coders are held against the final coding, and weeks against each other', () => {
  const early = article(10, [[mark(0, 9), mark(10, 19)], [mark(0, 9)]], {
    final: [mark(0, 9), mark(20, 29)],
    finished: '2026-11-22',
  });
  const found = study([early, article(10, [[mark(0, 9)], [mark(0, 9)]], { finished: '2026-11-23' })]);
  expect(found.againstFinal.map(({ articles, confusion }) => ({ articles, ...confusion }))).toEqual([
    { articles: 1, both: 1, onlyFirst: 1, onlySecond: 1, neither: 7 },
    { articles: 1, both: 1, onlyFirst: 0, onlySecond: 1, neither: 8 },
  ]);
  expect(found.weeks.map(({ week, observed }) => [week, observed.value])).toEqual([
    ['2026-11-16', 0.9],
    ['2026-11-23', 1],
  ]);
});

test('articles say on how many sentences their coders differ over any tag', () => {
  const coded = article(5, [[mark(0, 9), mark(10, 19, 'quote')], [mark(0, 9)]]);
  expect(studyArticles([coded, article(3, [[], null])], ['claim', 'quote'])).toEqual([
    { articleId: 'one', coders: 2, sentences: 5, differing: 1 },
  ]);
});

test('a study with known truth lies where theory says', () => {
  // Two coders who miss a tenth of the fifth of sentences that are claims, and imagine one in fifty of the others.
  const random = randomFrom(7);
  const codings = () =>
    Array.from({ length: 20 }, () => random.next() < 0.2).map((isClaim) =>
      [0, 1].map(() => random.next() < (isClaim ? 0.9 : 0.02)),
    );
  const articles = Array.from({ length: 500 }, () => {
    const rows = codings();
    const marksOf = (coder: number) =>
      rows.flatMap((row, at) => (row[coder] ? [mark(at * 10, at * 10 + 9)] : []));
    return article(20, [marksOf(0), marksOf(1)]);
  });
  const found = study(articles);
  const observed = 0.2 * (0.81 + 0.01) + 0.8 * (0.9604 + 0.0004);
  const yes = 0.2 * 0.9 + 0.8 * 0.02;
  const expected = yes ** 2 + (1 - yes) ** 2;
  const alpha = (observed - expected) / (1 - expected);
  expect(found.observed.figure.value).toBeCloseTo(observed, 1.5);
  expect(Math.abs((found.alpha.figure.value ?? 0) - alpha)).toBeLessThan(0.03);
  const interval = found.alpha.interval;
  if ('reason' in interval) throw new Error(interval.reason);
  expect(interval.low).toBeLessThan(alpha);
  expect(interval.high).toBeGreaterThan(alpha);
});
