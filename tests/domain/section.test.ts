import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectionAt, sectionsOf } from '../../src/domain/section.ts';
import type { Block } from '../../src/text/blocks.ts';

const layouts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 60 })), { maxLength: 30 })
  .chain((pairs) => fc.tuple(fc.constant(pairs), fc.nat(5)))
  .map(([pairs, rest]) => {
    let at = 0;
    const blocks = pairs.map(([gap, length]): Block => {
      const start = at + gap;
      at = start + length;
      return { kind: 'paragraph', start, end: at };
    });
    return { blocks, length: at + rest };
  });

test('sections follow each other, hold every block once, and are long enough but the last', () => {
  fc.assert(
    fc.property(layouts, fc.integer({ min: 1, max: 100 }), ({ blocks, length }, most) => {
      const sections = sectionsOf(blocks, length, most);
      expect(sections.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks);
      let at = 0;
      for (const [index, section] of sections.entries()) {
        expect(section.index).toBe(index);
        expect(section.start).toBe(at);
        expect(section.to).toBeGreaterThan(section.from);
        if (index < sections.length - 1) expect(section.end - section.start).toBeGreaterThanOrEqual(most);
        at = section.end;
      }
      expect(at).toBe(blocks.length > 0 ? length : 0);
    }),
  );
});

test('every offset of the text has its section, and one behind it the last', () => {
  fc.assert(
    fc.property(layouts, fc.nat(200), ({ blocks, length }, offset) => {
      fc.pre(blocks.length > 0);
      const sections = sectionsOf(blocks, length, 40);
      const section = sectionAt(sections, offset);
      if (offset >= length) expect(section).toBe(sections.at(-1));
      else {
        expect(section?.start).toBeLessThanOrEqual(offset);
        expect(section?.end).toBeGreaterThan(offset);
      }
    }),
  );
});

test('no blocks make no sections', () => {
  expect(sectionsOf([], 0)).toEqual([]);
  expect(sectionAt([], 0)).toBeUndefined();
});
