import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Command,
  type CommandKind,
  CommandQueue,
  type Outcome,
  type Receipt,
} from '../../src/client/queue.ts';

const NOTHING: Receipt = { versions: {}, makes: {} };

function command(key: string, given: Partial<Command> = {}): Command {
  return {
    ...{ key, kind: 'tag', articleId: 'a', annotationId: key, fields: [], version: null },
    ...{ failures: 0, refused: null },
    ...given,
  };
}

/** A clock that stands still until it is told to run. */
class Clock {
  #waiting: { then: () => void; at: number }[] = [];
  #now = 0;

  after = (milliseconds: number, then: () => void) => {
    const entry = { then, at: this.#now + milliseconds };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  };

  /** Lets the next wait end; whether there was one. */
  run(): boolean {
    const [next] = this.#waiting.toSorted((a, b) => a.at - b.at);
    if (!next) return false;
    this.#waiting = this.#waiting.filter((other) => other !== next);
    this.#now = next.at;
    next.then();
    return true;
  }
}

type Fate = 'answered' | 'lost before' | 'lost after' | 'failed';

/** A server as the desk's is: a step once for each key, versions that must be those that were seen. */
class Server {
  readonly annotations = new Map<string, { version: number; log: string[] }>();
  readonly steps = new Map<string, Receipt>();
  readonly arrivals: string[] = [];
  #fates: Fate[];

  constructor(fates: readonly Fate[] = []) {
    this.#fates = [...fates];
  }

  async send(sent: Command): Promise<Outcome> {
    const fate = this.#fates.shift() ?? 'answered';
    await Promise.resolve();
    if (fate === 'lost before') return { is: 'unanswered', status: null, retryAfter: null };
    if (fate === 'failed') return { is: 'unanswered', status: 503, retryAfter: null };
    this.arrivals.push(sent.key);
    const outcome = this.#answer(sent);
    return fate === 'lost after' ? { is: 'unanswered', status: null, retryAfter: null } : outcome;
  }

  /** Somebody else's change. */
  touch(id: string): void {
    const annotation = this.annotations.get(id);
    if (annotation) annotation.version += 1;
  }

  #answer(sent: Command): Outcome {
    const before = this.steps.get(sent.key);
    if (before) return { is: 'done', receipt: before, apply: () => {} };
    const receipt = this.#do(sent);
    if (typeof receipt === 'number') {
      const refusal = { status: receipt, sentence: 'No.', holds: 'annotation' as const };
      return { is: 'refused', refusal, apply: () => {} };
    }
    this.steps.set(sent.key, receipt);
    return { is: 'done', receipt, apply: () => {} };
  }

  #do({ key, kind, annotationId, version }: Command): Receipt | number {
    if (kind === 'tag') {
      this.annotations.set(key, { version: 1, log: [key] });
      return { versions: { [key]: 1 }, makes: { [key]: key } };
    }
    const annotation = this.annotations.get(annotationId ?? '');
    if (!annotation) return 404;
    if (annotation.version !== version) return 409;
    annotation.version += 1;
    annotation.log.push(key);
    return { versions: { [annotationId ?? '']: annotation.version }, makes: {} };
  }
}

function desk(server: Server, kept: readonly Command[] = []) {
  const clock = new Clock();
  let stored: readonly Command[] = kept;
  // As the page that the server drew shows them, then as its answers say.
  const versions = new Map([...server.annotations].map(([id, { version }]) => [id, version]));
  const around = {
    send: (sent: Command) => server.send(sent),
    keep: (commands: readonly Command[]) => {
      stored = commands;
    },
    after: clock.after,
    sayFailed: () => 'Failed.',
    changed: (receipt: Receipt | null) => {
      for (const [id, version] of Object.entries(receipt?.versions ?? {})) versions.set(id, version);
    },
  };
  return { queue: new CommandQueue(around, kept), clock, stored: () => stored, versions };
}

