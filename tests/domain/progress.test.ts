import { describe, expect, test } from 'vitest';
import type { CodingState } from '../../src/domain/coding.ts';
import {
  type CodingGroup,
  doneByDay,
  isOverdue,
  progressByCoder,
  whoHasStopped,
} from '../../src/domain/progress.ts';

const at = (time: string) => new Date(`${time}Z`);
const NOW = at('2026-11-28T09:00:00');

function group(coderId: string, state: CodingState, more: Partial<CodingGroup> = {}): CodingGroup {
  return { coderId, state, codings: 1, sentences: 10, coded: 0, overdue: 0, touchedAt: null, ...more };
}

describe('how far coders are', () => {
  const groups = [
    group('ana', 'done', { codings: 2, sentences: 20, coded: 20, touchedAt: at('2026-11-27T10:00:00') }),
    group('ana', 'begun', { coded: 4, touchedAt: at('2026-11-20T10:00:00') }),
    group('ana', 'todo', { overdue: 1 }),
    group('ben', 'released', { coded: 3, touchedAt: at('2026-11-26T10:00:00') }),
    group('gone', 'todo'),
  ];
  const [ana, ben, cleo] = progressByCoder(groups, ['ana', 'ben', 'cleo']);

  test('counts their codings by state, and sentences', () => {
    expect(ana).toEqual({
      coderId: 'ana',
      codings: { todo: 1, begun: 1, done: 2, released: 0 },
      sentences: 40,
      coded: 24,
      overdue: 1,
      touchedAt: at('2026-11-27T10:00:00'),
    });
  });

  test('what went back is nobody’s work any more, though it was work', () => {
    expect(ben).toMatchObject({ sentences: 0, coded: 0, touchedAt: at('2026-11-26T10:00:00') });
    expect(ben?.codings.released).toBe(1);
  });

  test('who has nothing is listed, who is not asked for is not', () => {
    expect(cleo).toMatchObject({ coderId: 'cleo', sentences: 0, touchedAt: null });
    expect(progressByCoder(groups, ['ana'])).toHaveLength(1);
  });
});

test.each([
  ['todo', '2026-11-27T00:00:00', true],
  ['begun', '2026-11-27T00:00:00', true],
  ['done', '2026-11-27T00:00:00', false],
  ['todo', '2026-11-28T00:00:00', false],
] as const)('%s and due on %s: overdue is %s', (state, due, expected) => {
  expect(isOverdue({ state, dueAt: at(due) }, NOW)).toBe(expected);
  expect(isOverdue({ state, dueAt: null }, NOW)).toBe(false);
});

test('who has stopped has work left and none of it was touched for as long', () => {
  const groups = [
    group('fresh', 'begun', { touchedAt: at('2026-11-27T10:00:00') }),
    group('idle', 'begun', { touchedAt: at('2026-11-20T10:00:00') }),
    group('idle', 'done', { touchedAt: at('2026-11-01T10:00:00') }),
    group('never', 'todo'),
    group('finished', 'done', { touchedAt: at('2026-11-01T10:00:00') }),
  ];
  const progress = progressByCoder(groups, ['fresh', 'idle', 'never', 'finished', 'nothing']);
  expect(whoHasStopped(progress, NOW, 3).map(({ coderId }) => coderId)).toEqual(['never', 'idle']);
  expect(whoHasStopped(progress, NOW, 30).map(({ coderId }) => coderId)).toEqual(['never']);
});

test('what was finished on each day, without gaps', () => {
  const done = (coderId: string, day: string, codings = 1) => ({ coderId, day, codings });
  const { days, counts } = doneByDay(
    [
      done('ana', '2026-11-26'),
      done('ana', '2026-11-28', 2),
      done('ben', '2026-11-20'),
      done('gone', '2026-11-28'),
    ],
    ['ana', 'ben'],
    { until: NOW, days: 3 },
  );
  expect(days).toEqual(['2026-11-26', '2026-11-27', '2026-11-28']);
  expect([...counts]).toEqual([
    ['ana', [1, 0, 2]],
    ['ben', [0, 0, 0]],
  ]);
});
