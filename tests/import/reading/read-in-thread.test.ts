import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { InvalidInputError, UnreadableFileError } from '../../../src/domain/errors.ts';
import { readInThread, readOneInThread } from '../../../src/import/reading/read-in-thread.ts';
import { ReadingThread } from '../../../src/import/reading/thread.ts';
import { archiveOf, fileOf } from '../../support/import-files.ts';

const LIMIT = 2_000_000;
const ROOMY = { processorTime: 600_000, memory: 1e12 };
const story = fileOf('ferry.txt', '# Ferry late\n\nThe ferry was late. Nobody said why.');
const size = 1000;

/** Documents of one line each, far more than a thread sends ahead. */
const lines = (count: number) =>
  fileOf(
    'a.jsonl',
    Array.from({ length: count }, (_, at) =>
      JSON.stringify({ text: `Day ${at} was late.`, label: [[0, 3, 'X']] }),
    ).join('\n'),
  );

/** Takes minutes of any processor: far more work than the limits of a test. */
const endless = fileOf('a.html', `<html><body>${'<p>The ferry was <b>late</b> again.</p>'.repeat(100_000)}`);

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('the reading thread', () => {
  test('reads as its reader does', async () => {
    const { article, keepsSource } = await readOneInThread(
      'fileArticle',
      { file: story, limit: LIMIT },
      { size },
    );
    expect(article.details.title).toBe('Ferry late');
    expect(article.text).toBe('The ferry was late. Nobody said why.');
    expect(article.structure.sentences).toHaveLength(2);
    expect(keepsSource).toBe(false);
  });

  test('refuses as its reader does, with its sentence and its field', async () => {
    const picture = fileOf('a.png', 'words');
    const error = await readOneInThread('file', { file: picture, limit: LIMIT }, { size }).catch(
      (why) => why,
    );
    expect(error).toBeInstanceOf(UnreadableFileError);
    expect(error.fields.file).toContain('This is an image');
    const long = await readOneInThread('fileArticle', { file: story, limit: 10 }, { size }).catch(
      (why) => why,
    );
    expect(long).toBeInstanceOf(InvalidInputError);
    expect(long.message).toContain('at most 10');
  });

  test('gives what it finds in order, and does the next job after one that was refused', async () => {
    const found = await all(readInThread('documents', lines(500), { size }));
    expect(found.map((document) => 'text' in document && document.text)).toEqual(
      Array.from({ length: 500 }, (_, at) => `Day ${at} was late.`),
    );
    await expect(all(readInThread('documents', story, { size }))).rejects.toThrow(UnreadableFileError);
    expect(await all(readInThread('documents', lines(3), { size }))).toHaveLength(3);
  });

  test('gives the files of an archive, and does not send back what is one file', async () => {
    const archive = await archiveOf('a.zip', [story, fileOf('b/two.md', 'Two words.')]);
    const unpacked = await all(readInThread('unpack', archive, { size }));
    expect(unpacked.map((each) => 'file' in each && Buffer.from(each.file.bytes).toString())).toEqual([
      Buffer.from(story.bytes).toString(),
      'Two words.',
    ]);
    expect(await all(readInThread('unpack', story, { size }))).toEqual([{ isWhole: true }]);
  });

  test('leaves the bytes with whoever gave them', async () => {
    const before = Buffer.from(story.bytes).toString();
    await readOneInThread('file', { file: story, limit: LIMIT }, { size });
    expect(Buffer.from(story.bytes).toString()).toBe(before);
  });

  test('does several jobs at once, more than there are threads', async () => {
    const jobs = Array.from({ length: 12 }, () => all(readInThread('documents', lines(40), { size })));
    for (const found of await Promise.all(jobs)) expect(found).toHaveLength(40);
  });
});

describe('a file made to harm', () => {
  test('is given up by its work, and the thread with it', async () => {
    const thread = new ReadingThread();
    const job = thread.run('file', { file: endless, limit: LIMIT }, { ...ROOMY, processorTime: 50 });
    await expect(all(job)).rejects.toThrow(/more work to read/);
    expect(thread.isUsable).toBe(false);
  });

  test('is given up by its memory', async () => {
    const thread = new ReadingThread();
    const job = thread.run('file', { file: endless, limit: LIMIT }, { ...ROOMY, memory: -1 });
    await expect(all(job)).rejects.toThrow(/too much memory/);
  });

  test('leaves everybody else their turn while it is read', async () => {
    const thread = new ReadingThread();
    let turns = 0;
    let isDone = false;
    const reading = all(thread.run('file', { file: endless, limit: LIMIT }, { ...ROOMY, processorTime: 50 }))
      .catch(() => undefined)
      .finally(() => {
        isDone = true;
      });
    while (!isDone) {
      await setImmediate();
      turns += 1;
    }
    await reading;
    // On the main thread it would have been one: its reader does not stop in between.
    expect(turns).toBeGreaterThan(1000);
  });
});

describe('a job', () => {
  test('that is called off ends at once, with the reason', async () => {
    const stopping = new AbortController();
    const thread = new ReadingThread();
    const reading = all(
      thread.run('file', { file: endless, limit: LIMIT }, { ...ROOMY, signal: stopping.signal }),
    );
    stopping.abort(new Error('the desk is closing'));
    await expect(reading).rejects.toThrow('the desk is closing');
    expect(thread.isUsable).toBe(false);
    const again = readOneInThread('file', { file: story, limit: LIMIT }, { size, signal: stopping.signal });
    await expect(again).rejects.toThrow('the desk is closing');
  });

  test('that nobody takes to its end ends with its thread', async () => {
    const thread = new ReadingThread();
    const reading = thread.run('documents', lines(100_000), ROOMY);
    await reading.next();
    await reading.return(undefined);
    // Nobody takes the rest, and it ends with the job.
    expect(thread.isUsable).toBe(false);
  });
});
