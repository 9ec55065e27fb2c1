import { expect, test } from 'vitest';
import type { CodingState } from '../../src/domain/coding.ts';
import { nextWork } from '../../src/domain/next-work.ts';

const coding = (articleId: string, state: CodingState, due?: string) => ({
  articleId,
  state,
  dueAt: due ? new Date(`${due}T00:00:00Z`) : null,
});

test.each([
  ['nothing', [], [], undefined, null],
  ['what is begun before what is not', [coding('a', 'todo'), coding('b', 'begun')], [], undefined, 'b'],
  ['what is due first', [coding('a', 'begun'), coding('b', 'todo', '2026-12-01')], [], undefined, 'b'],
  [
    'the earlier of two that are due',
    [coding('a', 'todo', '2026-12-02'), coding('b', 'todo', '2026-12-01')],
    [],
    undefined,
    'b',
  ],
  [
    'the order given, where all else is equal',
    [coding('b', 'todo'), coding('a', 'todo')],
    [],
    undefined,
    'b',
  ],
  ['nothing that is done or was let go', [coding('a', 'done'), coding('b', 'released')], [], undefined, null],
  ['practice before anything', [coding('a', 'todo', '2026-12-01')], ['p'], undefined, 'p'],
  ['no practice that is done', [coding('p', 'done'), coding('a', 'todo')], ['p'], undefined, 'a'],
  ['another than the one just left', [coding('a', 'begun'), coding('b', 'todo')], ['a'], 'a', 'b'],
] as const)('next is %s', (_what, codings, practice, except, expected) => {
  expect(nextWork(codings, practice, except)).toBe(expected);
});
