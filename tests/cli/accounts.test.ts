import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import {
  addressOf,
  buildProgram,
  dataFolder,
  onrecord,
  outcomeOf,
  type Program,
} from '../support/program.ts';

beforeAll(buildProgram);

describe.each(databases)('accounts on $name', ({ url }) => {
  async function desk() {
    const settings = { DATABASE_URL: await url('empty'), DATA_DIR: await dataFolder(), LOG_LEVEL: 'silent' };
    const run = (...args: string[]) => outcomeOf(onrecord(['accounts', ...args], settings));
    return { settings, run };
  }

  test('are added with a link, listed and closed', async () => {
    const { run } = await desk();
    const first = await run('add', 'Anna Weber', '--sign-in', 'anna@desk.example');
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toMatch(/^http:\/\/127\.0\.0\.1:0\/tickets\/[\w-]{43}\n$/);
    expect((await run('add', 'Bob')).code).toBe(0);
    const listed = await run('list');
    expect(listed.output.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36} {2}Anna Weber \(anna@desk\.example, admin\)$/),
      expect.stringMatching(/^[0-9a-f-]{36} {2}Bob \(bob\)$/),
    ]);
    expect((await run('close', 'BOB')).output).toBe('closed\n');
    const after = (await run('list', '--json')).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(after).toMatchObject([
      { name: 'Anna Weber', signIn: 'anna@desk.example', isAdmin: true, closedAt: null },
      { name: 'Bob', signIn: 'bob', isAdmin: false, closedAt: expect.any(String) },
    ]);
  });

  test('are refused in one line where something is wrong', async () => {
    const { run } = await desk();
    await run('add', 'Anna');
    for (const [args, code, why] of [
      [['add'], 2, 'a name is missing'],
      [['add', 'Anna'], 1, 'Somebody already signs in with this'],
      [['add', 'Bob', '--sign-in', 'bob@'], 1, 'not an e-mail address'],
      [['reset', 'nobody'], 2, 'nobody signs in with "nobody"'],
      [['close', 'anna'], 1, 'Nobody else looks after this desk'],
      [['remove', 'anna'], 2, 'there is no "accounts remove"'],
    ] as const) {
      const outcome = await run(...args);
      expect(outcome.code, args.join(' ')).toBe(code);
      expect(outcome.errors).toMatch(new RegExp(`^onrecord: .*${why}.*\\n$`));
    }
  });

  test('a start prints the first owner’s link while nobody can sign in, and what has accounts starts with them alone', async () => {
    const { settings, run } = await desk();
    const started = onrecord(['serve'], { ...settings, ACCOUNTS: 'on' });
    const printed = linesOf(started, 2);
    const link = /open (http\S+)/.exec(await printed)?.[1] ?? '';
    expect((await fetch(link)).status).toBe(200);
    const form = { name: 'Anna', sign_in: 'anna', password: 'gravel lantern orbit seventeen' };
    const answer = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Origin: new URL(link).origin },
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect((await run('list')).output).toContain('Anna (anna, admin)');
    const ended = once(started, 'close');
    started.kill('SIGTERM');
    await ended;
    const refused = await outcomeOf(onrecord(['serve'], settings));
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toMatch(/^onrecord: people sign in to this database; set ACCOUNTS=on.*\n$/);
    const again = onrecord(['serve'], { ...settings, ACCOUNTS: 'on' });
    const address = await addressOf(again);
    expect((await fetch(address, { redirect: 'manual' })).headers.get('location')).toBe('/sign-in');
    const rest = outcomeOf(again);
    again.kill('SIGTERM');
    expect((await rest).output).not.toContain('/tickets/');
  });
});

/** What a program has written once that is so many lines. */
function linesOf(program: Program, count: number): Promise<string> {
  let written = '';
  return new Promise((resolve) => {
    program.stdout.on('data', (chunk) => {
      written += String(chunk);
      if (written.split('\n').length > count) resolve(written);
    });
  });
}
