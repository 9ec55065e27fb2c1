import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawn, drawMarks, type Markable } from '../../src/text/marks.ts';

/** A drawing as text: `a[` where mark a begins, `a(` where it goes on, `]` where it ends, `)` where a piece does. */
function write(drawn: readonly Drawn<Markable>[]): string {
  return drawn
    .map((item) =>
      typeof item === 'string'
        ? item
        : `${item.mark.id}${item.isFirst ? '[' : '('}${write(item.children)}${item.isLast ? ']' : ')'}`,
    )
    .join('');
}

const mark = (id: string, ...parts: [number, number][]): Markable => ({
  id,
  parts: parts.map(([start, end]) => ({ start, end })),
});

const TEXT = 'abcdefghij';

describe('drawMarks', () => {
  it.each([
    ['nothing', [], 'abcdefghij'],
    ['one', [mark('1', [2, 4])], 'ab1[cd]efghij'],
    ['the whole', [mark('1', [0, 10])], '1[abcdefghij]'],
    ['neighbours', [mark('1', [0, 3]), mark('2', [3, 5])], '1[abc]2[de]fghij'],
    ['nested', [mark('1', [1, 9]), mark('2', [3, 5])], 'a1[bc2[de]fghi]j'],
    ['nested, same start', [mark('2', [1, 3]), mark('1', [1, 9])], 'a1[2[bc]defghi]j'],
    ['nested, same end', [mark('1', [1, 9]), mark('2', [5, 9])], 'a1[bcde2[fghi]]j'],
    ['same span', [mark('1', [1, 3]), mark('2', [1, 3])], 'a1[2[bc]]defghij'],
    ['crossing', [mark('1', [1, 5]), mark('2', [3, 8])], 'a1[bc2[de)]2(fgh]ij'],
    [
      'three crossing',
      [mark('1', [0, 4]), mark('2', [2, 6]), mark('3', [3, 8])],
      '1[ab2[c3[d))]2(3(ef)]3(gh]ij',
    ],
    ['two parts', [mark('1', [0, 2], [4, 6])], '1[ab)cd1(ef]ghij'],
  ])('draws %s', (_name, marks, expected) => {
    expect(write(drawMarks(TEXT, { start: 0, end: 10 }, marks))).toBe(expected);
  });

  it('clips marks to the span and says that they began before, or go on', () => {
    expect(write(drawMarks(TEXT, { start: 3, end: 6 }, [mark('1', [1, 5]), mark('2', [5, 9])]))).toBe(
      '1(de]2[f)',
    );
  });

  const spans = fc
    .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
    .map((pairs) =>
      pairs.map(([start, length], index) => mark(String(index), [start, Math.min(start + length, 40)])),
    );

  it('keeps every word, and covers with each mark exactly its own', () => {
    const text = 'The quick brown fox 🦊 jumps over it all!!';
    fc.assert(
      fc.property(spans, (marks) => {
        const covered = new Map<string, number[]>();
        let at = 0;
        const walk = (drawn: readonly Drawn<Markable>[], inside: readonly string[]) => {
          for (const item of drawn) {
            if (typeof item !== 'string') walk(item.children, [...inside, item.mark.id]);
            else
              for (let unit = 0; unit < item.length; unit++, at++) {
                for (const id of inside) cover(covered, id, at);
              }
          }
        };
        walk(drawMarks(text, { start: 0, end: text.length }, marks), []);
        expect(at).toBe(text.length);
        for (const { id, parts } of marks) {
          const [{ start, end } = { start: 0, end: 0 }] = parts;
          expect(covered.get(id)).toEqual(Array.from({ length: end - start }, (_, index) => start + index));
        }
      }),
    );
  });

  it('begins every mark once', () => {
    fc.assert(
      fc.property(spans, (marks) => {
        const written = write(drawMarks('x'.repeat(40), { start: 0, end: 40 }, marks));
        for (const { id } of marks)
          expect(written.match(new RegExp(`(?<!\\d)${id}\\[`, 'g'))).toHaveLength(1);
      }),
    );
  });
});

function cover(covered: Map<string, number[]>, id: string, at: number): void {
  covered.set(id, [...(covered.get(id) ?? []), at]);
}
