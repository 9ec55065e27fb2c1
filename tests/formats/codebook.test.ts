import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODEBOOK_LIMITS,
  type Codebook,
  type CodebookTag,
  DEFAULT_CODEBOOK,
  defaultTag,
} from '../../src/domain/codebook/codebook.ts';
import { type CodebookField, FIELD_KINDS } from '../../src/domain/codebook/field.ts';
import type { Hue } from '../../src/domain/hue.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';
import { readCodebook, sayProblems } from '../../src/formats/codebook/read.ts';
import { codebookDocument, writeCodebook } from '../../src/formats/codebook/write.ts';

type Document = { format: unknown; tags: Record<string, unknown>[] } & Record<string, unknown>;

/** The default codebook's document, changed by hand. */
function written(change: (document: Document) => void): string {
  // What JSON makes of what was just written.
  const document = JSON.parse(writeCodebook(DEFAULT_CODEBOOK)) as Document;
  change(document);
  return JSON.stringify(document);
}

const ofTag = (at: number, change: Record<string, unknown>) =>
  written(({ tags }) => {
    Object.assign(tags[at] ?? {}, change);
  });

test('the default codebook comes back as it was', () => {
  expect(readCodebook(writeCodebook(DEFAULT_CODEBOOK))).toEqual({
    codebook: { tags: DEFAULT_CODEBOOK.tags, fields: [] },
  });
  expect(readCodebook(`\uFEFF${writeCodebook(DEFAULT_CODEBOOK)}`)).toHaveProperty('codebook');
});

test('what may be left out of a document is filled in', () => {
  const short = written(({ tags }) => {
    for (const tag of tags) for (const name of ['useWhen', 'notWhen', 'examples', 'off']) delete tag[name];
  });
  const read = readCodebook(short);
  expect(read).toMatchObject({ codebook: { tags: [{ useWhen: '', examples: [], isOff: false }, {}, {}] } });
});

describe('what is wrong is said with its place', () => {
  test.each([
    ['no JSON', '{"format":', '', 'This is not JSON'],
    [
      'another format',
      written((it) => Object.assign(it, { format: 'x' })),
      'format',
      'not a codebook of On Record',
    ],
    ['a list', '[]', '', 'value cannot be read'],
    ['nothing in it', '{}', 'format', 'not a codebook of On Record'],
    ['an unknown name', written((it) => Object.assign(it, { colour: 1 })), '', 'nothing called “colour”'],
    ['a misspelt name', ofTag(1, { defintion: 'x' }), 'tags[1]', 'nothing called “defintion”'],
    ['no name', ofTag(0, { name: '  ' }), 'tags[0].name', 'must not be empty'],
    ['a number for a text', ofTag(0, { plural: 3 }), 'tags[0].plural', 'Text is required'],
    ['a long name', ofTag(2, { name: 'x'.repeat(41) }), 'tags[2].name', 'At most 40 characters'],
    ['a letter that is none', ofTag(0, { letter: '!' }), 'tags[0].letter', 'One letter from A to Z'],
    ['two letters', ofTag(0, { letter: 'AB' }), 'tags[0].letter', 'One letter from A to Z'],
    [
      'a key of the page',
      ofTag(0, { letter: 'j' }),
      'tags[0].letter',
      'already does something else: Next sentence',
    ],
    ['a letter of another tag', ofTag(1, { letter: 'C' }), 'tags[1].letter', 'C is the key of the tag Claim'],
    ['a hue that is none', ofTag(0, { hue: 13 }), 'tags[0].hue', 'from 1 to 12'],
    ['half a hue', ofTag(0, { hue: 1.5 }), 'tags[0].hue', 'from 1 to 12'],
    [
      'a name of another tag',
      ofTag(2, { name: 'claim' }),
      'tags[2].name',
      'The tag claim already has the name',
    ],
    ['an example that is none', ofTag(1, { examples: ['x', 7] }), 'tags[1].examples[1]', 'Text is required'],
    ['too many examples', ofTag(1, { examples: Array(21).fill('x') }), 'tags[1].examples', 'At most 20'],
    ['a switch that is none', ofTag(1, { off: 'no' }), 'tags[1].off', 'true or false'],
    ['a key that is none', ofTag(1, { key: 'Not a key' }), 'tags[1].key', 'small letters'],
    ['a key that means something else', ofTag(1, { key: 'note' }), 'tags[1].key', 'means something else'],
    ['a tag twice', ofTag(1, { key: 'claim' }), 'tags[1].key', 'appears twice'],
    ['a tag left out', written(({ tags }) => tags.pop()), 'tags', 'statistic is missing'],
    [
      'all switched off',
      written(({ tags }) =>
        Object.assign(
          tags,
          tags.map((tag) => ({ ...tag, off: true })),
        ),
      ),
      'tags[0].off',
      'At least one tag',
    ],
  ])('%s', (_what, json, place, why) => {
    const read = readCodebook(json);
    const problems = 'problems' in read ? read.problems : new Map<string, string>();
    expect([...problems.keys()]).toContain(place);
    expect(problems.get(place)).toContain(why);
    expect(sayProblems(problems).join('\n')).toContain(place === '' ? why : `${place}: `);
  });

  test('and many problems are not all said', () => {
    const read = readCodebook(
      written(({ tags }) => {
        for (const tag of tags) Object.assign(tag, { name: '', plural: '', letter: '', hue: 0, off: 0 });
      }),
    );
    const lines = 'problems' in read ? sayProblems(read.problems) : [];
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('And 7 more problems.');
  });
});

