import { expect, test } from 'vitest';
import { measureTags } from '../../../src/formats/reading/measure-tags.ts';

test('tags are counted and measured', () => {
  expect(measureTags('<?x?><a b="1"><c/><d>é</d></a>')).toEqual({
    count: 6,
    deepest: 2,
    longestOpening: '<a b="1">'.length,
    longestOther: '<?x?>'.length,
  });
  expect(measureTags('no tags')).toEqual({ count: 0, deepest: 0, longestOpening: 0, longestOther: 0 });
});

test.each([
  ['in quotes', `<a b="x > y" c='/>'>`, 1],
  ['in comments', '<a><!-- <b> < c > --><d/></a>', 1],
  ['in CDATA', '<a><![CDATA[1 < 2 <b><c>]]></a>', 1],
  ['in instructions', '<?x a > b?><a/>', 0],
])('signs of markup %s are none', (_, xml, deepest) => {
  expect(measureTags(xml)?.deepest).toBe(deepest);
});

test.each([
  ['a tag without an end', '<a><b'],
  ['a tag inside of a tag', '<a <b>>'],
  ['a value without an end', '<a b="c>'],
  ['a comment without an end', '<a><!-- </a>'],
  ['CDATA without an end', '<a><![CDATA[ </a>'],
  ['an instruction without an end', '<?a>'],
  ['ten million tags without an end', '<a'.repeat(10_000_000)],
  ['ten million tags with one end', `${'<a'.repeat(10_000_000)}/>`],
])('nothing is told of %s', (_, xml) => expect(measureTags(xml)).toBeUndefined());
