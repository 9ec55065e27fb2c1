import { describe, expect, test } from 'vitest';
import {
  formatLinks,
  LINK_KINDS,
  linkKindOf,
  linkName,
  parseLinks,
  seenFromEnds,
  turnedName,
} from '../../src/domain/link.ts';

describe('a cell of links', () => {
  test('is empty where there are none, and read back as it was written', () => {
    expect(formatLinks([])).toBeNull();
    const links = LINK_KINDS.map((kind, at) => ({ kind, to: `id-${at}` }));
    expect(parseLinks(formatLinks(links) ?? '')).toEqual({ links, unread: [] });
  });

  test.each([
    ['', [], []],
    [' repeats : a ;; contains:b ; ', ['repeats a', 'contains b'], []],
    ['repeats:urn:x:1', ['repeats urn:x:1'], []],
    ['repeats:', [], []],
    ['likes:a; repeats:b', ['repeats b'], ['likes:a']],
    ['constructor:a', [], ['constructor:a']],
    ['just words', [], ['just words']],
  ])('%j', (cell, said, unread) => {
    const read = parseLinks(cell);
    expect(read.links.map(({ kind, to }) => `${kind} ${to}`)).toEqual(said);
    expect(read.unread).toEqual(unread);
  });
});

describe('a link', () => {
  const link = { fromId: 'a', toId: 'b' };
  test('says the same the other way round only where it is mutual', () => {
    const mutual = LINK_KINDS.filter((kind) => turnedName({ ...link, kind }) !== undefined);
    expect(mutual).toEqual(['contradicts']);
    expect(turnedName({ ...link, kind: 'contradicts' })).toBe(
      linkName({ fromId: 'b', toId: 'a', kind: 'contradicts' }),
    );
  });

  test('is of a kind of the table', () => {
    expect(LINK_KINDS.map((kind) => linkKindOf(kind))).toEqual(LINK_KINDS);
    expect([undefined, '', 'toString', 'RESTS_ON'].map(linkKindOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is seen from both ends, where it begins first', () => {
    const end = (id: string) => ({ id, tag: 'claim' as const, text: id, start: 0 });
    const seen = seenFromEnds([
      { kind: 'repeats', from: end('b'), to: end('a') },
      { kind: 'contains', from: end('a'), to: end('c') },
    ]);
    const said = (id: string) => seen.get(id)?.map(({ isFrom, other }) => `${isFrom} ${other.id}`);
    expect(said('a')).toEqual(['true c', 'false b']);
    expect(said('b')).toEqual(['true a']);
    expect(said('c')).toEqual(['false a']);
  });
});
