import { describe, expect, test } from 'vitest';
import { checkDetails, readDetails, toFields } from '../../src/domain/article-details.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';

describe('readDetails', () => {
  test('folds white space, turns dates to ISO 8601, and empty fields to null', () => {
    const fields = {
      title: '  Port\n reopens ',
      byline: ' ',
      published: 'March 4, 2025',
      url: 'https://a.example/b',
      language: 'PT_br',
    };
    expect(readDetails(fields)).toEqual({
      title: 'Port reopens',
      byline: null,
      published: '2025-03-04',
      url: 'https://a.example/b',
      language: 'pt-BR',
    });
  });

  test.each([
    ['March 2024', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024', '2024'],
  ])('keeps a date as far as it goes: %s', (published, stored) => {
    expect(checkDetails({ published })).toMatchObject({ details: { published: stored }, wrong: {} });
  });

  test.each([
    ['published', '2024-13'],
    ['published', 'last spring'],
    ['language', 'English, mostly'],
    ['published', '2025-02-30'],
    ['url', 'www.example.org'],
    ['url', 'javascript:alert(1)'],
    ['url', 'data:text/html,x'],
    ['title', 'x'.repeat(501)],
    ['byline', 'x'.repeat(501)],
    ['publication', 'x'.repeat(301)],
    ['url', `https://a.example/${'x'.repeat(2000)}`],
  ])('refuses %s: %s', (name, written) => {
    expect(() => readDetails({ [name]: written })).toThrow(InvalidInputError);
  });

  test('names every wrong field', () => {
    expect(Object.keys(checkDetails({ title: 'Fine', published: 'soon', url: 'there' }).wrong)).toEqual([
      'published',
      'url',
    ]);
  });
});

test('toFields is what readDetails reads back', () => {
  const details = {
    title: 'Port reopens',
    byline: 'Mara Lindqvist',
    publication: null,
    published: '2025-03-04T09:30',
    url: null,
    language: 'pt-BR',
    labels: 'storm, batch 1',
  };
  expect(readDetails(toFields(details))).toEqual(details);
});
