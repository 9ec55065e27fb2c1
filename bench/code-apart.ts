import { Agent } from 'node:http';
import type { Member } from '../src/domain/permission.ts';
import { readArticle } from '../src/import/articles/read.ts';
import { importArticles } from '../src/import/articles/store.ts';
import { type Db, openDatabase } from '../src/store/client.ts';
import { ensureLocalPerson } from '../src/store/members.ts';
import { migrate } from '../src/store/migrate.ts';
import { joins } from '../tests/support/apart.ts';
import { installedPostgresql, startCluster } from '../tests/support/postgresql-cluster.ts';
import { letSignIn, PASSWORD } from '../tests/support/signed-in.ts';
import type { Bench, Row } from './bench.ts';
import { processorTimeOf } from './desk-process.ts';
import { generateArticle } from './generate-article.ts';
import { randomFrom } from './random.ts';
import { resultOf, sentencesFor, tagEachSecond } from './work-together.ts';

const [PEOPLE, ARTICLES, SECONDS] = [50, 10, 20];
const LENGTH = 5000;
const MAX_UNITS = 2_000_000;

/** Many people who code the same articles, each in a coding of their own, on PostgreSQL. */
export const coders: Row = {
  name: 'coders',
  async measure(bench) {
    const url = await freshDatabase(bench);
    bench.say('generating');
    const texts = await fill(url);
    const settings = {
      ACCOUNTS: 'on',
      DATABASE_URL: url,
      DESK_KEY: 'a key of the bench, which is no secret',
    };
    const desk = await bench.desk(await bench.folder('data'), settings);
    const cookies = await signAllIn(desk.url);
    bench.say(`${PEOPLE} people code for ${SECONDS} s`);
    const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });
    const random = randomFrom(1);
    const before = await processorTimeOf(desk.pid);
    const work = cookies.map((cookie, at) => {
      const { id, text } = texts[at % ARTICLES] ?? { id: '', text: '' };
      const address = new URL(`/articles/${id}/annotations`, desk.url);
      const forms = sentencesFor(text, SECONDS + 1);
      return tagEachSecond({ agent, address, cookie }, forms, random.whole(0, 999));
    });
    const answers = (await Promise.all(work)).flat();
    const after = await processorTimeOf(desk.pid);
    agent.destroy();
    const served = answers.filter(({ status }) => status === 201).length;
    const each = before === undefined || after === undefined ? Number.NaN : (after - before) / served;
    const counted = answers.filter(({ isCounted }) => isCounted);
    const said = `${PEOPLE} people on ${ARTICLES} articles, apart, PostgreSQL, one annotation a second each, ${SECONDS} s`;
    return [resultOf(counted, said, each)];
  },
};

/** A migrated database of a cluster that ends with the row. Throws where no PostgreSQL is installed. */
async function freshDatabase(bench: Bench): Promise<string> {
  const programs = installedPostgresql();
  if (!programs) throw new Error('no PostgreSQL is installed');
  const { url, stop } = await startCluster(programs);
  bench.onEnd(stop);
  await migrate(url, { backupsDir: '' });
  return url;
}

interface Story {
  readonly id: string;
  readonly text: string;
}

/** Articles and coders of a project that works apart. */
async function fill(url: string): Promise<Story[]> {
  const { db, close } = await openDatabase(url);
  try {
    const [project] = (await ensureLocalPerson(db)).projects;
    if (!project) throw new Error('the local person has no project');
    const { member } = project;
    await db.project.update({ where: { id: project.id }, data: { way: 'apart' } });
    for (let at = 0; at < PEOPLE; at += 1) {
      const { accountId } = await joins(db, project.id, nameOf(at), 'coder');
      await letSignIn(db, accountId, nameOf(at));
    }
    return await addStories(db, { ...member, way: 'apart' });
  } finally {
    await close();
  }
}

async function addStories(db: Db, member: Member): Promise<Story[]> {
  const read = Array.from({ length: ARTICLES }, (_, at) => {
    const { text, title } = generateArticle({ length: LENGTH, annotations: 1, seed: at + 1 });
    return readArticle({ content: text, given: { title } }, MAX_UNITS);
  });
  const imported = await importArticles(db, member, read);
  return read.map(({ text }, at) => ({ id: imported[at]?.article.id ?? '', text }));
}

function nameOf(at: number): string {
  return `coder-${at + 1}`;
}

/** The cookies by which each of them is signed in. */
async function signAllIn(desk: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const answer = await fetch(new URL('/sign-in', desk), {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: new URL(desk).origin },
      body: new URLSearchParams({ name: nameOf(at), password: PASSWORD }),
    });
    if (answer.status !== 303) throw new Error(`${nameOf(at)} could not sign in: ${answer.status}`);
    cookies.push(
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    );
  }
  return cookies;
}