/** Until nothing is under way and no wait is left. */
async function settle({ clock }: { clock: Clock }): Promise<void> {
  do for (let turn = 0; turn < 200; turn++) await Promise.resolve();
  while (clock.run());
}

describe('commands', () => {
  test('are sent one after another in the order in which they were given', async () => {
    const server = new Server();
    const here = desk(server);
    for (const key of ['1', '2', '3']) here.queue.add(command(key));
    expect(here.queue.waiting).toHaveLength(3);
    await settle(here);
    expect(server.arrivals).toEqual(['1', '2', '3']);
    expect(here.queue.commands).toEqual([]);
    expect(here.stored()).toEqual([]);
  });

  test('on one annotation each carry the version that the one before gave', async () => {
    const server = new Server();
    const here = desk(server);
    here.queue.add(command('new'));
    for (const key of ['1', '2', '3'])
      here.queue.add(command(key, { kind: 'edit', annotationId: 'new', version: null }));
    await settle(here);
    expect(server.annotations.get('new')).toEqual({ version: 4, log: ['new', '1', '2', '3'] });
    expect(here.queue.commands).toEqual([]);
  });

  test('are kept until they are done, and sent by the next page', async () => {
    const lost = new Server(Array.from({ length: 50 }, () => 'lost after' as const));
    const here = desk(lost);
    here.queue.add(command('1'));
    here.queue.add(command('2'));
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(here.stored().map(({ key }) => key)).toEqual(['1', '2']);
    expect(here.queue.trouble).toBeNull();
    const server = new Server();
    const next = desk(server, here.stored());
    next.queue.start();
    await settle(next);
    expect(server.arrivals).toEqual(['1', '2']);
  });

  test('are kept however long the database is away, and wait as long as the server says', async () => {
    const clock = new Clock();
    const waits: number[] = [];
    let tries = 0;
    const queue = new CommandQueue({
      send: async () => {
        tries += 1;
        if (tries <= 12) return { is: 'unanswered', status: 503, retryAfter: tries % 2 === 0 ? 2000 : null };
        return { is: 'done', receipt: NOTHING, apply: () => {} };
      },
      keep: () => {},
      after: (milliseconds, then) => {
        waits.push(milliseconds);
        return clock.after(milliseconds, then);
      },
      changed: () => {
        if (queue.trouble !== undefined) expect(queue.trouble).toBe(503);
        expect(queue.refused).toEqual([]);
      },
      sayFailed: () => 'Failed.',
    });
    queue.add(command('1'));
    queue.add(command('2'));
    await settle({ clock });
    expect(tries).toBe(14);
    expect(waits.filter((_, at) => at % 2 === 1)).toEqual(Array.from({ length: 6 }, () => 2000));
    expect(queue.commands).toEqual([]);
  });

  test('follow an annotation that turned out to stand there under another id', async () => {
    const sent: (string | null)[] = [];
    const receipt = { versions: { twin: 7 }, makes: { new: 'twin' } };
    const clock = new Clock();
    const queue = new CommandQueue({
      send: async ({ annotationId, version }) => {
        sent.push(`${annotationId} ${version}`);
        return { is: 'done', receipt: sent.length === 1 ? receipt : NOTHING, apply: () => {} };
      },
      keep: () => {},
      after: clock.after,
      changed: () => {},
      sayFailed: () => 'Failed.',
    });
    queue.add(command('new'));
    queue.add(command('move', { kind: 'edit', annotationId: 'new' }));
    await settle({ clock });
    expect(sent).toEqual(['new null', 'twin 7']);
  });
});

