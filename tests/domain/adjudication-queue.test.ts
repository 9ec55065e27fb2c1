import { expect, test } from 'vitest';
import { adjudicationQueue, type CodedArticle } from '../../src/domain/adjudication-queue.ts';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';

const [TAG, OTHER = TAG] = BUILT_IN_TAGS;

const article = (id: string, more: Partial<CodedArticle> = {}): CodedArticle => ({
  ...{ id, title: id, lanes: ['a', 'b'], final: 'todo', decided: 0 },
  ...more,
});

let made = 0;

function annotation(articleId: string, lane: string, start: number, tag = TAG) {
  const span = { start, end: start + 10 };
  return { id: `n${++made}`, articleId, lane, tag, parts: [span], ...span };
}

test('articles stand by the share of cases in which coders differ, what is done last', () => {
  const both = (id: string, start: number, tag = TAG) => [
    annotation(id, 'a', start),
    annotation(id, 'b', start, tag),
  ];
  const queue = adjudicationQueue(
    [
      article('agreed'),
      article('done', { final: 'done' }),
      article('half'),
      article('whole'),
      article('empty'),
    ],
    [
      ...both('agreed', 0),
      ...both('done', 0, OTHER),
      ...both('half', 0),
      annotation('half', 'b', 50),
      ...both('whole', 0, OTHER),
      // Of a coder who has not finished, and of an article that is not asked for.
      annotation('agreed', 'c', 70),
      annotation('elsewhere', 'a', 0),
    ],
  );
  expect(queue.map(({ id, cases, differing }) => [id, cases, differing])).toEqual([
    ['whole', 1, 1],
    ['half', 2, 1],
    ['agreed', 1, 0],
    ['empty', 0, 0],
    ['done', 1, 1],
  ]);
});
