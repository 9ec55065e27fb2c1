import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as english from '../../src/messages/en/index.ts';
import { ENGLISH, inLanguage, inWords, language, rich, t } from '../../src/messages/language.ts';
import { fill, pieces, textOf } from '../../src/messages/pattern.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { PSEUDO } from '../support/pseudo.ts';

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

describe('every message', () => {
  const keys = Object.entries(english).flatMap(([area, messages]) =>
    Object.keys(messages).map((key) => `${area}.${key}`),
  );
  const code = ['src', 'views']
    .flatMap((folder) =>
      readdirSync(join(packageRoot(), folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((file) => !/messages\/en\/|store\/generated/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  test('is said somewhere', () => {
    const isSaid = (key: string) => {
      const [area = '', name = ''] = key.split('.');
      return code.includes(`'${key}'`) || patternsOf(area).some((pattern) => pattern.test(name));
    };
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });

  /** Names that are put together where they are said: `place.${kind}In`. What stands in the holes is open. */
  function patternsOf(area: string): RegExp[] {
    return [...code.matchAll(new RegExp(`\`${area}\\.((?:[^\`$]|\\$\\{[^}]*\\})*)\``, 'g'))].map(
      ([, name = '']) => new RegExp(`^${name.replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
    );
  }
});

describe('another language', () => {
  test.each(Object.entries(PSEUDO))('of our own making says the same, %s', (_direction, { messages }) => {
    expect(differences(messages)).toEqual([]);
  });

  test('is seen where it lacks a message, a hole or an element, or has one too many', () => {
    const { articles, ...others } = english;
    const { none: _, ...fewer } = articles;
    const wrong = {
      ...fewer,
      codedOf: '{coded}',
      codedOfArticle: '{title} {other}',
      importFirst: 'no link',
      more: '',
    };
    expect(differences({ ...others, articles: { ...wrong, count: { one: 'one', other: '{n}' } } })).toEqual([
      'articles.codedOf',
      'articles.codedOfArticle',
      'articles.count',
      'articles.importFirst',
      'articles.more',
      'articles.none',
    ]);
  });
});

type Messages = Readonly<Record<string, Readonly<Record<string, string | object>>>>;

/** The messages of a language that take something else than those in English do. */
function differences(messages: Messages): string[] {
  const [ours, theirs] = [english as Messages, messages].map((all) =>
    Object.entries(all).flatMap(([area, each]) =>
      Object.entries(each).map(([key, pattern]) => [`${area}.${key}`, pattern] as const),
    ),
  );
  const [known, given] = [new Map(ours), new Map(theirs)];
  const keys = [...new Set([...known.keys(), ...given.keys()])];
  return keys.filter((key) => !isSame(known.get(key), given.get(key))).toSorted();
}

function isSame(ours: string | object | undefined, theirs: string | object | undefined): boolean {
  if (ours === undefined || theirs === undefined) return false;
  const taken = [...new Set(textsOf(ours).flatMap(takes))].toSorted().join();
  // A form for one alone may leave the number out; no form may take what English does not give.
  const all = [...new Set(textsOf(theirs).flatMap(takes))].toSorted().join();
  return taken === all && typeof ours === typeof theirs;
}

function textsOf(pattern: string | object): string[] {
  return typeof pattern === 'string' ? [pattern] : Object.values(pattern).map(String);
}

function takes(text: string): string[] {
  return [...text.matchAll(/\{\w+\}|<\/\w+>/g)].map(([taken]) => taken);
}