describe('a conflict', () => {
  const edit = (key: string, annotationId = 'x', version = 1) =>
    command(key, { kind: 'edit', annotationId, version, fields: [['move', key]] });

  async function conflict() {
    const server = new Server();
    server.annotations.set('x', { version: 2, log: [] });
    server.annotations.set('y', { version: 1, log: [] });
    const here = desk(server);
    for (const each of [edit('1'), edit('2'), edit('3', 'y')]) here.queue.add(each);
    await settle(here);
    return { server, here };
  }

  test('stops what is about the same annotation, and nothing else', async () => {
    const { server, here } = await conflict();
    expect(server.annotations.get('x')?.log).toEqual([]);
    expect(server.annotations.get('y')?.log).toEqual(['3']);
    expect(here.queue.refused.map(({ key }) => key)).toEqual(['1']);
    expect(here.queue.waiting).toEqual([]);
  });

  test('goes on with what was held when the person gives it up, but for what it makes meaningless', async () => {
    const { server, here } = await conflict();
    here.queue.discard('1');
    await settle(here);
    expect(here.queue.commands).toEqual([]);
    expect(server.annotations.get('x')?.log).toEqual([]);
  });

  test('is sent again with what the person says to it', async () => {
    const fields: Command['fields'][] = [];
    const clock = new Clock();
    const queue = new CommandQueue({
      send: async (sent) => {
        fields.push(sent.fields);
        const apply = () => {};
        if (fields.length > 1) return { is: 'done', receipt: NOTHING, apply };
        return { is: 'refused', refusal: { status: 409, sentence: '', holds: 'annotation' }, apply };
      },
      keep: () => {},
      after: clock.after,
      changed: () => {},
      sayFailed: () => 'Failed.',
    });
    queue.add(edit('1'));
    await settle({ clock });
    queue.resend('1', [['over', '2']]);
    await settle({ clock });
    expect(fields[1]).toEqual([
      ['move', '1'],
      ['over', '2'],
    ]);
    expect(queue.commands).toEqual([]);
  });
});

test('three failures are taken for the fault of the command; the others go on', async () => {
  const sent: string[] = [];
  const clock = new Clock();
  const queue = new CommandQueue({
    send: async ({ key }) => {
      sent.push(key);
      if (key === 'bad') return { is: 'unanswered', status: 500, retryAfter: null };
      return { is: 'done', receipt: NOTHING, apply: () => {} };
    },
    keep: () => {},
    after: clock.after,
    changed: () => {},
    sayFailed: () => 'Failed.',
  });
  queue.add(command('bad'));
  queue.add(command('good'));
  await settle({ clock });
  expect(sent).toEqual(['bad', 'bad', 'bad', 'good']);
  expect(queue.refused.map(({ key }) => key)).toEqual(['bad']);
  queue.discard('bad');
  expect(queue.commands).toEqual([]);
});

const KINDS = ['tag', 'edit', 'edit', 'edit'] as const satisfies readonly CommandKind[];
const FATES = ['answered', 'answered', 'lost before', 'lost after', 'failed'] as const;

test('whatever is lost on the way, everything is done once, in order, and over nobody else', async () => {
  const presses = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), on: fc.nat(3), turns: fc.nat(4) }), {
    maxLength: 30,
  });
  const fates = fc.array(fc.constantFrom(...FATES), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(presses, fates, fc.nat(30), async (pressed, fated, reload) => {
      const server = new Server(fated);
      let here = desk(server);
      const made: string[] = [];
      const expected = new Map<string, string[]>();
      for (const [at, { kind, on, turns }] of pressed.entries()) {
        const key = `k${at}`;
        const id = made[on % Math.max(1, made.length)];
        if (kind === 'tag' || id === undefined) {
          made.push(key);
          expected.set(key, [key]);
          here.queue.add(command(key));
        } else {
          expected.get(id)?.push(key);
          here.queue.add(
            command(key, { kind: 'edit', annotationId: id, version: here.versions.get(id) ?? null }),
          );
        }
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        if (at !== reload) continue;
        // The page goes in the middle of a request; what it had is sent by the next one, under the same keys.
        here = desk(server, here.stored());
        here.queue.start();
      }
      await settle(here);
      expect(here.queue.commands).toEqual([]);
      const logs = [...server.annotations].map(([id, { log }]) => [id, log] as const);
      expect(new Map(logs)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
