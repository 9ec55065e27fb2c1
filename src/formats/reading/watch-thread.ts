import { readFileSync, readlinkSync } from 'node:fs';

/** How much a thread may use for one piece of work. */
export interface ThreadLimits {
  /** In ms of the thread's own processor time: however busy the machine is, a good file takes no more of it. */
  readonly processorTime: number;
  /** In bytes by which the process may grow meanwhile; a heap is limited by Node itself beside this. */
  readonly memory: number;
}

/** What a thread has used too much of. */
export type Overrun = 'time' | 'memory';

/** How often a thread is looked at, in ms. */
const LOOK_EVERY = 100;

/** A thread that waits for ever uses no processor time: so many times its limit by the clock on the wall end it. */
const PATIENCE = 20;

/**
 * Looks after a piece of work of another thread: `over` is called once it has used more than its limits. `used`
 * gives the processor time of the thread, in ms. The function that comes back ends the watch.
 */
export function watchThread(
  used: () => number,
  { processorTime, memory }: ThreadLimits,
  over: (what: Overrun) => void,
): () => void {
  const begun = { used: used(), at: performance.now(), memory: process.memoryUsage.rss() };
  const look = setInterval(() => {
    if (process.memoryUsage.rss() - begun.memory > memory) end('memory');
    else if (used() - begun.used > processorTime) end('time');
    else if (performance.now() - begun.at > PATIENCE * processorTime) end('time');
  }, LOOK_EVERY);
  const end = (what: Overrun) => {
    clearInterval(look);
    over(what);
  };
  return () => clearInterval(look);
}

/**
 * The name of the thread that asks, by which another one can look at its processor time. Undefined where the system
 * does not tell.
 */
export function nameOfThisThread(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return undefined;
  }
}

/** Of `utime` and `stime` in `/proc/…/stat`, in ms; all of Linux counts in hundredths of a second. */
const TICK = 10;
const USER_TIME = 11;

/** The processor time of a thread, in ms, by its name; see `nameOfThisThread`. */
export function threadClock(name: string | undefined): () => number {
  if (name === undefined) return cautiousClock();
  let last = 0;
  return () => {
    last = timeOf(name) ?? last;
    return last;
  };
}

/**
 * For systems that do not tell: a thread has used no more than the whole process has, and no more than the clock on
 * the wall says, from one look to the next.
 */
function cautiousClock(): () => number {
  let [used, wall, all] = [0, performance.now(), processTime()];
  return () => {
    const [wallNow, allNow] = [performance.now(), processTime()];
    used += Math.min(wallNow - wall, allNow - all);
    [wall, all] = [wallNow, allNow];
    return used;
  };
}

function processTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Undefined once the thread has ended. */
function timeOf(name: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    // The name of the program stands in brackets, and may hold any sign.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) * TICK;
  } catch {
    return undefined;
  }
}
