import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { formats } from '../src/formats/index.ts';
import type { Bench, Row } from './bench.ts';
import { type DeskProcess, memoryOf, mostMemoryDuring } from './desk-process.ts';
import { fillDataFolder } from './fill-database.ts';
import { duration, type Result, rounded } from './result.ts';

const ARTICLES = 1000;
const ANNOTATIONS_EACH = 100;
const MAX_MEMORY = 200;

/** Every format over HTTP, of 100,000 annotations. */
export const exportFormats: Row = { name: 'formats', measure };

async function measure(bench: Bench): Promise<Result[]> {
  const folder = await bench.folder('data');
  bench.say(`generating ${ARTICLES} articles`);
  const wishes = Array.from({ length: ARTICLES }, (_, at) => ({
    length: 5000,
    annotations: ANNOTATIONS_EACH,
    seed: at + 1,
  }));
  await fillDataFolder(folder, wishes, false);
  const results: Result[] = [];
  for (const { key } of formats) {
    bench.say(`exporting ${key}`);
    // A process of its own: what one format leaves in memory is not the next one's.
    const desk = await bench.desk(folder);
    results.push(await measureFormat(desk, key));
    await desk.stop();
  }
  return results;
}

async function measureFormat({ url, pid }: DeskProcess, key: string): Promise<Result> {
  await download(`${url}/`);
  await wait(500);
  const idle = await memoryOf(pid);
  const start = performance.now();
  const { done: bytes, most } = await mostMemoryDuring(pid, () => download(`${url}/annotations.${key}`));
  const time = performance.now() - start;
  const memory = idle && most ? most.resident - idle.resident : undefined;
  return {
    work: `${key} of ${(ARTICLES * ANNOTATIONS_EACH).toLocaleString('en')} annotations over HTTP`,
    aim: `< ${MAX_MEMORY} MB above idle`,
    figure: `${duration(time)} for ${(bytes / 1e6).toFixed(0)} MB; ${memory?.toFixed(0) ?? 'unknown'} MB above idle`,
    met: memory === undefined ? null : memory < MAX_MEMORY,
    numbers: rounded({ time, bytes, ...(memory !== undefined && { memory }) }),
  };
}

async function download(url: string): Promise<number> {
  const [response] = await once(get(url, { agent: false }), 'response');
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return bytes;
}
