import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InvalidInputError } from '../../src/domain/errors.ts';
import {
  checkScoreOf,
  contentOf,
  DEFAULT_CHOICE,
  isWanted,
  readChoice,
  storedChoice,
  worthinessOf,
} from '../../src/domain/suggestion.ts';
import { languageOf } from '../../src/text/language.ts';
import { structureOf } from '../../src/text/structure.ts';
import { suggestAll } from '../../src/text/suggest/all.ts';
import type { ClaimSuggestion } from '../../src/text/suggest/suggestion.ts';

test.each([
  [1, 'high'],
  [0.8, 'high'],
  [0.79, 'medium'],
  [0.5, 'medium'],
  [0.49, 'low'],
  [0, 'low'],
] as const)('a score of %d is %s', (score, level) => expect(worthinessOf(score)).toBe(level));

test('the levels part ordinary news into shares that mean something', () => {
  const sample = readFileSync(new URL('../../src/sample-article.txt', import.meta.url), 'utf8');
  const { scores } = suggestAll(sample, structureOf(sample).sentences);
  const share = (level: string) =>
    scores.filter((score) => worthinessOf(score) === level).length / scores.length;
  expect(scores.length).toBeGreaterThan(20);
  for (const [level, least, most] of [
    ['high', 0.05, 0.35],
    ['medium', 0.15, 0.5],
    ['low', 0.3, 0.75],
  ] as const) {
    expect(share(level), level).toBeGreaterThanOrEqual(least);
    expect(share(level), level).toBeLessThanOrEqual(most);
  }
});

const claim: ClaimSuggestion = { tag: 'claim', parts: [{ start: 0, end: 5 }], score: 0.85, reasons: [] };

describe('what a person wants to see', () => {
  test.each([
    [null, null, DEFAULT_CHOICE],
    ['quote', 0.5, { tags: ['quote'], leastSureness: 0.5 }],
    ['', 0.9, { tags: [], leastSureness: 0.9 }],
    ['claim,quote,rumour', 0.8, { tags: ['quote', 'claim'], leastSureness: 0.8 }],
  ])('is kept as %j, %j', (tags, least, choice) => expect(storedChoice(tags, least)).toEqual(choice));

  test('is read from a form, in steps', () => {
    expect(readChoice(['claim'], '0.9')).toEqual({ tags: ['claim'], leastSureness: 0.9 });
    for (const wrong of ['', '2', undefined, 'x'])
      expect(() => readChoice([], wrong)).toThrow(InvalidInputError);
  });

  test('is of a kind and sure enough', () => {
    expect(isWanted(claim, { tags: ['claim'], leastSureness: 0.8 })).toBe(true);
    expect(isWanted(claim, { tags: ['claim'], leastSureness: 0.9 })).toBe(false);
    expect(isWanted(claim, { tags: ['quote'], leastSureness: 0.5 })).toBe(false);
  });
});

test('an accepted claim keeps its score, and its speaker is whom people say', () => {
  const quote = { tag: 'quote' as const, parts: [{ start: 0, end: 9 }], speaker: 'Tam Reyes' };
  const own = { ...claim, speaker: 'Ann Lee' };
  const kept = { checkScore: 0.85, checkWorthiness: 'high', origin: 'suggestion' };
  expect(contentOf('It is so.', own, [])).toMatchObject({ ...kept, speaker: 'Ann Lee' });
  expect(contentOf('It is so.', own, [quote])).toMatchObject({ ...kept, speaker: 'Tam Reyes' });
  expect(contentOf('It is so.', own, [{ ...quote, tag: 'claim' }])).toMatchObject({ speaker: 'Ann Lee' });
});

test('only claims have a score, and only in a language whose claims are read', () => {
  const words = 'Turnout fell to 41 percent in May.';
  expect(checkScoreOf('claim', words, languageOf(words))).toBeGreaterThan(0.5);
  expect(checkScoreOf('quote', words, languageOf(words))).toBeNull();
  expect(checkScoreOf('claim', words, languageOf('Die Beteiligung sank auf 41 Prozent.'))).toBeNull();
});
