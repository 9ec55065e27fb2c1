import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Casable, type Case, casesOf, membersOf } from '../../src/domain/case.ts';
import { BUILT_IN_TAGS, type Tag } from '../../src/domain/tag.ts';
import { overlapOver } from '../../src/domain/word-overlap.ts';
import { hullOf, type Span } from '../../src/text/span.ts';
import { wordsIn } from '../../src/text/words.ts';

const TEXT =
  'The night ferry was late, and “nobody came,” said Ines Okafor about 1,200 people on the quay today.';
const overlap = overlapOver(wordsIn(TEXT));
const [FIRST, SECOND = FIRST] = BUILT_IN_TAGS;

let made = 0;

function on(words: string | readonly string[], tag: Tag = FIRST, id = `a${++made}`): Casable {
  const parts = [words].flat().map((each) => {
    const start = TEXT.indexOf(each);
    if (start < 0) throw new RangeError(each);
    return { start, end: start + each.length };
  });
  return { id, tag, parts, ...hullOf(parts) };
}

/** The ids of the members of each case, a dash for nothing. */
function shown(cases: readonly Case<Casable>[]): string[] {
  return cases.map(({ members }) => members.map((member) => member?.id ?? '-').join(' '));
}

describe('how much of their words two things share', () => {
  test.each([
    ['The night ferry', 'The night ferry', 1],
    ['The night ferry', 'night ferry was', 0.5],
    ['The night', 'said Ines', 0],
    // Punctuation is no word, and a piece of a word counts for the whole.
    ['nobody came', '“nobody came,”', 1],
    ['night ferr', 'night ferry', 1],
  ])('%s and %s: %d', (a, b, share) => {
    expect(overlap(on(a), on(b))).toBe(share);
  });

  test('over several parts', () => {
    expect(overlap(on(['nobody came', 'Ines Okafor']), on('nobody came,” said Ines Okafor'))).toBe(4 / 5);
  });

  test('without words counts code units', () => {
    expect(overlap(on('“'), on('“'))).toBe(1);
    expect(overlap(on(','), on('“'))).toBe(0);
  });
});

describe('cases', () => {
  test('hold what coders have on the same words, and stand in text order', () => {
    const codings = [
      [on('said Ines Okafor', FIRST, 'a2'), on('The night ferry', FIRST, 'a1')],
      [on('night ferry', FIRST, 'b1')],
      [on('The night ferry was', FIRST, 'c1'), on('on the quay', FIRST, 'c3')],
    ];
    expect(shown(casesOf(codings, overlap))).toEqual(['a1 b1 c1', 'a2 - -', '- - c3']);
  });

  test('hold one of each coder: one against two is two cases that know of each other', () => {
    const quote = on('“nobody came,” said Ines Okafor about', FIRST, 'a');
    const halves = [on('“nobody came,”', FIRST, 'b1'), on('said Ines Okafor about', FIRST, 'b2')];
    const cases = casesOf([[quote], halves], overlap);
    expect(shown(cases)).toEqual(['- b1', 'a b2']);
    expect(cases.map((one) => one.overlaps)).toEqual([[1], [0]]);
  });

  test('make no chain of what overlaps in turn', () => {
    // a and b share half, b and c share half, a and c nothing.
    const chain = [
      [on('The night ferry was', FIRST, 'a')],
      [on('night ferry was late', FIRST, 'b')],
      [on('late, and “nobody', FIRST, 'c')],
    ];
    expect(shown(casesOf(chain, overlap))).toEqual(['a b -', '- - c']);
  });

  test('join the same tag before another one that fits better', () => {
    const same = on('The night ferry was', FIRST, 'same');
    const other = on('The night ferry', SECOND, 'other');
    const cases = casesOf([[on('The night ferry', FIRST, 'a')], [same, other]], overlap);
    expect(shown(cases)).toEqual(['- other', 'a same']);
  });

  test('join other tags where there is no same one', () => {
    const codings = [[on('The night ferry', FIRST, 'a')], [on('The night ferry', SECOND, 'b')]];
    expect(shown(casesOf(codings, overlap))).toEqual(['a b']);
  });

  test('of nobody and of nothing are none', () => {
    expect(casesOf([], overlap)).toEqual([]);
    expect(casesOf([[], []], overlap)).toEqual([]);
  });
});

const span = fc
  .tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]): Span => ({ start, end: Math.min(TEXT.length, start + length) }));
const codings = fc.array(fc.array(fc.tuple(span, fc.constantFrom(...BUILT_IN_TAGS)), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});

/** Codings of arbitrary spans and tags; ids say whose each is. */
const someCodings = codings.map((all) =>
  all.map((coding, coder) =>
    coding.map(([part, tag], at): Casable => ({ id: `${coder}-${at}`, tag, parts: [part], ...part })),
  ),
);

describe('whatever is coded', () => {
  test('every annotation is in one case, with its coder', () => {
    fc.assert(
      fc.property(someCodings, (all) => {
        const cases = casesOf(all, overlap);
        const ids = cases.flatMap((one) => membersOf(one).map(({ id }) => id));
        expect(ids.toSorted()).toEqual(
          all
            .flat()
            .map(({ id }) => id)
            .sort(),
        );
        for (const { members } of cases) {
          for (const [coder, member] of members.entries()) if (member) expect(member.id[0]).toBe(`${coder}`);
        }
      }),
    );
  });

  test('no two of a case share less than three tenths, and cases stand in text order', () => {
    fc.assert(
      fc.property(someCodings, (all) => {
        const cases = casesOf(all, overlap);
        for (const one of cases) {
          const members = membersOf(one);
          for (const a of members) for (const b of members) expect(overlap(a, b)).toBeGreaterThanOrEqual(0.3);
        }
        const starts = cases.map((one) => one.span.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });

  test('the order of coders and of their annotations changes nothing', () => {
    fc.assert(
      fc.property(someCodings, (all) => {
        const there = casesOf(all, overlap).map((one) =>
          membersOf(one)
            .map(({ id }) => id)
            .sort(),
        );
        const turned = all.toReversed().map((coding) => coding.toReversed());
        const back = casesOf(turned, overlap).map((one) =>
          membersOf(one)
            .map(({ id }) => id)
            .sort(),
        );
        expect(back).toEqual(there);
      }),
    );
  });

  test('a coder compared with themselves agrees on everything', () => {
    fc.assert(
      fc.property(someCodings, ([one = []]) => {
        // One and the same place twice under one tag is twice the same, whichever is paired.
        const places = new Map(one.map((each) => [`${each.start}-${each.end} ${each.tag}`, each]));
        const own = [...places.values()];
        const twin = own.map((each) => ({ ...each, id: `twin ${each.id}` }));
        const cases = casesOf([own, twin], overlap);
        expect(cases.map(({ members }) => members.length)).toEqual(own.map(() => 2));
        for (const { members } of cases) expect(members[1]?.tag).toBe(members[0]?.tag);
      }),
    );
  });
});
