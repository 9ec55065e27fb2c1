import { describe, expect, test } from 'vitest';
import { findWords } from '../../src/actions/find-words.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';
import { structureOf } from '../../src/text/structure.ts';

const TEXT =
  'The ferry was late. “Nobody told us,” she said, and it’s\nwrapped here: 🚢 (see [2] a+b?) for $5.\n\nThe ferry came.';
const article = { text: { articleId: 'a', text: TEXT, ...structureOf(TEXT) } };
const find = (sentence: number, typed: string) =>
  findWords(article, sentence, typed).map(({ start, end }) => TEXT.slice(start, end));

describe('findWords', () => {
  test.each([
    [0, 'ferry', 'ferry'],
    [0, ' was  late. ', 'was late.'],
    [1, '“Nobody told us,”', '“Nobody told us,”'],
    [1, '"Nobody told us,"', '“Nobody told us,”'],
    [1, "it's wrapped", 'it’s\nwrapped'],
    [1, 'it’s\twrapped', 'it’s\nwrapped'],
    [1, '🚢 (see [2] a+b?) for $5', '🚢 (see [2] a+b?) for $5'],
  ])('in sentence %d finds %j', (sentence, typed, expected) => {
    expect(find(sentence, typed)).toEqual([expected]);
  });

  test('finds them in the sentence asked for', () => {
    expect(findWords(article, 2, 'The ferry')[0]?.start).toBe(TEXT.lastIndexOf('The ferry'));
  });

  test('takes each line for a part, one behind the other, the first in the sentence', () => {
    expect(find(1, '“Nobody told us,”\r\n\r\n she said ')).toEqual(['“Nobody told us,”', 'she said']);
    expect(find(0, 'late.\n“Nobody told us,”\nThe ferry')).toEqual([
      'late.',
      '“Nobody told us,”',
      'The ferry',
    ]);
    expect(() => find(1, 'she said\nNobody')).toThrow(InvalidInputError);
  });

  test.each([
    ['other words', 0, 'airship'],
    ['words of another sentence', 0, 'Nobody'],
    ['another case', 0, 'FERRY'],
    ['half an emoji', 1, '\ud83d'],
    ['what is no pattern', 0, '.*'],
    ['no words', 0, ' \n'],
    ['no such sentence', 99, 'ferry'],
    ['a sentence before the first', -1, 'ferry'],
    ['no number', Number.NaN, 'ferry'],
    ['more than a sentence, by far', 0, 'x'.repeat(200_000)],
    ['very many quote marks', 0, '"'.repeat(200_000)],
    ['very many spaces between', 0, `The${' '.repeat(200_000)}x`],
  ])('refuses %s', (_name, sentence, typed) => {
    expect(() => find(sentence, typed)).toThrow(InvalidInputError);
  });
});
