import { describe, expect, test } from 'vitest';
import { notesByAnnotation } from '../../../src/import/annotations/note.ts';

const HERE = [{ start: 0, end: 4 }];

/** A label on the same words as all others; `remarks` are what the file says beside. */
function labelled(remarks: readonly string[] = []) {
  return { source: { place: '1', label: 'remark', anchors: [], attributes: {}, remarks }, parts: HERE };
}

const tagged = (count: number) => Array.from({ length: count }, () => ({ parts: HERE }));

describe('labels that become notes', () => {
  const whole = { source: labelled().source, parts: [] };

  test.each([
    ['on the same words', labelled()],
    ['on the whole article', whole],
  ])('%s go into the notes of a few annotations', (_, remark) => {
    const { notes, lines } = notesByAnnotation(tagged(20), [remark]);
    expect(notes.filter((note) => note.length > 0)).toHaveLength(20);
    expect(lines[0]).toMatchObject({ outcome: 'note', reason: expect.stringContaining('20 annotations') });
  });

  test.each([
    ['on the same words', labelled()],
    ['on the whole article', whole],
  ])('%s that thousands share are stored once, and it is said', (_, remark) => {
    const { notes, lines } = notesByAnnotation(tagged(3000), [remark]);
    expect(notes.map((note, at) => (note.length > 0 ? at : -1)).filter((at) => at >= 0)).toEqual([0]);
    expect(lines[0]).toMatchObject({ outcome: 'note', reason: expect.stringContaining('stored once') });
  });

  test('that thousands share go into the first note with room', () => {
    const { notes } = notesByAnnotation(tagged(3000), [
      labelled(['x'.repeat(9_990)]),
      labelled(['y'.repeat(9_000)]),
    ]);
    expect(notes.slice(0, 3).map((note) => note.length)).toEqual([2, 2, 0]);
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
