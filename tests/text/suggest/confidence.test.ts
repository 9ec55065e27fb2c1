import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf } from '../../../src/text/suggest/confidence.ts';
import type {
  ClaimSuggestion,
  QuoteSuggestion,
  QuoteType,
  StatisticSuggestion,
} from '../../../src/text/suggest/suggestion.ts';

const base = { parts: [{ start: 0, end: 9 }], reasons: [] as const };
const speaker = { speaker: 'Ines Okafor', speakerResolved: true };
const pronoun = { speaker: 'she', speakerResolved: false };
const cue = { cue: 'said' };

function quote(quoteType: QuoteType, more: Partial<QuoteSuggestion> = {}): number {
  return confidenceOf({ ...base, tag: 'quote', quoteType, ...more });
}

function statistic(more: Partial<StatisticSuggestion> = {}): number {
  return confidenceOf({ ...base, tag: 'statistic', value: 4, kind: 'level', ...more });
}

describe('a quote is the safer', () => {
  test.each([
    ['the more of it stands between marks', [quote('direct'), quote('mixed'), quote('indirect')]],
    [
      'with a speaker, and one who is resolved',
      [quote('indirect', speaker), quote('indirect', pronoun), quote('indirect')],
    ],
    ['with a cue', [quote('direct', { ...speaker, ...cue }), quote('direct', speaker)]],
  ])('%s', (_, falling) => {
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
  });
});

describe('a statistic is the safer', () => {
  test.each([
    ['with a unit', { unit: 'percent' }],
    ['with something counted', { subject: 'schools' }],
    ['with a comparator', { comparator: '>' }],
  ] as const)('%s', (_, more) => expect(statistic(more)).toBeGreaterThan(statistic()));
});

test('a claim is as sure as its score', () => {
  const claim: ClaimSuggestion = { ...base, tag: 'claim', score: 0.62 };
  expect(confidenceOf(claim)).toBe(0.62);
});

test('it is always from 0 to 1', () => {
  const anyQuote = fc.record(
    {
      quoteType: fc.constantFrom<QuoteType>('direct', 'mixed', 'indirect'),
      speaker: fc.constant('Ines Okafor'),
      speakerResolved: fc.boolean(),
      cue: fc.constant('said'),
    },
    { requiredKeys: ['quoteType'] },
  );
  const anyStatistic = fc.record(
    {
      unit: fc.constant('percent'),
      subject: fc.constant('schools'),
      comparator: fc.constantFrom('>' as const, '~' as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyQuote, anyStatistic, ({ quoteType, ...more }, figure) => {
      for (const confidence of [quote(quoteType, more), statistic(figure)]) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
});
