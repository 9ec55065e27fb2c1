import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Row } from './bench.ts';
import { type DeskProcess, memoryOf, mostMemoryDuring } from './desk-process.ts';
import { fillDataFolder } from './fill-database.ts';
import { duration, median, type Result, rounded } from './result.ts';

interface Size {
  readonly annotations: number;
  readonly articles: number;
  /** In ms. */
  readonly aim: number;
  readonly rounds: number;
}

const MAX_MEMORY = 150;
const CR = 13;

export const csv: Row = {
  name: 'csv',
  measure: (bench) => measureExport(bench, { annotations: 50_000, articles: 500, aim: 500, rounds: 5 }),
};

export const csvLong: Row = {
  name: 'csv-long',
  measure: (bench) =>
    measureExport(bench, { annotations: 1_000_000, articles: 10_000, aim: 8000, rounds: 2 }),
};

async function measureExport(bench: Bench, size: Size): Promise<Result[]> {
  const folder = await bench.folder('data');
  bench.say(`generating ${size.articles} articles`);
  const annotations = size.annotations / size.articles;
  const wishes = Array.from({ length: size.articles }, (_, at) => ({
    length: 5000,
    annotations,
    seed: at + 1,
  }));
  await fillDataFolder(folder, wishes, false);
  const desk = await bench.desk(folder);
  await download(`${desk.url}/`);
  await wait(1000);
  const idle = await memoryOf(desk.pid);
  bench.say(`exporting ${size.rounds} times`);
  const { done, most } = await mostMemoryDuring(desk.pid, () => exportOften(desk, size));
  const time = median(done.map((each) => each.time));
  const memory =
    idle && most ? { resident: most.resident - idle.resident, own: most.own - idle.own } : undefined;
  return [
    {
      work: `CSV of ${size.annotations.toLocaleString('en')} annotations over HTTP`,
      aim: `≤ ${duration(size.aim)}, < ${MAX_MEMORY} MB above idle`,
      figure: `${duration(time)} for ${megabytes(done[0]?.bytes ?? 0)}; ${memory ? inWords(memory) : 'memory unknown'}`,
      met: time <= size.aim && (memory?.resident ?? 0) < MAX_MEMORY,
      numbers: rounded({ median: time, bytes: done[0]?.bytes ?? 0, ...memory, rounds: size.rounds }),
    },
  ];
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

function inWords({ resident, own }: { resident: number; own: number }): string {
  return `${resident.toFixed(0)} MB above idle (${own.toFixed(0)} without mapped files)`;
}

async function exportOften({ url }: DeskProcess, { annotations, rounds }: Size) {
  const done: { time: number; bytes: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { bytes, rows } = await download(`${url}/annotations.csv`);
    done.push({ time: performance.now() - start, bytes });
    if (rows !== annotations + 1) throw new Error(`the CSV has ${rows} rows for ${annotations} annotations`);
  }
  return done;
}

/** Fetches a page or file as it comes. Rows end with CR LF; a stored text, and so a cell, has no CR. */
async function download(url: string): Promise<{ bytes: number; rows: number }> {
  const request = get(url, { agent: false });
  const [response] = await once(request, 'response');
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  let [bytes, rows] = [0, 0];
  for await (const chunk of response) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(CR); at >= 0; at = chunk.indexOf(CR, at + 1)) rows += 1;
  }
  return { bytes, rows };
}
