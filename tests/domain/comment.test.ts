import { describe, expect, test } from 'vitest';
import { type Comment, isOpenThread, threadsOf, waitsFor } from '../../src/domain/comment.ts';

const START = new Date('2026-11-28T10:00:00Z').getTime();

/** A comment written `minute` minutes after the start; its id tells nothing of the time. */
function said(id: string, minute: number, more: Partial<Comment> = {}): Comment {
  return {
    id,
    projectId: 'p',
    articleId: 'a',
    lane: 'shared',
    annotationId: 'n',
    sentence: null,
    parentId: null,
    annotatorId: 'ada',
    body: id,
    mentions: [],
    resolvedAt: null,
    createdAt: new Date(START + minute * 60_000),
    editedAt: null,
    deletedAt: null,
    ...more,
  };
}

const gone = { deletedAt: new Date(START) };
const ids = (comments: readonly Comment[], own: readonly string[] = ['me']) =>
  threadsOf(comments, own).map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)]);

describe('threads', () => {
  test('are in the order in which they were begun and answered, however they come', () => {
    const comments = [
      said('c', 5, { parentId: 'z' }),
      said('a', 3),
      said('b', 4, { parentId: 'z' }),
      said('z', 1),
    ];
    expect(ids(comments)).toEqual([['z', 'b', 'c'], ['a']]);
  });

  test('an answer to what is not among them is left out', () => {
    expect(ids([said('b', 2, { parentId: 'elsewhere' })])).toEqual([]);
  });

  test.each([
    ['with an answer that stands', 'ada', {}, true],
    ['of which all is deleted', 'ada', gone, false],
    ['of which all is deleted, to whom has said it', 'me', gone, true],
  ])('one %s', (_, annotatorId, answer, isThere) => {
    const comments = [said('a', 1, { ...gone, annotatorId }), said('b', 2, { parentId: 'a', ...answer })];
    expect(ids(comments).length > 0).toBe(isThere);
  });
});

describe('a thread', () => {
  const thread = (...comments: Comment[]) => {
    const [first = said('a', 1), ...answers] = comments;
    return { first, answers };
  };
  const calling = { mentions: ['me'] };
  const mine = { annotatorId: 'me', parentId: 'a' };

  test.each([
    ['that mentions nobody', thread(said('a', 1)), true, false],
    ['that mentions somebody', thread(said('a', 1, calling)), true, true],
    ['that they have answered', thread(said('a', 1, calling), said('b', 2, mine)), true, false],
    [
      'that mentions them again',
      thread(said('a', 1, calling), said('b', 2, mine), said('c', 3, { parentId: 'a', ...calling })),
      true,
      true,
    ],
    [
      'whose answer they took back',
      thread(said('a', 1, calling), said('b', 2, { ...mine, ...gone })),
      true,
      true,
    ],
    ['whose mention was deleted', thread(said('a', 1, { ...calling, ...gone }), said('b', 2)), true, false],
    ['that is resolved', thread(said('a', 1, { ...calling, resolvedAt: new Date() })), false, false],
    ['of which all is deleted', thread(said('a', 1, { ...calling, ...gone })), false, false],
  ])('%s', (_, one, isOpen, waits) => {
    expect([isOpenThread(one), waitsFor(one, ['me', 'me-too'])]).toEqual([isOpen, waits]);
  });
});
