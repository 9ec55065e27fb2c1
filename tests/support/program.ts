import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../src/store/package-root.ts';

export type Program = ChildProcessWithoutNullStreams;

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

let built: Promise<unknown> | undefined;

/** Builds the program where it is out of date; for `beforeAll`. */
export async function buildProgram(): Promise<void> {
  built ??= promisify(execFile)(process.execPath, [join(packageRoot(), 'scripts/build.mjs')]);
  await built;
}

/** In ms: how long something may take that a test waits for, on a busy machine. */
export const BUILD_TIMEOUT = 120_000;

/** A folder for the data of the test that runs, removed after it. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts `onrecord` with these settings and no others; it is killed when the test that runs is over. */
export function onrecord(args: readonly string[], settings: Readonly<Record<string, string>>): Program {
  const environment = { PATH: process.env.PATH, PORT: '0', ...settings };
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/src/cli.js'), ...args], {
    env: environment,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What the program wrote, all of it, and the code that it ended with. */
export async function outcomeOf(program: Program): Promise<Outcome> {
  const streams = [program.stdout, program.stderr].map((stream) => readText(stream));
  const [[code], output = '', errors = ''] = await Promise.all([once(program, 'close'), ...streams]);
  return { code, output, errors };
}

/** The address at which the program says that it serves. */
export async function addressOf(program: Program): Promise<string> {
  const [line] = await once(program.stdout, 'data');
  const address = /http:\S+/.exec(String(line))?.[0];
  if (address === undefined) throw new Error(`no address in ${line}`);
  return address;
}
