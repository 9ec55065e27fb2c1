import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../src/domain/attributes.ts';
import { readFromText, suggestionsByPlace } from '../../src/domain/read-attributes.ts';
import { attributesFrom } from '../../src/domain/suggestion.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { structureOf } from '../../src/text/structure.ts';
import { suggestAll } from '../../src/text/suggest/all.ts';

const TEXT = `Harbour master Ines Okafor spoke on Monday. The port handled more than 3,900 square metres of cargo.

${'The sea was calm and grey. '.repeat(300)}

“We moved 41 percent of it by hand in May,” Okafor said. Nobody was hurt.`;
const article = { articleId: 'a', text: TEXT, ...structureOf(TEXT) };
const { suggestions } = suggestAll(TEXT, article.sentences);
const known = { suggestionsAt: suggestionsByPlace(suggestions) };

function read(tag: Tag, words: string, more: Parameters<typeof readFromText>[3] = known) {
  const start = TEXT.indexOf(words);
  return readFromText(article, tag, [{ start, end: start + words.length }], more);
}

describe('words tagged by hand are read as a suggestion of the same words is', () => {
  test.each(suggestions.map((suggestion) => [suggestion.tag, suggestion] as const))(
    '%s',
    (tag, suggestion) => {
      const attributes = attributesFrom(suggestion);
      const again = readFromText(article, tag, suggestion.parts, known);
      for (const { name } of attributesOf(tag)) expect(again[name]).toEqual(attributes[name]);
    },
  );

  test.each(['3,900', 'more than 3,900', '3,900 square metres'])('and a part of a figure: %s', (words) => {
    for (const from of [known, { suggestionsAt: null }])
      expect(read('statistic', words, from)).toMatchObject({
        value: 3900,
        comparator: '>',
        unit: 'square metre',
      });
  });

  test('but not as another figure than the one that was tagged', () => {
    expect(read('statistic', 'calm and grey').value).toBeNull();
    expect(read('statistic', '41 percent')).toMatchObject({ value: 41, unit: 'percent' });
  });

  test('with a name that is fuller far away, where the article’s suggestions are known', () => {
    expect(read('quote', 'We moved 41 percent of it by hand')).toMatchObject({
      speaker: 'Ines Okafor',
      cue: 'said',
    });
  });
});

describe('a claim', () => {
  test('in a quote is said by its speaker, suggestions known or not', () => {
    expect(read('claim', 'We moved 41 percent of it')).toMatchObject({ speaker: 'Ines Okafor' });
    expect(read('claim', 'We moved 41 percent of it', { suggestionsAt: null }).speaker).toContain('Okafor');
    expect(read('claim', 'Nobody was hurt.').speaker).toBeNull();
  });

  test('in a quote that a person tagged is said by whom they say', () => {
    const words = 'We moved 41 percent of it';
    const start = TEXT.indexOf(words);
    const parts = [{ start, end: start + words.length }];
    const annotations = [{ tag: 'quote' as const, parts, speaker: 'Tam Reyes' }];
    expect(read('claim', words, { ...known, annotations })).toMatchObject({ speaker: 'Tam Reyes' });
  });
});
