import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown, trimSpace, trimSpan } from '../../src/text/trim.ts';

/** The words between two bars, and what trimming leaves of them. */
function trimmed(marked: string, trim = trimSpan): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  const span = trim(text, { start, end });
  return text.slice(span.start, span.end);
}

describe('trimSpan', () => {
  it.each([
    ['He |said so| today', 'said so'],
    ['He| said so |today', 'said so'],
    ['He|, said so, |today', 'said so'],
    ['|The ferry was late.| It was', 'The ferry was late.'],
    ['late|. The ferry was late. |It', 'The ferry was late.'],
    ['|“Nobody told us,” |said', '“Nobody told us,”'],
    ['us|,” said Ines Okafor, “|and', 'said Ines Okafor'],
    ['(|) a roof (|over', 'a roof'],
    ['— |— so he said —| and', 'so he said'],
    ['|… and so on …|', 'and so on …'],
    ['a\n\n|\n\tb\u00a0\u2003|c', 'b'],
    ['|🚢 ferry,| late', '🚢 ferry'],
    ['|שלום,| he', 'שלום'],
    ['Re|\u0301my| sells', '\u0301my'],
    ['|40|', '40'],
  ])('%s', (marked, expected) => {
    expect(trimmed(marked)).toBe(expected);
  });

  it('leaves a span of nothing but punctuation as it is, less its white space', () => {
    expect(trimmed('a| , — |b')).toBe(', —');
    expect(trimmed('a|...|b')).toBe('...');
  });

  it('of white space alone is empty', () => {
    expect(trimmed('a| \n\t |b')).toBe('');
  });
});

it('trimSpace takes white space alone', () => {
  expect(trimmed('a| , so, |b', trimSpace)).toBe(', so,');
  expect(trimmed('a|  |b', trimSpace)).toBe('');
});

const texts = fc.string({ unit: fc.constantFrom('a', ' ', ',', '“', '”', '.', '🚢', '\n', '—', '(', ')') });

it.each([
  ['trimSpan', trimSpan],
  ['trimSpace', trimSpace],
])('%s stays inside, twice is once, and what it takes at the ends is stray', (_name, trim) => {
  fc.assert(
    fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const span = trim(text, { start, end });
      expect(span.start).toBeGreaterThanOrEqual(start);
      expect(span.end).toBeLessThanOrEqual(end);
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(trim(text, span)).toEqual(span);
      const taken = text.slice(start, span.start) + text.slice(span.end, end);
      expect(taken).not.toMatch(/[a🚢]/u);
      expect(text.slice(span.start, span.end)).not.toMatch(/^\s|\s$/);
    }),
  );
});

it.each([
  [' \n\t\u00A0', false],
  ['\u200B\u2060\uFEFF\u00AD', false],
  ['\u0007', false],
  ['\u0301', false],
  [' . ', true],
  ['\u200Bé\u200B', true],
  ['👩🏽‍🚒', true],
  ['हि', true],
])('isShown sees whether %j has a shape: %s', (words, expected) => {
  expect(isShown(words)).toBe(expected);
});
