// npm run picture: takes the pictures of the user guide's chapters for coders and leads. A desk of its own holds some
// stories that three coders have coded apart; docs/img/ gets the pages of a coder and of whoever leads.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../bench/browser.ts';
import { startDesk } from '../bench/desk-process.ts';
import type { Member } from '../src/domain/permission.ts';
import { type Db, openDatabase } from '../src/store/client.ts';
import { packageRoot } from '../src/store/package-root.ts';
import { codeArticle, loadFinal } from '../tests/support/adjudicating.ts';
import { tag } from '../tests/support/annotating.ts';
import { joins } from '../tests/support/apart.ts';
import { importText, localMember, memberAs } from '../tests/support/desk.ts';

const STORIES = [
  [
    'Harbour to get a new quay',
    'The council voted for a new quay on Monday.',
    'It will cost 4 million euros.',
  ],
  [
    'Night ferry late again',
    'The night ferry was two hours late.',
    'Passengers waited on the quay until midnight.',
  ],
  ['School roof leaks', 'The roof of the school has leaked since May.', 'Nobody was hurt.'],
  [
    'Fewer herring landed',
    'Boats landed a third less herring this year.',
    'The fleet is the oldest on the coast.',
  ],
  ['Library opens on Sundays', 'The library opens on Sundays from June.', 'Most readers come after work.'],
  ['Storm closes the pier', 'Waves of five metres broke the railing.', 'The pier stays closed until spring.'],
  ['Bus line to the quay', 'A bus leaves for the quay every ten minutes.', 'It is half empty on weekdays.'],
] as const;

const CODERS = ['Mara Lindqvist', 'Yusuf Adeyemi', 'Edda Lund'];

/** The pages that are shown, by the names of their pictures. */
const PAGES = {
  work: '/work',
  results: '/work/results',
  progress: '/projects/desk/progress',
  agreement: '/projects/desk/agreement',
} as const;

const VIEWPORT = { width: 1000, height: 620 };

const folder = await mkdtemp(join(tmpdir(), 'on-record-pictures-'));
try {
  const { compared, adjudicated } = await prepare();
  await photograph({
    ...PAGES,
    comparison: `/articles/${compared}/comparison`,
    adjudicating: `/articles/${adjudicated}/adjudicate`,
  });
} finally {
  await rm(folder, { recursive: true });
}

interface Shown {
  /** An article whose coding is compared, and one that is adjudicated. */
  readonly compared: string;
  readonly adjudicated: string;
}

/** Fills the desk. */
async function prepare(): Promise<Shown> {
  // The first start makes the database.
  await (await startDesk(folder)).stop();
  const database = await openDatabase(`file:${join(folder, 'on-record.db')}`);
  try {
    return await code(database.db);
  } finally {
    await database.close();
  }
}

async function code(db: Db): Promise<Shown> {
  const { accountId, projectId } = await localMember(db);
  await db.project.update({ where: { id: projectId }, data: { way: 'apart', showsResult: true } });
  const owner = await memberAs(db, accountId, projectId);
  const coders: Member[] = [];
  for (const name of CODERS) coders.push(await joins(db, projectId, name, 'coder'));
  const ids: string[] = [];
  for (const [at, [title, ...sentences]] of STORIES.entries()) {
    const { article } = await importText(db, owner, `title: ${title}\n\n${sentences.join(' ')}`);
    ids.push(article.id);
    for (const [place, coder] of coders.entries()) {
      const isDone = at < STORIES.length - 1 || place > 0;
      await codeArticle(db, coder, article.id, taggings(sentences, at, place), { isDone });
    }
    if (at > 2 && at < 6) await decide(db, owner, article.id, sentences, at);
    else await give(db, owner, article.id);
  }
  return { compared: ids[4] ?? '', adjudicated: ids[0] ?? '' };
}

/** Coders agree on the first sentence of most stories, and differ on the second of some. */
function taggings(sentences: readonly string[], at: number, place: number) {
  const isTagged = (number: number) => (number === 0 ? at !== 4 || place === 0 : (at + place) % 3 === 0);
  return sentences.filter((_, number) => isTagged(number)).map((words) => ({ words, tag: 'claim' as const }));
}

/** What whoever leads has coded too, and what was agreed on in the end. */
async function decide(db: Db, owner: Member, articleId: string, sentences: readonly string[], at: number) {
  await codeArticle(db, owner, articleId, taggings(sentences, at, at % 2));
  for (const words of at === 4 ? sentences : sentences.slice(0, 1))
    await tag(db, await loadFinal(db, owner, articleId), words);
  const where = { articleId_lane: { articleId, lane: 'final' } };
  await db.coding.update({ where, data: { state: 'done', doneAt: new Date() } });
}

async function give(db: Db, { projectId, annotatorId }: Member, articleId: string) {
  const data = { projectId, articleId, lane: annotatorId, counts: {}, updatedAt: new Date() };
  await db.coding.create({ data });
}

async function photograph(pages: Readonly<Record<string, string>>): Promise<void> {
  const desk = await startDesk(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(`${desk.url}${address}`);
      while ((await page.locator('#underway').count()) > 0) await page.reload();
      const path = join(packageRoot(), 'docs/img', `${name}.png`);
      await page.screenshot({ path });
      console.log(`wrote ${path}`);
    }
  } finally {
    await browser.close();
    await desk.stop();
  }
}
