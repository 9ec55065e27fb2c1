import { describe, expect, test } from 'vitest';
import { accordOf, differencesIn } from '../../src/domain/accord.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { Case } from '../../src/domain/case.ts';
import {
  countCases,
  type Decision,
  formatSources,
  judgeCases,
  parseSources,
  sameSources,
} from '../../src/domain/decision.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';

const [TAG, OTHER = TAG] = BUILT_IN_TAGS;

function annotation(id: string, more: Partial<typeof PLAIN> = {}) {
  return { ...PLAIN, id, ...more };
}

const PLAIN = {
  ...NO_ATTRIBUTES,
  answers: null,
  id: '',
  tag: TAG,
  version: 1,
  start: 0,
  end: 5,
  parts: [{ start: 0, end: 5 }],
};

type Tagged = ReturnType<typeof annotation>;

const caseOf = (...members: (Tagged | null)[]): Case<Tagged> => ({
  members,
  span: { start: 0, end: 5 },
  overlaps: [],
});

function decided(...sources: [string, number][]): Decision {
  const id = sources.map(([name]) => name).join('+');
  return {
    id,
    kind: 'take',
    sources,
    results: [],
    annotatorId: 'me',
    isStale: false,
    createdAt: new Date(0),
  };
}

/** The state of each case where these annotations stand. */
function statesOf(
  cases: readonly Case<Tagged>[],
  decisions: readonly Decision[],
  gone: readonly string[] = [],
) {
  const members = cases.flatMap((one) => one.members).filter((member) => member !== null);
  const standing = new Map(
    members.filter(({ id }) => !gone.includes(id)).map(({ id, version }) => [id, version]),
  );
  return judgeCases(cases, decisions, standing);
}

describe('a case', () => {
  const both = caseOf(annotation('a'), annotation('b'));

  test('on which nothing was decided is open', () => {
    expect(statesOf([both], []).cases[0]?.state).toBe('open');
  });

  test('is decided where every member was decided on as it stands', () => {
    expect(statesOf([both], [decided(['a', 1], ['b', 1])]).cases[0]?.state).toBe('decided');
  });

  test.each([
    ['a member has changed', both, decided(['a', 1], ['b', 2])],
    [
      'a member has come',
      caseOf(annotation('a'), annotation('b'), annotation('c')),
      decided(['a', 1], ['b', 1]),
    ],
    ['a member is gone', caseOf(annotation('a'), null), decided(['a', 1], ['b', 1])],
    ['a coding was opened', both, { ...decided(['a', 1], ['b', 1]), isStale: true }],
  ])('is stale where %s', (_, one, decision) => {
    expect(statesOf([one], [decision]).cases[0]?.state).toBe('stale');
  });

  test('that fell in two is decided twice by one decision', () => {
    const halves = [caseOf(annotation('a'), null), caseOf(null, annotation('b'))];
    expect(statesOf(halves, [decided(['a', 1], ['b', 1])]).cases.map(({ state }) => state)).toEqual([
      'decided',
      'decided',
    ]);
  });

  test('counts as decided or not', () => {
    const { cases } = statesOf([both, caseOf(annotation('c'), null)], [decided(['c', 1])]);
    expect(countCases(cases)).toEqual({ cases: 2, decided: 1 });
  });
});

test('a decision of which every source is gone belongs to no case', () => {
  const { strays } = statesOf([caseOf(annotation('a'), null)], [decided(['gone', 1])]);
  expect(strays.map(({ id }) => id)).toEqual(['gone']);
});

describe('coders', () => {
  test.each([
    ['agreed', caseOf(annotation('a'), annotation('b'))],
    ['agreed', caseOf(annotation('a', { note: 'Why?', confidence: 'unsure' }), annotation('b'))],
    ['differs', caseOf(annotation('a'), annotation('b', { tag: OTHER }))],
    ['differs', caseOf(annotation('a'), annotation('b', { speaker: 'Ines Okafor' }))],
    ['differs', caseOf(annotation('a'), annotation('b'), null)],
    ['alone', caseOf(annotation('a'), null)],
    ['alone', caseOf(annotation('a'))],
  ])('%s', (accord, one) => {
    expect(accordOf(one)).toBe(accord);
  });

  test('differ in words, tag and fields, each named once', () => {
    const [a, b] = [
      annotation('a'),
      annotation('b', { tag: OTHER, parts: [{ start: 1, end: 5 }], speaker: 'X' }),
    ];
    expect(differencesIn([a, b, b])).toEqual(['words', 'tag', 'speaker']);
  });
});

test('sources are read as they are written, and what is none is passed over', () => {
  const sources = [
    ['0191-aa', 1],
    ['0191-bb', 12],
  ] as const;
  expect(parseSources(formatSources(sources))).toEqual(sources);
  expect(parseSources('x y. .1 <b>.2 ok.3')).toEqual([['ok', 3]]);
  expect(sameSources(sources, sources.toReversed())).toBe(true);
  expect(
    sameSources(sources, [
      ['0191-aa', 2],
      ['0191-bb', 12],
    ]),
  ).toBe(false);
});
