import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../src/store/package-root.ts';
import type { Bench, Row } from './bench.ts';
import { end, environment } from './desk-process.ts';
import { duration, median, type Result, rounded } from './result.ts';

const ROUNDS = 5;
const AIM = 1500;
const PATIENCE = 60_000;

/** `npm start`, built before, until the first page has been sent whole. */
export const start: Row = {
  name: 'start',
  async measure(bench) {
    const fresh: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bench.say('starting with an empty folder, then with what that left there');
      const folder = await bench.folder(`data-${round}`);
      fresh.push(await timeToFirstPage(bench, folder));
      again.push(await timeToFirstPage(bench, folder));
    }
    return [line('in an empty folder (migrates, puts the sample in)', fresh), line('ever after', again)];
  },
};

function line(which: string, times: readonly number[]): Result {
  const time = median(times);
  return {
    work: `npm start after the build to the first page, ${which}`,
    aim: '≤ 1.5 s',
    figure: duration(time),
    met: time <= AIM,
    numbers: rounded({ median: time, worst: Math.max(...times), rounds: times.length }),
  };
}

async function timeToFirstPage(bench: Bench, dataFolder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: packageRoot(),
    env: environment(dataFolder, String(port)),
    stdio: 'ignore',
  });
  bench.onEnd(() => end(child));
  await firstPage(`http://127.0.0.1:${port}/`);
  const time = performance.now() - began;
  await end(child);
  return time;
}

async function firstPage(url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    const page = await fetch(url).then(
      (response) => response.text(),
      () => undefined,
    );
    if (page?.includes('</html>')) return;
    await wait(5);
  }
  throw new Error('npm start sent no page within a minute');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
