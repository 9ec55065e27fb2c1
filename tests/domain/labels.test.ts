import { describe, expect, test } from 'vitest';
import { readDetails } from '../../src/domain/article-details.ts';
import { stateOfArticle } from '../../src/domain/article-filter.ts';
import { joinLabels, readLabels, withLabels, withoutLabels } from '../../src/domain/labels.ts';

describe('labels', () => {
  test.each([
    ['', []],
    [' , ;', []],
    ['Elections', ['Elections']],
    [' Elections;  batch  1 ,', ['Elections', 'batch 1']],
    ['a, A, b, a', ['a', 'b']],
    ['batch_1, batch-1', ['batch_1', 'batch-1']],
  ])('%j is read as %j', (typed, labels) => {
    expect(readLabels(typed)).toEqual(labels);
    expect(readLabels(joinLabels(labels) ?? '')).toEqual(labels);
  });

  test.each([
    [null, ['a'], 'a'],
    ['a', ['b'], 'a, b'],
    ['a, b', ['B'], 'a, b'],
    [null, [], null],
  ])('%j with %j is %j', (line, more, expected) => {
    expect(withLabels(line, more)).toBe(expected);
  });

  test.each([
    ['a, b', ['A'], 'b'],
    ['a', ['a'], null],
    ['a', ['b'], 'a'],
    [null, ['b'], null],
  ])('%j without %j is %j', (line, others, expected) => {
    expect(withoutLabels(line, others)).toBe(expected);
  });

  test('are a detail like the others, each once; none is null', () => {
    expect(readDetails({ labels: ' b; a,b ' })).toEqual({ labels: 'b, a' });
    expect(readDetails({ labels: ' , ' })).toEqual({ labels: null });
  });
});

test.each([
  [0, 0, 'not-begun'],
  [0, 5, 'not-begun'],
  [1, 5, 'begun'],
  [5, 5, 'done'],
] as const)('%i of %i sentences coded: %s', (coded, sentences, state) => {
  expect(stateOfArticle({ coded, sentences })).toBe(state);
});
