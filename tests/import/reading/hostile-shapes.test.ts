import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import type { IncomingFile } from '../../../src/formats/incoming.ts';
import { ReadingThread } from '../../../src/import/reading/thread.ts';
import { fileOf } from '../../support/import-files.ts';
import { filled, HOSTILE_FILES } from './hostile-files.ts';

const SIZE = 50_000;

/**
 * Most pieces of code that are run for a byte of a file, unpacked; see counting-thread.mjs. The busiest reader runs half of
 * it. One that looks at everything again for each sign runs hundreds of times as many.
 */
const PER_BYTE = 200;
/** And for any file, however short. */
const AT_ALL = 500_000;

/** For what hangs in a single call of Node, which counts as one: hundreds of times what any of these files takes. */
const LIMITS = { processorTime: 20_000, memory: 1e12 };

const SHAPES: readonly (readonly [name: string, before: string, shape: string, after?: string])[] = [
  ['braces', '', '{"a":'],
  ['lists in lists', '', '['],
  ['quotation marks', '', '"'],
  ['words between marks', '', 'a "b" '],
  ['front matter', '', '---\ntitle: """"\n'],
  ['lists in front matter', '---\nauthor: ', '[a,', '\n---\nwords'],
  ['white space', '', ' '],
  ['line ends', '', '\r\n'],
  ['separators', 'title,text\n', ','],
  ['one word', '', 'x'],
  ['marks of emphasis', '', '*_a '],
  ['numbers of items', '', '1. '],
  ['open tags', '', '<div>'],
  ['lone brackets', '', '<'],
  ['entities', '', '&#'],
  ['combining marks', '', 'e\u0301\u0300'],
  ['backslashes', '{"text":"', '\\'],
  ['labels', '[{"text":"word","label":[', '[0,4,"X"],', '[0,4,"X"]]}]'],
  [
    'entities of doccano',
    '[{"text":"word","entities":[',
    '{"id":1,"start_offset":0,"end_offset":4,"label":"X"},',
    '{}]}]',
  ],
  ['rows of annotations', 'tag,text,title\n', 'claim,word,t\n'],
  ['parts of one annotation', 'tag,text,parts_utf16\nclaim,word,"', '0-1;', '"'],
  ['rows of articles', 'title,text\n', 'a,b c\n'],
  ['lines of articles', '', '{"text":"a b","title":"b"}\n'],
];

const READINGS = ['preview', 'unpack', 'fileArticle'] as const;
const NAMES = ['a.csv', 'a.json', 'a.jsonl', 'a.txt', 'a.md', 'a.html'];

const COUNTING = join(import.meta.dirname, '..', '..', 'support', 'counting-thread.mjs');
const channel = new BroadcastChannel('counted work');
const thread = { current: new ReadingThread(undefined, COUNTING) };

beforeAll(() => setFlagsFromString('--no-opt'));
afterAll(() => {
  setFlagsFromString('--opt');
  channel.close();
  thread.current.close();
});

/** How much the thread has done since it was last asked. */
function takeCount(): Promise<number> {
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => resolve(Number(data));
    channel.postMessage('count');
  });
}

/** What became of a file, and how much work it was. */
async function outcome(job: (typeof READINGS)[number], file: IncomingFile) {
  if (!thread.current.isUsable) thread.current = new ReadingThread(undefined, COUNTING);
  const given = job === 'fileArticle' ? { file, limit: 2_000_000 } : file;
  const became = await read(job, given);
  return { became, work: thread.current.isUsable ? await takeCount() : Number.POSITIVE_INFINITY };
}

async function read(job: (typeof READINGS)[number], given: unknown): Promise<string> {
  try {
    // The three jobs are given one of two shapes, as chosen above.
    for await (const _ of thread.current.run(job, given as never, LIMITS));
    return 'read';
  } catch (error) {
    return String(error);
  }
}

test.each(SHAPES)(
  '%s without end take no more work than their length says, in any kind of file',
  async (...given) => {
    const [, before = '', shape = '', after = ''] = given;
    const text = filled(SIZE, before, shape, after);
    const known = new Set<string>();
    for (const name of NAMES) await expectBounded(fileOf(name, text), known);
  },
);

test.each(HOSTILE_FILES)('%s takes no more work than its length says', async (_, make) => {
  await expectBounded(await make(SIZE));
});

/**
 * `known`: which readers of annotations have read these bytes already under another name. They go by what is in a file,
 * and would do the same once more.
 */
async function expectBounded(file: IncomingFile, known = new Set<string>()): Promise<void> {
  const reader = findAnnotationReader(file)?.key;
  for (const job of READINGS) {
    if (job === 'preview' && reader !== undefined && known.has(reader)) continue;
    const { became, work } = await outcome(job, file);
    const said = `${job} ${file.name}`;
    expect(became, said).not.toMatch(/more work|too much memory|reading failed/);
    expect(work, said).toBeLessThan(AT_ALL + PER_BYTE * Math.max(SIZE, file.bytes.length));
  }
  if (reader !== undefined) known.add(reader);
}
