import { expect, test } from 'vitest';
import { joinLines, vocabularyOf } from '../../../src/formats/pdf/join-lines.ts';

const nothing = vocabularyOf([]);

test.each([
  ['a word', ['an exam-', 'ple of it'], 'an example of it'],
  ['a word by a soft hyphen', ['an exam\u00ad', 'ple of it'], 'an example of it'],
  ['soft hyphens inside', ['an exam\u00adple'], 'an example'],
  ['a word in capitals', ['AN EXAM-', 'PLE'], 'AN EXAMPLE'],
  ['nothing', ['no hyphen', 'here'], 'no hyphen here'],
  ['a compound by its first half', ['a well-', 'known man'], 'a well-known man'],
  ['a compound by its second half', ['a London-', 'based firm'], 'a London-based firm'],
  ['a name', ['the Anglo-', 'Saxon coast'], 'the Anglo-Saxon coast'],
  ['a figure and its unit', ['a 19-', 'year term'], 'a 19-year term'],
  ['a compound of three', ['his mother-in-', 'law came'], 'his mother-in-law came'],
  ['an address', ['see lantern.example/quay-', 'storm now'], 'see lantern.example/quay-storm now'],
  ['a word left out', ['two-', 'and three-year terms'], 'two- and three-year terms'],
  ['a range of years', ['in 2019–', '2020 again'], 'in 2019–2020 again'],
  ['a dash between words', ['the quay—', 'or what was left'], 'the quay—or what was left'],
  ['a dash with spaces', ['the quay –', 'or what was left'], 'the quay – or what was left'],
  ['two words by a stroke', ['boats and/', 'or crates'], 'boats and/or crates'],
  ['ideographs', ['北方码头', '重新开放。'], '北方码头重新开放。'],
])('joins %s', (_, lines, joined) => {
  expect(joinLines(lines, nothing)).toBe(joined);
});

test.each([
  ['without its hyphen', 'The coordination went on.', 'coordination'],
  ['with its hyphen', 'The co-ordination went on.', 'co-ordination'],
  ['with its hyphen, in capitals', 'Co-ordination went on.', 'co-ordination'],
])('a word that stands elsewhere %s is joined as there', (_, elsewhere, word) => {
  const lines = ['There was no co-', 'ordination.'];
  expect(joinLines(lines, vocabularyOf([elsewhere, ...lines]))).toBe(`There was no ${word}.`);
});

test('two words that both stand elsewhere are a compound', () => {
  const lines = ['a coast-', 'guard boat'];
  expect(joinLines(lines, vocabularyOf(['the coast and a guard', ...lines]))).toBe('a coast-guard boat');
  expect(joinLines(lines, vocabularyOf(['the coast', ...lines]))).toBe('a coastguard boat');
});

test('halves of parted words are no words', () => {
  expect([...vocabularyOf(['an exam-', 'ple of it']).keys()]).toEqual(['an', 'of', 'it']);
});

test('a paragraph of a hundred thousand lines is joined in one go', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => (at % 2 ? 'ple and an' : 'exam-'));
  expect(joinLines(lines, vocabularyOf(lines))).toBe(Array(50_000).fill('example and an').join(' '));
});
