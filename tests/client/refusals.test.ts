import { describe, expect, test } from 'vitest';
import { type Command, type CommandKind, CommandQueue, type Outcome } from '../../src/client/queue.ts';
import { heldBy } from '../../src/client/refusals.ts';

const CHANGES = ['edit', 'delete'] as const satisfies CommandKind[];
const OTHERS = [
  'tag',
  'nothing',
  'accept',
  'accept-all',
  'dismiss',
  'undo',
  'redo',
] as const satisfies CommandKind[];

function command(key: string, kind: CommandKind, articleId = 'a'): Command {
  return { key, kind, articleId, annotationId: key, fields: [], version: null, failures: 0, refused: null };
}

/** A queue whose server gives every command of article `a` this status. */
function queueAnswering(status: () => number) {
  const sent: string[] = [];
  const send = async ({ key, kind, articleId }: Command): Promise<Outcome> => {
    sent.push(key);
    const holds = articleId === 'a' && status() >= 400 ? heldBy(kind, status()) : undefined;
    const apply = () => undefined;
    if (holds === undefined) return { is: 'done', receipt: { versions: {}, makes: {} }, apply };
    if (holds === null) return { is: 'impossible', apply };
    return { is: 'refused', refusal: { status: status(), sentence: 'Out.', holds }, apply };
  };
  const surroundings = {
    send,
    keep: () => undefined,
    after: () => () => undefined,
    changed: () => undefined,
  };
  return { queue: new CommandQueue({ ...surroundings, sayFailed: () => '' }), sent };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what waits after an answer', () => {
  test.each(OTHERS)('%s: the article where it or the right is gone', (kind) => {
    expect([403, 404, 409, 422].map((status) => heldBy(kind, status))).toEqual([
      'article',
      'article',
      null,
      null,
    ]);
  });

  test.each(CHANGES)(
    '%s: its annotation, where that is gone or another; what is too large is kept too',
    (kind) => {
      const held = [403, 404, 409, 422, 413, 410].map((status) => heldBy(kind, status));
      expect(held).toEqual(['article', 'annotation', 'annotation', 'nothing', 'nothing', null]);
    },
  );

  test.each([403, 404])(
    'a %i keeps the tag and those behind it, and other articles go on',
    async (status) => {
      let answered = status;
      const { queue, sent } = queueAnswering(() => answered);
      for (const one of [command('1', 'tag'), command('2', 'nothing'), command('3', 'tag', 'b')])
        queue.add(one);
      await settled();
      expect(queue.commands.map(({ key }) => key)).toEqual(['1', '2']);
      expect(queue.refused.map(({ refused }) => refused?.sentence)).toEqual(['Out.']);
      answered = 200;
      queue.resend('1');
      await settled();
      expect([queue.commands, sent]).toEqual([[], ['1', '3', '1', '2']]);
    },
  );
});
