import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { addressOf, buildProgram, dataFolder, onrecord, outcomeOf } from '../support/program.ts';

beforeAll(buildProgram);

describe('serve', () => {
  test('makes the database, answers, and stops when it is told to', async () => {
    const folder = await dataFolder();
    const program = onrecord(['serve'], { DATA_DIR: folder });
    const address = await addressOf(program);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await readdir(folder)).toContain('on-record.db');
    const outcome = outcomeOf(program);
    program.kill('SIGTERM');
    expect((await outcome).code).toBe(0);
    expect(await readdir(folder)).toEqual(['on-record.db']);
  });

  test('stops for Ctrl-C as well, though npm repeats it', async () => {
    const program = onrecord(['serve'], { DATA_DIR: await dataFolder() });
    await addressOf(program);
    const outcome = outcomeOf(program);
    program.kill('SIGINT');
    program.kill('SIGINT');
    expect((await outcome).code).toBe(0);
  });

  test('lets a running request finish, and takes no other, when it is told to stop', async () => {
    const program = onrecord(['serve'], { DATA_DIR: await dataFolder() });
    const address = await addressOf(program);
    const request = httpRequest(`${address}/nowhere`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': 9,
        Expect: '100-continue',
      },
    });
    const answered = once(request, 'response');
    request.flushHeaders();
    await once(request, 'continue');
    program.kill('SIGTERM');
    await logged(program, 'stopping');
    await expect(fetch(address)).rejects.toThrow();
    const outcome = outcomeOf(program);
    request.end('note=late');
    const [response] = await answered;
    response.resume();
    expect(response.statusCode).toBe(404);
    expect((await outcome).code).toBe(0);
  });

  test('says in one line that the port is taken', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as { port: number };
    const settings = { PORT: String(port), DATA_DIR: await dataFolder(), LOG_LEVEL: 'error' };
    const outcome = await outcomeOf(onrecord(['serve'], settings));
    other.close();
    expect(outcome).toMatchObject({ code: 1, output: '' });
    expect(outcome.errors).toMatch(new RegExp(`^onrecord: port ${port} .*PORT.*\\n$`));
  });

  test.each([
    ['PORT', 'http'],
    ['HOST', '0.0.0.0'],
    ['DATABASE_URL', 'redis://localhost'],
  ])('does not start with a wrong setting, and says so in one line: %s=%s', async (name, value) => {
    const outcome = await outcomeOf(onrecord(['serve'], { [name]: value }));
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toMatch(new RegExp(`^onrecord: ${name} must [^\\n]+\\n$`));
  });
});

describe('migrate', () => {
  test('brings the database up to date, once', async () => {
    const settings = { DATA_DIR: await dataFolder() };
    const first = await outcomeOf(onrecord(['migrate'], settings));
    const second = await outcomeOf(onrecord(['migrate'], settings));
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Applied ') });
    expect(second).toEqual({ code: 0, output: 'The database is up to date.\n', errors: '' });
  });
});

describe('help', () => {
  test('is what the command says that is given nothing to do', async () => {
    const command = join(packageRoot(), 'bin/onrecord.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [command]);
    expect(stdout).toBe((await outcomeOf(onrecord(['help'], {}))).output);
  });

  test('names every command and exit code', async () => {
    const { code, output } = await outcomeOf(onrecord(['help'], {}));
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(output).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(output).toContain('wrong usage');
  });

  test('is given where a command is asked for it', async () => {
    const asked = await outcomeOf(onrecord(['migrate', '--help'], {}));
    expect(asked).toEqual(await outcomeOf(onrecord(['help', 'migrate'], {})));
    expect(asked).toMatchObject({ code: 0, output: expect.stringContaining('Usage: onrecord migrate') });
  });

  test.each(Object.entries(commands))('can explain every command: %s', async (_name, { load }) => {
    expect((await load()).command.usage.trim()).not.toBe('');
  });
});

test.each([
  ['an unknown command', ['fly']],
  ['the name of something every object has', ['constructor']],
  ['an unknown option', ['serve', '--fast']],
  ['a superfluous argument', ['migrate', 'now']],
  ['help for an unknown command', ['help', 'fly']],
])('wrong usage ends with code 2 and one line: %s', async (_name, args) => {
  const outcome = await outcomeOf(onrecord(args, { DATA_DIR: await dataFolder() }));
  expect(outcome).toMatchObject({ code: 2, output: '' });
  expect(outcome.errors).toMatch(/^onrecord: [^\n]+\n$/);
});

async function logged(program: { stderr: NodeJS.ReadableStream }, message: string): Promise<void> {
  for (let log = ''; !log.includes(message); ) {
    const [chunk] = await once(program.stderr, 'data');
    log += String(chunk);
  }
}
