import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstRecords, jsonRecords } from '../../../src/formats/reading/json-records.ts';

const recordsOf = (text: string) => [...jsonRecords({ bytes: Buffer.from(text) })];
const object = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('any objects are read', () => {
  test.each([
    [
      'line by line',
      (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n'),
      'line',
    ],
    ['from a list', (values: readonly unknown[]) => JSON.stringify(values), 'record'],
    ['from an indented list', (values: readonly unknown[]) => JSON.stringify(values, null, 2), 'record'],
  ])('%s', (_, write, name) => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 4 }), (values) => {
        const expected = values.map((value, index) => ({ place: `${name} ${index + 1}`, value }));
        expect(recordsOf(write(values))).toEqual(expected);
      }),
    );
  });

  test('from one after another, indented', () => {
    expect(recordsOf('{\n "a": 1\n}\n{\n "b": "}\\\\"\n}\n')).toEqual([
      { place: 'record 1', value: { a: 1 } },
      { place: 'record 2', value: { b: '}\\' } },
    ]);
  });
});

test.each([
  ['[]', []],
  ['[1, "a]", [2], null]', [1, 'a]', [2], null]],
])('the list %s has its elements', (text, values) => {
  expect(recordsOf(text)).toEqual(values.map((value, index) => ({ place: `record ${index + 1}`, value })));
});

test.each(['[', '[1', '[{"a":1', '["a', '[1}', '[{"a":1}]'.slice(0, -1)])(
  'the broken list %s says so',
  (text) => {
    expect(recordsOf(text).at(-1)).toEqual({
      place: expect.stringMatching(/^record \d$/),
      reason: 'The file ends here too soon, or its brackets do not match. Export it again.',
    });
  },
);

test('only the first few are looked at to know a file', () => {
  const [good, broken] = ['{"a":1}\n', '{"a"\n'];
  expect(firstRecords({ bytes: Buffer.from(broken + good.repeat(9)) })).toEqual([
    { a: 1 },
    { a: 1 },
    { a: 1 },
  ]);
  expect(firstRecords({ bytes: Buffer.from(broken.repeat(9) + good) })).toEqual([]);
});
