import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK, isOffered, offeredTags } from '../../../src/domain/codebook/codebook.ts';
import { compareCodebooks, isSameCodebook } from '../../../src/domain/codebook/compare.ts';
import { problemsOf } from '../../../src/domain/codebook/problems.ts';
import { languageOf } from '../../../src/domain/codebook/words.ts';
import { DEFAULT_KEYS, keymapOf, usualKeys } from '../../../src/domain/keys.ts';
import { sayDeed } from '../../../src/domain/say-deed.ts';
import { BUILT_IN_TAGS, isBuiltIn, TAG_FACTS } from '../../../src/domain/tag.ts';
import { ENGLISH, inLanguage, speakAs, t } from '../../../src/messages/language.ts';
import { codebookWith } from '../../support/codebooks.ts';
import { PSEUDO } from '../../support/pseudo.ts';

describe('the default codebook', () => {
  test('says of every tag what the table of tags says', () => {
    expect(DEFAULT_CODEBOOK.tags.map(({ key }) => key)).toEqual(BUILT_IN_TAGS);
    for (const { key, name, letter, hue, definition } of DEFAULT_CODEBOOK.tags)
      expect(isBuiltIn(key) && TAG_FACTS[key]).toMatchObject({ name, letter, hue, definition });
  });

  test('has nothing wrong with it, and the usual keys', () => {
    expect(problemsOf(DEFAULT_CODEBOOK)).toEqual([]);
    expect(usualKeys(DEFAULT_CODEBOOK.tags)).toEqual(DEFAULT_KEYS);
  });
});

describe('what is different between two codebooks', () => {
  test('is nothing between a codebook and itself', () => {
    expect(compareCodebooks(DEFAULT_CODEBOOK, codebookWith({}))).toEqual({
      differences: [],
      added: [],
      fields: [],
      order: null,
    });
    expect(isSameCodebook(DEFAULT_CODEBOOK, codebookWith({}))).toBe(true);
  });

  test('is each thing that is said otherwise, with both sayings', () => {
    const after = codebookWith({ quote: { hue: 9, examples: ['“No,” she said.'] }, claim: { isOff: true } });
    expect(compareCodebooks(DEFAULT_CODEBOOK, after).differences).toEqual([
      { tag: 'claim', text: 'isOff', before: false, after: true },
      { tag: 'quote', text: 'hue', before: 2, after: 9 },
      { tag: 'quote', text: 'examples', before: [], after: ['“No,” she said.'] },
    ]);
  });

  test('may be the order alone', () => {
    const after = codebookWith({}, ['statistic', 'claim', 'quote']);
    expect(compareCodebooks(DEFAULT_CODEBOOK, after)).toEqual({
      differences: [],
      added: [],
      fields: [],
      order: ['statistic', 'claim', 'quote'],
    });
    expect(isSameCodebook(DEFAULT_CODEBOOK, after)).toBe(false);
  });
});

describe('the keys of tags', () => {
  const swapped = codebookWith({
    claim: { letter: 'Q' },
    quote: { letter: '1' },
    statistic: { isOff: true },
  });

  test('are their letters, and none where a tag is switched off', () => {
    const usual = usualKeys(swapped.tags);
    expect([usual['tag-claim'], usual['tag-quote'], usual['tag-statistic']]).toEqual([['q'], ['1'], []]);
    expect(usual.undo).toEqual(['z']);
  });

  test('give way to what a person has chosen themselves', () => {
    const keymap = keymapOf(
      { find: ['1'], 'tag-claim': ['v'], 'tag-statistic': ['b'] },
      usualKeys(swapped.tags),
    );
    expect([keymap['tag-claim'], keymap['tag-quote'], keymap['tag-statistic']]).toEqual([['v'], [], []]);
    expect(keymap.find).toEqual(['1']);
  });

  test('may be no key that does something else, for anybody or for who saves it', () => {
    const wrong = codebookWith({ quote: { letter: 'Z' } });
    expect(problemsOf(wrong)).toEqual([
      { tag: 1, text: 'letter', why: 'Z already does something else: Undo.' },
    ]);
    expect(problemsOf(swapped, keymapOf({ find: ['1'] }))).toEqual([
      { tag: 1, text: 'letter', why: '1 already does something else: Find in the article.' },
    ]);
    expect(problemsOf(swapped)).toEqual([]);
  });
});

test('tags that are switched off are not offered', () => {
  const codebook = codebookWith({ quote: { isOff: true } });
  expect(offeredTags(codebook).map(({ key }) => key)).toEqual(['claim', 'statistic']);
  expect([isOffered(codebook, 'quote'), isOffered(codebook, 'claim')]).toEqual([false, true]);
});

describe('a language in a project', () => {
  const codebook = codebookWith({
    claim: { name: 'Allegation', plural: 'Allegations', definition: 'Said, not shown.' },
    quote: { name: 'NATO line', plural: 'NATO lines' },
  });

  test('calls tags as the codebook does, in sentences too', () => {
    inLanguage(ENGLISH, () => {
      speakAs((spoken) => languageOf(codebook, spoken));
      expect([t('tagName.claim'), t('tagWords.claim'), t('aTag.claim')]).toEqual([
        'Allegation',
        'allegations',
        'an allegation',
      ]);
      expect(t('tagCount.quote', { count: 1 })).toBe('1 NATO line');
      expect(t('tagCount.quote', { count: 2 })).toBe('2 NATO lines');
      expect(sayDeed('tag-claim')).toBe('Tag the selection as an allegation');
      expect(t('tagGuidance.claim')).toBe(
        'Said, not shown. Words that say something is so, which can be checked.',
      );
      expect(t('tagName.statistic')).toBe('Statistic');
    });
    expect(t('tagName.claim')).toBe('Claim');
  });

  test('says in its own words what the codebook leaves as it was', () => {
    const before = inLanguage(PSEUDO.ltr, () => [t('tagName.statistic'), t('tagDefinition.quote')]);
    inLanguage(PSEUDO.ltr, () => {
      speakAs((spoken) => languageOf(codebook, spoken));
      expect([t('tagName.statistic'), t('tagDefinition.quote')]).toEqual(before);
      expect(t('tagName.claim')).toBe('Allegation');
    });
  });

  test('is the same one each time, so that what is kept for a language is kept', () => {
    expect(languageOf(codebook, ENGLISH)).toBe(languageOf(codebook, ENGLISH));
  });

  test('begins anew with each project of one request', () => {
    inLanguage(ENGLISH, () => {
      speakAs((spoken) => languageOf(codebook, spoken));
      speakAs((spoken) => spoken);
      expect(t('tagName.claim')).toBe('Claim');
    });
  });
});
