import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ATTRIBUTES,
  type Attributes,
  attributesOf,
  keepFor,
  NO_ATTRIBUTES,
  readAttributes,
} from '../../src/domain/attributes.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';
import { parseNumber } from '../../src/domain/parse-number.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';

function problems(read: () => unknown): Readonly<Record<string, string>> {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.fields;
    throw error;
  }
  return {};
}

const FULL: Attributes = {
  ...NO_ATTRIBUTES,
  speaker: 'Ines Okafor',
  cue: 'said',
  quoteType: 'direct',
  value: 1200,
  valueMax: 1500,
  comparator: '~',
  unit: 'people',
  subject: 'passengers',
  checkWorthiness: 'high',
  checkScore: 0.87,
  confidence: 'unsure',
  note: 'ask again',
};

describe('parseNumber', () => {
  it.each([
    ['3900', 3900],
    [' 3900 ', 3900],
    ['-2.5', -2.5],
    ['−2.5', -2.5],
    ['–7', -7],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1,200', 1200],
    ['1,200,000.25', 1_200_000.25],
    ['1 200 000', 1_200_000],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ['1’200’000', 1_200_000],
    ["1'200", 1200],
    ['12,00,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1.200.000,50', 1_200_000.5],
    ['3,5', 3.5],
    ['1,20', 1.2],
    ['1.500', 1.5],
    ['٣', 3],
    ['١٬٢٠٠٫٥', 1200.5],
    ['१,२५,०००', 125_000],
    ['−１２', -12],
    ['1e6', 1_000_000],
    ['2.5E-3', 0.0025],
    ['007', 7],
    ['0', 0],
  ])('%j is %d', (written, expected) => {
    expect(parseNumber(written)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'many',
    '3 900 people',
    '1,2000',
    '--2',
    '1-2',
    '0x10',
    'Infinity',
    'NaN',
    '1e301',
    '-1e301',
    '1e999',
    '1e',
    '.',
    '5 %',
    '½',
    '1\n200',
    `1${'0'.repeat(60)}`,
  ])('%j is no number', (written) => {
    expect(parseNumber(written)).toBeNull();
  });

  it.each([
    ['1.500', 'comma', 1500],
    ['1,500', 'comma', 1.5],
    ['-12.345', 'comma', -12_345],
    ['2,75', 'comma', 2.75],
    ['2.75', 'comma', 2.75],
    ['1.500,25', 'comma', 1500.25],
    ['1 500,25', 'comma', 1500.25],
    ['1500', 'comma', 1500],
    ['1.500', 'unknown', null],
    ['1,500', 'unknown', null],
    ['15.00', 'unknown', 15],
    ['1.500.000', 'unknown', 1_500_000],
  ] as const)('reads %j as a text of style %s has it: %d', (written, style, expected) => {
    expect(parseNumber(written, style)).toBe(expected);
  });

  it('keeps a number that nobody touched, however the text writes numbers', () => {
    const before = { ...NO_ATTRIBUTES, value: 1.125 };
    expect(readAttributes('statistic', { value: '1.125' }, before, 'comma').value).toBe(1.125);
    expect(readAttributes('statistic', { value: '1.126' }, before, 'comma').value).toBe(1126);
  });

  it('says what is wrong where a number can be one of two', () => {
    const sent = () => readAttributes('statistic', { value: '1.500' }, NO_ATTRIBUTES, 'unknown');
    expect(sent).toThrow(InvalidInputError);
    expect(() => readAttributes('statistic', { value: '1500' }, NO_ATTRIBUTES, 'unknown')).not.toThrow();
  });

  it('reads back every number that it can write', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        expect(parseNumber(String(value))).toBe(value === 0 ? Number(String(value)) : value);
      }),
    );
  });
});

describe('readAttributes', () => {
  test.each(BUILT_IN_TAGS)('reads what a %s has and passes the rest over', (tag) => {
    const fields = Object.fromEntries(ATTRIBUTES.map(({ name, field }) => [field, String(FULL[name])]));
    expect(readAttributes(tag, fields)).toEqual(keepFor(tag, FULL));
  });

  test('a field that was not sent keeps its value, an empty one loses it', () => {
    const before = keepFor('quote', FULL);
    expect(readAttributes('quote', {}, before)).toEqual(before);
    expect(readAttributes('quote', { speaker: ' ', note: '' }, before)).toEqual({
      ...before,
      speaker: null,
      note: null,
    });
  });

  test('keeps nothing that the tag does not have', () => {
    expect(readAttributes('claim', {}, FULL)).toEqual({
      ...NO_ATTRIBUTES,
      speaker: 'Ines Okafor',
      checkWorthiness: 'high',
      checkScore: 0.87,
      confidence: 'unsure',
      note: 'ask again',
    });
  });

  test.each([
    ['quote', { quote_type: 'loud' }, ['quote_type']],
    ['quote', { speaker: 'x'.repeat(301) }, ['speaker']],
    ['quote', { note: 'x'.repeat(10_001) }, ['note']],
    ['claim', { check_worthiness: 'HIGH', confidence: 'very' }, ['check_worthiness', 'confidence']],
    ['statistic', { value: 'many', unit: 'x'.repeat(101) }, ['unit', 'value']],
    ['statistic', { value: '1', comparator: '==' }, ['comparator']],
    ['statistic', { value_max: '5' }, ['value']],
    ['statistic', { value: '5', value_max: '4' }, ['value_max']],
    ['statistic', { value: 'many', value_max: 'more' }, ['value', 'value_max']],
  ] as const)('for a %s, %j is refused, naming every wrong field', (tag, fields, wrong) => {
    const found = problems(() => readAttributes(tag, fields));
    expect(Object.keys(found).sort()).toEqual(wrong);
    for (const sentence of Object.values(found)) expect(sentence).toMatch(/^\S.{10,}\.$/);
  });

  test.each([
    ['statistic', { value: '5', value_max: '5' }],
    ['statistic', { value: '0' }],
    ['quote', { speaker: 'x'.repeat(300), note: 'y'.repeat(10_000) }],
    ['claim', { value: 'many', quote_type: 'loud' }],
  ] as const)('for a %s, %j is accepted', (tag, fields) => {
    expect(problems(() => readAttributes(tag, fields))).toEqual({});
  });

  test('a new upper end is measured against the value that stays', () => {
    const before = keepFor('statistic', FULL);
    expect(problems(() => readAttributes('statistic', { value_max: '1' }, before))).toHaveProperty(
      'value_max',
    );
    expect(problems(() => readAttributes('statistic', { value: '' }, before))).toHaveProperty('value');
  });

  test('a note has one kind of line end, so that its length is what the browser counted', () => {
    const note = `${'x'.repeat(4999)}\r\n${'y'.repeat(5000)}`;
    expect(readAttributes('claim', { note }).note).toBe(note.replace('\r\n', '\n'));
  });

  test('keeps any words as they were typed, less the white space around them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (words) => {
        const trimmed = words.trim();
        expect(readAttributes('quote', { speaker: words }).speaker).toBe(trimmed === '' ? null : trimmed);
      }),
    );
  });
});

test('every attribute belongs to a tag, has its own field, and none is left out', () => {
  expect(ATTRIBUTES.map(({ name }) => name).sort()).toEqual(Object.keys(NO_ATTRIBUTES).sort());
  expect(new Set(ATTRIBUTES.map(({ field }) => field)).size).toBe(ATTRIBUTES.length);
  expect(new Set(BUILT_IN_TAGS.flatMap((tag) => attributesOf(tag))).size).toBe(ATTRIBUTES.length);
});
