import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { openDatabase } from '../../src/store/client.ts';
import { placeOf } from '../support/articles.ts';
import { newDatabase } from '../support/databases.ts';
import { localMember } from '../support/desk.ts';
import { addressOf, buildProgram, dataFolder, onrecord, type Program } from '../support/program.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

beforeAll(buildProgram);

const WORDS = 'The ferry was late, and nobody told us.';
const KILLS = [5, 17, 31];
const WRITERS = 3;
const HEADERS = { 'HX-Request': 'true' };

async function importArticle(address: string): Promise<string> {
  const body = new URLSearchParams({ text: WORDS, title: 'Late' });
  const answer = await fetch(`${address}/articles`, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('Location')?.split('/').at(-1) ?? '';
}

/**
 * Saves one annotation after another, several at a time, and kills the server as soon as it has called
 * `killAt` of them saved. Gives the notes of those it called saved.
 */
async function saveAndKill(program: Program, address: string, id: string, killAt: number): Promise<string[]> {
  const { start, end } = placeOf(WORDS, 'was late');
  const saved: string[] = [];
  const saveOn = async (writer: number) => {
    for (let number = 0; ; number++) {
      const note = `${killAt}-${writer}-${number}`;
      const body = new URLSearchParams({ tag: 'claim', parts: `${start}-${end}`, text: 'was late', note });
      const answer = await fetch(`${address}/articles/${id}/annotations`, {
        method: 'POST',
        body,
        headers: HEADERS,
      });
      expect(answer.status).toBe(201);
      saved.push(note);
      if (saved.length === killAt) program.kill('SIGKILL');
    }
  };
  const closed = once(program, 'exit');
  const gone = await Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => saveOn(writer)));
  await closed;
  // fetch tells of a refused or broken connection by a TypeError; anything else is a failure of the test.
  for (const outcome of gone)
    if (outcome.status === 'rejected' && !(outcome.reason instanceof TypeError)) throw outcome.reason;
  return saved;
}

test.each(['sqlite', 'postgresql'] as const)(
  'on %s, what was called saved is there after the server was killed in the middle',
  async (kind) => {
    const folder = await dataFolder();
    const url = kind === 'sqlite' ? `file:${folder}/on-record.db` : await newDatabase(kind, 'migrated');
    const settings = { DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' };
    let program = onrecord(['serve'], settings);
    let address = await addressOf(program);
    const id = await importArticle(address);
    const saved: string[] = [];
    for (const killAt of KILLS) {
      saved.push(...(await saveAndKill(program, address, id, killAt)));
      program = onrecord(['serve'], settings);
      address = await addressOf(program);
      const page = await fetch(`${address}/articles/${id}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('data-annotation');
    }
    const stopped = once(program, 'exit');
    program.kill('SIGTERM');
    await stopped;
    const database = await openDatabase(url);
    try {
      const { db } = database;
      const { text } = await loadArticle(db, (await localMember(db)).accountId, id);
      const { annotations } = await workIn(db, id);
      const there = annotations.map(({ note }) => note);
      expect(there).toEqual(expect.arrayContaining(saved));
      // What was on its way may be there or not, but nothing else.
      expect(annotations.length).toBeLessThanOrEqual(saved.length + KILLS.length * WRITERS);
      const events = await db.event.findMany({ where: { articleId: id, subject: 'annotation' } });
      expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(
        annotations.map((one) => one.id).sort(),
      );
      expect(await storedCounts(db, id)).toEqual(await recount(db, text));
    } finally {
      await database.close();
    }
  },
);
