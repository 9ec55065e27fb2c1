import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import {
  nameOfThisThread,
  type Overrun,
  threadClock,
  watchThread,
} from '../../../src/formats/reading/watch-thread.ts';

const HOUR = 3_600_000;

/** What a watch says that asks a clock of our own. */
function verdict(used: () => number, limits: { processorTime: number; memory: number }): Promise<Overrun> {
  return new Promise((resolve) => watchThread(used, limits, resolve));
}

test('a thread is over its time once it has used it, and not before', async () => {
  let looks = 0;
  // Each look finds the thread a second further.
  const clock = () => 1000 * looks++;
  expect(await verdict(clock, { processorTime: 2500, memory: 1e12 })).toBe('time');
  // The first look is that at which the watch began.
  expect(looks).toBe(4);
});

test('a process that grows beyond a limit is over its memory', async () => {
  // However much of it the process gives back meanwhile.
  expect(await verdict(() => 0, { processorTime: HOUR, memory: -1e12 })).toBe('memory');
});

test('a watch that is ended says nothing more', async () => {
  let looks = 0;
  let said = 0;
  const stop = watchThread(
    () => 1000 * looks++,
    { processorTime: 1, memory: 1e12 },
    () => said++,
  );
  stop();
  // Another one that began later has had its say.
  await verdict(() => HOUR * looks++, { processorTime: 1, memory: 1e12 });
  expect(said).toBe(0);
});

/** A thread that works, or sleeps, until the end of the test, and the name that it gives itself. */
async function threadThat(does: 'works' | 'sleeps'): Promise<string> {
  const busy =
    does === 'works' ? 'for (;;);' : 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
  const name = "require('node:fs').readlinkSync('/proc/thread-self')";
  const thread = new Worker(`require('node:worker_threads').parentPort.postMessage(${name}); ${busy}`, {
    eval: true,
  });
  onTestFinished(async () => void (await thread.terminate()));
  return new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
}

test('the clock of a thread tells what it used itself, whatever others do', async ({ skip }) => {
  skip(nameOfThisThread() === undefined, 'this system does not tell the time of a thread');
  const [worker, sleeper] = [threadClock(await threadThat('works')), threadClock(await threadThat('sleeps'))];
  const before = sleeper();
  while (worker() < 300) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(sleeper() - before).toBeLessThan(100);
});

test('a system that does not tell is asked for no more than the process has used', () => {
  const begun = process.cpuUsage();
  const clock = threadClock(undefined);
  for (let at = 0; at < 20_000_000; at++) Math.sqrt(at);
  const used = clock();
  const { user, system } = process.cpuUsage(begun);
  expect(used).toBeGreaterThan(0);
  expect(used).toBeLessThanOrEqual((user + system) / 1000);
});
