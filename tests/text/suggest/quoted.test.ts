import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/text/segment.ts';
import { suggestAll } from '../../../src/text/suggest/all.ts';
import { speakerAround } from '../../../src/text/suggest/quoted.ts';

const span = (start: number, end: number) => ({ start, end });

describe('who says words', () => {
  test.each([
    ['inside of a quote', [span(10, 20)], 'Ann'],
    ['half in it', [span(20, 40)], 'Ann'],
    ['mostly out of it', [span(25, 45)], undefined],
    ['in a quote within', [span(15, 18)], 'Bob'],
    ['in a later part', [span(60, 70)], 'Cy'],
    ['in nobody’s quote', [span(80, 90)], undefined],
    ['nowhere near', [span(200, 210)], undefined],
  ])('%s', (_, parts, speaker) => {
    const quotes = [
      { parts: [span(0, 30)], speaker: 'Ann' },
      { parts: [span(14, 19)], speaker: 'Bob' },
      { parts: [span(50, 55), span(58, 72)], speaker: 'Cy' },
      { parts: [span(75, 95)], speaker: null },
    ];
    expect(speakerAround(parts, quotes)).toBe(speaker);
  });
});

test.each([
  ['“Turnout fell to 41 percent in May,” Ann Lee said.', 'Ann Lee'],
  ['Ann Lee said that turnout fell to 41 percent in May.', 'Ann Lee'],
  ['Turnout fell to 41 percent in May.', undefined],
  ['Turnout fell to 41 percent in the May election in Leeds, which Ann Lee called “sad”.', undefined],
])('a suggested claim has the speaker of the quote that it stands in: %s', (text, speaker) => {
  const { suggestions } = suggestAll(text, splitSentences(text));
  const claims = suggestions.filter(({ tag }) => tag === 'claim');
  expect(claims).toHaveLength(1);
  expect(claims[0]).toMatchObject(speaker === undefined ? { tag: 'claim' } : { speaker });
  if (speaker === undefined) expect(claims[0]).not.toHaveProperty('speaker');
});
