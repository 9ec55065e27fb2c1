import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { findArticleText } from '../../src/store/article-texts.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { newDatabase } from '../support/databases.ts';
import { fileOf, filesForm } from '../support/import-files.ts';
import { addressOf, buildProgram, dataFolder, onrecord } from '../support/program.ts';
import { recount, storedCounts } from '../support/recount.ts';

beforeAll(buildProgram);

const ARTICLES = 120;
const words = (at: number) => `The ferry of day ${at} was late. “Nobody told us,” said Ines Okafor.`;

/** One article a line, with a quote in each. */
const JSONL = Array.from({ length: ARTICLES }, (_, at) => {
  const text = words(at);
  const start = text.indexOf('“');
  return JSON.stringify({ text, label: [[start, text.indexOf('”') + 1, 'quote']] });
}).join('\n');

async function send(
  address: string,
  path: string,
  body: Awaited<ReturnType<typeof filesForm>>,
): Promise<string> {
  const request = { method: 'POST', redirect: 'manual' as const, headers: { ...body.headers } };
  const answer = await fetch(address + path, { ...request, body: Buffer.from(body.body ?? '') });
  expect(answer.status).toBe(303);
  return answer.headers.get('Location') ?? '';
}

/** Waits until `ready` says so; whoever waits for ever is ended by the test's time limit. */
async function until(ready: () => Promise<boolean>): Promise<void> {
  while (!(await ready())) await wait(20);
}

const statusOf = async (address: string, path: string) =>
  load(await (await fetch(address + path)).text())('#import [role=status]').text();

test.each(['sqlite', 'postgresql'] as const)(
  'on %s, imports go on after the program was killed in the middle, and nothing comes half or twice',
  async (kind) => {
    const folder = await dataFolder();
    const url = kind === 'sqlite' ? `file:${folder}/on-record.db` : await newDatabase(kind, 'migrated');
    const settings = { DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' };
    const start = async () => {
      const program = onrecord(['serve'], settings);
      return { program, address: await addressOf(program) };
    };
    let desk = await start();
    const database = await openDatabase(url);
    const before = await database.db.article.count();

    const texts = Array.from({ length: ARTICLES }, (_, at) => fileOf(`day-${at}.txt`, words(at)));
    const articles = await send(desk.address, '/articles', await filesForm(texts));
    await until(async () => (await database.db.article.count()) > before + 10);
    await kill(desk.program);
    await articlesAreWhole(database);

    desk = await start();
    await until(async () => (await statusOf(desk.address, articles)).includes('imported'));
    expect(await statusOf(desk.address, articles)).toBe(`${ARTICLES} articles imported.`);
    expect(await database.db.article.count()).toBe(before + ARTICLES);

    const path = await send(desk.address, '/imports', await filesForm([fileOf('work.jsonl', JSONL)]));
    const body = new URLSearchParams({ _method: 'patch', label: 'quote', choice: 'quote', annotators: 'me' });
    await fetch(desk.address + path, { method: 'POST', body, redirect: 'manual' });
    await until(async () => (await database.db.annotation.count()) > 10);
    await kill(desk.program);
    await articlesAreWhole(database);

    desk = await start();
    await until(async () => (await statusOf(desk.address, path)).includes('imported'));
    expect(await statusOf(desk.address, path)).toContain(`${ARTICLES} annotations imported`);
    expect(await database.db.annotation.count()).toBe(ARTICLES);
    expect(await database.db.article.count()).toBe(before + ARTICLES);
    await articlesAreWhole(database);
    await database.close();
    const stopped = once(desk.program, 'exit');
    desk.program.kill('SIGTERM');
    await stopped;
  },
);

async function kill(program: ReturnType<typeof onrecord>): Promise<void> {
  const exited = once(program, 'exit');
  program.kill('SIGKILL');
  await exited;
}

/** Every article has its text and its line of history, and is counted right. */
async function articlesAreWhole({ db }: Database): Promise<void> {
  for (const { id, projectId } of await db.article.findMany()) {
    const text = await findArticleText(db, projectId, id);
    if (!text) throw new Error(`article ${id} has no text`);
    expect(await db.event.count({ where: { subject: 'article', subjectId: id } })).toBeGreaterThan(0);
    expect(await storedCounts(db, id)).toEqual(await recount(db, text));
  }
}
