import { describe, expect, test } from 'vitest';
import {
  type CodingProgress,
  type CodingState,
  doneByDay,
  isOverdue,
  progressByCoder,
  whoHasStopped,
} from '../../src/domain/progress.ts';

const at = (time: string) => new Date(`${time}Z`);
const NOW = at('2026-11-28T09:00:00');

function coding(coderId: string, state: CodingState, more: Partial<CodingProgress> = {}): CodingProgress {
  const doneAt = state === 'done' ? at('2026-11-27T10:00:00') : null;
  return {
    articleId: 'x',
    coderId,
    state,
    sentences: 10,
    coded: state === 'done' ? 10 : 0,
    touchedAt: null,
    dueAt: null,
    doneAt,
    ...more,
  };
}

describe('how far coders are', () => {
  const codings = [
    coding('ana', 'done', { touchedAt: at('2026-11-27T10:00:00') }),
    coding('ana', 'begun', { coded: 4, touchedAt: at('2026-11-20T10:00:00') }),
    coding('ana', 'todo', { dueAt: at('2026-11-27T00:00:00') }),
    coding('ben', 'released', { coded: 3, touchedAt: at('2026-11-26T10:00:00') }),
    coding('gone', 'todo'),
  ];
  const [ana, ben, cleo] = progressByCoder(codings, ['ana', 'ben', 'cleo'], NOW);

  test('counts their codings by state, and sentences', () => {
    expect(ana).toEqual({
      coderId: 'ana',
      codings: { todo: 1, begun: 1, done: 1, released: 0 },
      sentences: 30,
      coded: 14,
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
    expect(progressByCoder(codings, ['ana'], NOW)).toHaveLength(1);
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
  const codings = [
    coding('fresh', 'begun', { touchedAt: at('2026-11-27T10:00:00') }),
    coding('idle', 'begun', { touchedAt: at('2026-11-20T10:00:00') }),
    coding('idle', 'done', { touchedAt: at('2026-11-01T10:00:00') }),
    coding('never', 'todo'),
    coding('finished', 'done', { touchedAt: at('2026-11-01T10:00:00') }),
  ];
  const progress = progressByCoder(codings, ['fresh', 'idle', 'never', 'finished', 'nothing'], NOW);
  expect(whoHasStopped(progress, NOW, 3).map(({ coderId }) => coderId)).toEqual(['never', 'idle']);
  expect(whoHasStopped(progress, NOW, 30).map(({ coderId }) => coderId)).toEqual(['never']);
});

test('what was finished on each day, in UTC and without gaps', () => {
  const done = (coderId: string, time: string) => ({ coderId, doneAt: at(time) });
  const { days, counts } = doneByDay(
    [
      done('ana', '2026-11-26T23:59:59'),
      done('ana', '2026-11-28T00:00:00'),
      done('ana', '2026-11-28T08:00:00'),
      done('ben', '2026-11-20T08:00:00'),
      { coderId: 'ben', doneAt: null },
      done('gone', '2026-11-28T08:00:00'),
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
