import { describe, expect, test } from 'vitest';
import * as english from '../../src/messages/en/index.ts';
import { ENGLISH, inLanguage, inWords, language, rich, t } from '../../src/messages/language.ts';
import { fill, pieces, textOf } from '../../src/messages/pattern.ts';

describe('a message', () => {
  test('is filled with its values, numbers as the language writes them', () => {
    expect(t('articles.codedOf', { coded: 1, sentences: 12_000 })).toBe('1 of 12,000');
    expect(t('articles.noneMatch', { words: '{words} <b>x</b>' })).toBe(
      'No articles match “{words} <b>x</b>”.',
    );
    expect(inWords(1234.5)).toBe('1,234.5');
  });

  test('is plural as the language has it', () => {
    expect(t('articles.count', { count: 1 })).toBe('1 article');
    expect(t('articles.count', { count: 0 })).toBe('0 articles');
    const polish = { one: '{count} tekst', few: '{count} teksty', other: '{count} tekstów' };
    const said = [1, 2, 5, 22].map((count) => fill(textOf(polish, { count }, 'pl'), { count }, 'pl'));
    expect(said).toEqual(['1 tekst', '2 teksty', '5 tekstów', '22 teksty']);
  });

  test('is given in pieces where it holds elements, and a value is never one', () => {
    const drawn = rich('articles.importFirst', { link: (words) => ({ link: words }) });
    expect(drawn).toEqual([{ link: 'Import the first one' }, ': paste its text or upload a file.']);
    expect(pieces('a <b>c</b> d <b>e</b>')).toEqual([
      { words: 'a ' },
      { element: 'b', words: 'c' },
      { words: ' d ' },
      { element: 'b', words: 'e' },
    ]);
  });
});

describe('a language', () => {
  test('lasts as long as what is done in it', async () => {
    const german = { ...ENGLISH, code: 'de', locale: 'de' };
    const said = inLanguage(german, async () => {
      await Promise.resolve();
      return [language().code, inWords(1234.5)];
    });
    expect(language().code).toBe('en');
    expect(await said).toEqual(['de', '1.234,5']);
  });
});

test('every plural message has a number to depend on', () => {
  for (const area of Object.values(english))
    for (const pattern of Object.values<string | object>(area))
      if (typeof pattern === 'object') expect(JSON.stringify(pattern)).toContain('{count}');
});
