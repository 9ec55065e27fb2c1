import { describe, expect, test } from 'vitest';
import {
  choiceFor,
  guessChoice,
  labelName,
  parseLabelMapping,
  readLabelMapping,
  tagNamed,
} from '../../src/domain/label-mapping.ts';
import { BUILT_IN_TAGS, TAG_FACTS } from '../../src/domain/tag.ts';

describe('guessChoice', () => {
  test.each([
    [
      'claim',
      [
        'claim',
        'Claims',
        'CHECK-WORTHY',
        'check_worthy claim',
        'Assertion',
        'FactualClaim',
        'statistical claim',
      ],
    ],
    [
      'quote',
      ['Quote', 'quotes', 'Quotation', 'direct quote', 'IndirectQuote', 'said', 'reported-speech', 'quoted'],
    ],
    [
      'statistic',
      ['Statistics', 'stat', 'NUMBER', 'figures', 'Percent', 'quantities', 'MONEY', 'CARDINAL', '%'],
    ],
    [
      'leave',
      [
        'PER',
        'ORG',
        'non-claim',
        'not a quote',
        'quote_speaker',
        'Source of quote',
        '',
        'harbour',
        'constructor',
      ],
    ],
  ] as const)('takes as %s: %j', (choice, labels) => {
    expect(labels.map((label) => [label, guessChoice(label)])).toEqual(
      labels.map((label) => [label, choice]),
    );
  });

  test.each(BUILT_IN_TAGS)('believes every name of a %s', (tag) => {
    const { name, plural, synonyms } = TAG_FACTS[tag];
    const names = [tag, name, plural, `#${plural}`, name.toUpperCase(), ...synonyms];
    expect(names.map((label) => guessChoice(label))).toEqual(names.map(() => tag));
    expect(names.map((label) => tagNamed(label))).toEqual(names.map(() => tag));
  });
});

describe('a mapping', () => {
  const label = 'Two\r\n words\u0000 __proto__';

  test('is read from a form, label by label', () => {
    const mapping = readLabelMapping({
      label: [label, '__proto__', 'Mood', 'x'],
      choice: ['quote', 'note', 'claim!'],
    });
    expect([label, '__proto__', 'Mood', 'x', 'toString'].map((one) => choiceFor(mapping, one))).toEqual([
      'quote',
      'note',
      'leave',
      'leave',
      'leave',
    ]);
  });

  test('of one label is read too, and of none', () => {
    expect(readLabelMapping({ label: 'Mood', choice: 'note' })).toEqual({ Mood: 'note' });
    expect(readLabelMapping({})).toEqual({});
  });

  test('comes back as it was kept', () => {
    const mapping = readLabelMapping({ label: ['a', '__proto__'], choice: ['quote', 'note'] });
    const kept: unknown = JSON.parse(JSON.stringify(mapping));
    expect(choiceFor(parseLabelMapping(kept), '__proto__')).toBe('note');
    expect(parseLabelMapping({ a: 'quote', b: 7 })).toEqual({ a: 'quote', b: 'leave' });
    expect(parseLabelMapping(null)).toEqual({});
  });

  test('knows a label by one line of at most 200 code points', () => {
    expect(labelName(label)).toBe('Two words __proto__');
    expect([...labelName('🚢'.repeat(300))]).toHaveLength(200);
  });
});
