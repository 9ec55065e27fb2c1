import { expect, test } from 'vitest';
import { findOccurrences } from '../../src/text/occurrences.ts';

const found = (text: string, words: string, matchCase = false, most = 100) =>
  findOccurrences(text, { words, matchCase }, most).map(({ start, end }) => text.slice(start, end));

test.each([
  ['The ferry, the FERRY and the ferryman’s ferry.', 'ferry', ['ferry', 'FERRY', 'ferry']],
  ['Jones said. Jones’s men; Joneses.', 'Jones', ['Jones', 'Jones']],
  ['in and  around\nRaqqa; in and around Raqqa', 'in and around', ['in and  around', 'in and around']],
  ['“We won’t,” he said. "We won\'t," she said.', '"we won\'t,"', ['“We won’t,”', '"We won\'t,"']],
  ['co-op, co–op and coop', 'co-op', ['co-op', 'co–op']],
  ['80 percent, 180 percent, 80 percentage points', '80 percent', ['80 percent']],
  ['a.b axb a.b.c', 'a.b', ['a.b', 'a.b']],
  ['xa a a b', 'a a', ['a a']],
  ['Élan and elan', 'élan', ['Élan']],
  ['снова НОВА нова', 'нова', ['НОВА', 'нова']],
  ['東京都の東京', '東京', ['東京', '東京']],
  ['🚢 boats 🚢', '🚢', ['🚢', '🚢']],
  ['nothing', '   ', []],
  ['short', 'far longer than the text', []],
])('whole words stand in “%s” for “%s”', (text, words, expected) => {
  expect(found(text, words)).toEqual(expected);
});

test('tells capitals apart only where it is asked to', () => {
  expect(found('Who told who? WHO did.', 'WHO', true)).toEqual(['WHO']);
  expect(found('Who told who? WHO did.', 'WHO')).toEqual(['Who', 'who', 'WHO']);
});

test('gives no more than are wanted, in order, and none that overlap', () => {
  const text = 'na '.repeat(50);
  const spans = findOccurrences(text, { words: 'na na', matchCase: false }, 7);
  expect(spans).toHaveLength(7);
  for (const [at, { start }] of spans.entries())
    expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
});

test('a combining mark belongs to the letter before it', () => {
  expect(found('Re\u0301my and Re', 'Re')).toEqual(['Re']);
});
