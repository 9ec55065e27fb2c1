import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { structureOf } from '../src/text/structure.ts';
import type { Bench, Row } from './bench.ts';
import { processorTimeOf } from './desk-process.ts';
import { fillDataFolder } from './fill-database.ts';
import { randomFrom } from './random.ts';
import { duration, quantile, type Result, rounded } from './result.ts';

const CROWDS = [50, 150];
const SECONDS = 20;
const AIM = 100;
/** Whoever is still waiting in line by then has been refused. */
const PATIENCE_MS = 60_000;

/** Many people, each on an article of their own, who tag a sentence a second. */
export const people: Row = {
  name: 'people',
  async measure(bench) {
    const results: Result[] = [];
    for (const count of CROWDS) results.push(await measureCrowd(bench, count));
    return results;
  },
};

async function measureCrowd(bench: Bench, count: number): Promise<Result> {
  const folder = await bench.folder(`data-${count}`);
  bench.say('generating');
  const wishes = Array.from({ length: count }, (_, at) => ({ length: 5000, annotations: 100, seed: at + 1 }));
  const { ids, articles } = await fillDataFolder(folder, wishes);
  const desk = await bench.desk(folder);
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  bench.say(`${count} people tag for ${SECONDS} s`);
  const random = randomFrom(1);
  const before = await processorTimeOf(desk.pid);
  const work = articles.map(async ({ text }, at) => {
    const address = new URL(`/articles/${ids[at]}/annotations`, desk.url);
    return tagEachSecond({ agent, address }, sentencesFor(text, SECONDS + 1), random.whole(0, 999));
  });
  const answers = (await Promise.all(work)).flat();
  const after = await processorTimeOf(desk.pid);
  agent.destroy();
  await desk.stop();
  const served = answers.filter(({ status }) => status === 201).length;
  const each = before === undefined || after === undefined ? NaN : (after - before) / served;
  return resultOf(
    answers.filter(({ isCounted }) => isCounted),
    `${count} people, one annotation a second each, ${SECONDS} s, one process`,
    each,
  );
}

export interface Answer {
  readonly status: number;
  /** The first second warms the server up and is not counted. */
  readonly isCounted: boolean;
  /**
   * From when the person wanted it to the whole answer, in ms: waiting for one's own last answer counts too.
   */
  readonly time: number;
}

/** What a person sends their tags with. */
export interface Person {
  readonly agent: Agent;
  /** Where they tag. */
  readonly address: URL;
  /** Who they are, where people sign in. */
  readonly cookie?: string;
}

/** One person, who sends a form a second, `offset` ms after the others. */
export async function tagEachSecond(
  person: Person,
  bodies: readonly string[],
  offset: number,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const began = performance.now() + offset;
  for (const [second, body] of bodies.entries()) {
    const due = began + second * 1000;
    await wait(Math.max(0, due - performance.now()));
    const isTooLate = performance.now() > began + PATIENCE_MS;
    const status = isTooLate ? 0 : await post(person, body);
    answers.push({ status, isCounted: second > 0, time: performance.now() - due });
  }
  return answers;
}

async function post({ agent, address, cookie }: Person, body: string): Promise<number> {
  const request = httpRequest(address, {
    agent,
    method: 'POST',
    timeout: 30_000,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
      'HX-Request': 'true',
      Origin: address.origin,
      ...(cookie && { Cookie: cookie }),
    },
  });
  request.on('timeout', () => request.destroy(new Error('no answer in 30 s')));
  request.end(body);
  try {
    const [response] = await once(request, 'response');
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  } catch {
    return 0;
  }
}

/** What the answers to many people's tags say; `each` is the processor time of a save, in ms. */
export function resultOf(answers: readonly Answer[], work: string, each: number): Result {
  const times = answers.map(({ time }) => time);
  const refused = answers.filter(({ status }) => status !== 201).length;
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return {
    work,
    aim: 'none refused, p99 ≤ 100 ms',
    figure: `${refused} of ${answers.length} refused, p99 ${duration(p99)}, p50 ${duration(p50)}; ${each.toFixed(1)} ms of processor time a save`,
    met: refused === 0 && p99 <= AIM,
    numbers: rounded({ processor: each, refused, sent: answers.length, p50, p99, worst: Math.max(...times) }),
  };
}

/** Forms that tag sentences of a text as claims, one after the other, as the page sends them. */
export function sentencesFor(text: string, count: number): string[] {
  const { sentences } = structureOf(text);
  return Array.from({ length: count }, (_, at) => {
    const { start, end } = sentences[at % sentences.length] ?? { start: 0, end: 1 };
    return new URLSearchParams({
      tag: 'claim',
      parts: `${start}-${end}`,
      text: text.slice(start, end),
      request_key: crypto.randomUUID(),
    }).toString();
  });
}
