import { describe, expect, test } from 'vitest';
import { areaUnderCurve, scoreClaims } from '../../../../bench/accuracy/score/claims.ts';

describe('the area under the curve', () => {
  test.each<[string, number[], number[], number]>([
    ['all claims above all others', [0.9, 0.8], [0.1, 0.2, 0.3], 100],
    ['all below', [0.1], [0.2, 0.3], 0],
    ['five of six pairs in order', [0.9, 0.4], [0.1, 0.5, 0.3], (100 * 5) / 6],
    ['a tie is half a pair', [0.5], [0.5, 0.1], 75],
    ['all the same', [0.5, 0.5], [0.5, 0.5, 0.5], 50],
    ['no claims', [], [0.5], 0],
  ])('%s', (_what, claims, others, area) => {
    expect(areaUnderCurve(claims, others)).toBeCloseTo(area);
  });
});

test('texts are ranked by their best sentence, and marked where a claim is proposed', () => {
  const answers = new Map([
    ['claim, marked', answer([0.1, 0.9], true)],
    ['claim, not marked', answer([0.4], false)],
    ['other, marked', answer([0.6], true)],
    ['other, no sentences', answer([], false)],
  ]);
  const texts = [...answers.keys()].map((text) => ({ text, isClaim: text.startsWith('claim') }));
  // Pairs in order: 0.9 over 0.6 and 0, 0.4 over 0.
  expect(scoreClaims(texts, (text) => answers.get(text) ?? answer([], false))).toEqual({
    area: 75,
    precision: 50,
    recall: 50,
  });
});

function answer(scores: number[], marked: boolean) {
  const claim = { tag: 'claim', parts: [{ start: 0, end: 1 }], reasons: [], score: 0.5 } as const;
  return { scores, suggestions: marked ? [claim] : [] };
}