const text = (most: number) =>
  fc.string({ minLength: 1, maxLength: most, unit: 'grapheme' }).filter((words) => {
    const trimmed = words.trim();
    return trimmed === words && words !== '' && words.length <= most;
  });

const FREE_LETTERS = [...'BCGHLQRSTUVY0123456789'];

function fieldOf(): fc.Arbitrary<CodebookField> {
  return fc.record({
    key: fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/),
    name: text(CODEBOOK_LIMITS.name),
    kind: fc.constantFrom(...FIELD_KINDS),
    tags: fc.subarray([...BUILT_IN_TAGS], { minLength: 1 }),
    help: fc.oneof(fc.constant(''), text(60)),
    choices: fc.array(
      text(CODEBOOK_LIMITS.name).filter((choice) => !choice.includes(';')),
      { minLength: 1, maxLength: 4 },
    ),
    unit: fc.constantFrom('', 'days'),
    isRequired: fc.boolean(),
    shownIf: fc.constant(null),
    isOff: fc.boolean(),
  });
}

/** Codebooks of every kind that can be saved. */
const codebooks: fc.Arbitrary<Codebook> = fc
  .record({
    order: fc.shuffledSubarray([...BUILT_IN_TAGS], { minLength: BUILT_IN_TAGS.length }),
    letters: fc.shuffledSubarray(FREE_LETTERS, {
      minLength: BUILT_IN_TAGS.length,
      maxLength: BUILT_IN_TAGS.length,
    }),
    names: fc.uniqueArray(text(CODEBOOK_LIMITS.name), {
      minLength: 2 * BUILT_IN_TAGS.length,
      maxLength: 2 * BUILT_IN_TAGS.length,
      selector: (name) => name.toLowerCase(),
    }),
    said: fc.array(
      fc.record({
        hue: fc.integer({ min: 1, max: 12 }),
        definition: text(60),
        useWhen: fc.oneof(fc.constant(''), text(60)),
        notWhen: fc.oneof(fc.constant(''), text(60)),
        examples: fc.array(text(40), { maxLength: 4 }),
        isOff: fc.boolean(),
      }),
      { minLength: BUILT_IN_TAGS.length, maxLength: BUILT_IN_TAGS.length },
    ),
    fields: fc.uniqueArray(fieldOf(), { maxLength: 4, selector: ({ key }) => key }),
  })
  .map(({ order, letters, names, said, fields }) => ({
    fields,
    tags: order.map(
      (key, at): CodebookTag => ({
        ...defaultTag(key),
        ...said[at],
        // One is always offered.
        isOff: at > 0 && (said[at]?.isOff ?? false),
        hue: (said[at]?.hue ?? 1) as Hue,
        key,
        letter: letters[at] ?? '',
        name: names[2 * at] ?? '',
        plural: names[2 * at + 1] ?? '',
      }),
    ),
  }));

test('every codebook comes back from its file', () => {
  fc.assert(
    fc.property(codebooks, (codebook) => {
      const read = readCodebook(writeCodebook(codebook));
      expect(read).toEqual({ codebook });
      expect(codebookDocument(codebook).tags).toHaveLength(BUILT_IN_TAGS.length);
    }),
    { numRuns: 60 },
  );
});
