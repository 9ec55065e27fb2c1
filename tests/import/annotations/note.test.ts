import { describe, expect, test } from 'vitest';
import { notesByAnnotation } from '../../../src/import/annotations/note.ts';

const HERE = [{ start: 0, end: 4 }];

/** A label on the same words as all others; `remarks` are what the file says beside. */
function labelled(remarks: readonly string[] = []) {
  return { source: { place: '1', label: 'remark', anchors: [], attributes: {}, remarks }, parts: HERE };
}

const tagged = (count: number) => Array.from({ length: count }, () => ({ parts: HERE }));

describe('labels that become notes', () => {
  test('go into no more notes than a thousand, and it is said', () => {
    const { notes, lines } = notesByAnnotation(tagged(1001), [labelled()]);
    expect(notes.filter((note) => note.length > 0)).toHaveLength(1000);
    expect(lines[0]).toMatchObject({ outcome: 'note', reason: expect.stringContaining('1,000 annotations') });
  });

  test('that fit no note go into one, which is cut later', () => {
    const { notes, lines } = notesByAnnotation(tagged(3), [labelled(['x'.repeat(10_001)])]);
    expect(notes.map((note) => note.length)).toEqual([2, 0, 0]);
    expect(lines[0]?.outcome).toBe('note');
  });

  test('for which no note has room are left, and the report has them', () => {
    const full = Array.from({ length: 2 }, () => labelled(['x'.repeat(10_001)]));
    const { notes, lines } = notesByAnnotation(tagged(2), [...full, labelled(['the rest'])]);
    expect(notes.flat()).toHaveLength(4);
    expect(lines[2]).toMatchObject({ outcome: 'left', reason: expect.stringMatching(/remark\nthe rest$/) });
  });
});
