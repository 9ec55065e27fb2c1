import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/store/package-root.ts';

/** The desk as it runs for people: the build, in a process of its own, on a port of its own. */
export interface DeskProcess {
  readonly url: string;
  readonly pid: number;
  /** Stops it gracefully. */
  stop(): Promise<void>;
}

/** Serves what is in `dataFolder`, with these settings; with `profileFolder`, the process leaves a CPU profile there. */
export async function startDesk(
  dataFolder: string,
  profileFolder?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DeskProcess> {
  const profiling = profileFolder
    ? ['--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${profileFolder}`]
    : [];
  const child = spawn(process.execPath, [...profiling, join(packageRoot(), 'dist/src/cli.js'), 'serve'], {
    env: { ...environment(dataFolder, '0'), ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(line))?.[0];
  if (!url || child.pid === undefined) throw new Error(`the desk did not start: ${line}`);
  return { url, pid: child.pid, stop: () => end(child) };
}

/** What a desk of the bench sees of the environment. */
export function environment(dataFolder: string, port: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, PORT: port, DATA_DIR: dataFolder };
}

/** Ends a process that the bench has started, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/**
 * Memory of a process in MB: all that is resident, and what of it is not pages of files. Linux alone tells.
 */
export interface Memory {
  readonly resident: number;
  readonly own: number;
}

/** The memory that a process holds now, or undefined where the system does not say. */
export async function memoryOf(pid: number): Promise<Memory | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [resident, own] = ['VmRSS', 'RssAnon'].map((name) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return found === undefined ? undefined : Number(found) / 1024;
  });
  return resident === undefined || own === undefined ? undefined : { resident, own };
}

/** The processor time that a process has taken so far, of all its threads, in ms. Linux alone tells. */
export async function processorTimeOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Behind the name in brackets, the 12th and 13th field are the hundredths of seconds spent.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user === undefined || system === undefined ? undefined : (user + system) * 10;
}

/** The most memory that a process holds while `work` is done. */
export async function mostMemoryDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly most: Memory | undefined }> {
  let most = await memoryOf(pid);
  const timer = setInterval(async () => {
    const now = await memoryOf(pid);
    if (!now || !most) return;
    most = { resident: Math.max(most.resident, now.resident), own: Math.max(most.own, now.own) };
  }, 25);
  try {
    const done = await work();
    return { done, most };
  } finally {
    clearInterval(timer);
  }
}
