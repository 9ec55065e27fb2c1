import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDatabase } from '../../bench/fill-database.ts';
import { generateArticle } from '../../bench/generate-article.ts';
import { addAnnotation } from '../../src/actions/add-annotation.ts';
import { loadArticle } from '../../src/actions/load.ts';
import { annotatingScope } from '../../src/actions/scope.ts';
import { undo } from '../../src/actions/undo.ts';
import { readArticle } from '../../src/import/articles/read.ts';
import { importArticle } from '../../src/import/articles/store.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { ensureLocalPerson } from '../../src/store/members.ts';
import { hullOf, overlaps } from '../../src/text/span.ts';
import { structureOf } from '../../src/text/structure.ts';
import { newDatabase } from '../support/databases.ts';

const WISHES = { length: 1500, annotations: 24, seed: 7 };

describe('a generated article', () => {
  const { text, annotations } = generateArticle({ length: 40_000, annotations: 800, seed: 1 });
  const structure = structureOf(text);

  test('is the same for the same wishes, and another for another seed', () => {
    expect(generateArticle(WISHES)).toEqual(generateArticle(WISHES));
    expect(generateArticle({ ...WISHES, seed: 8 }).text).not.toBe(generateArticle(WISHES).text);
  });

  test('is as long as wished, to the end of a paragraph', () => {
    expect(text.length).toBeGreaterThanOrEqual(40_000);
    expect(text.length).toBeLessThan(41_500);
  });

  test('is built like news: headings, paragraphs, sentences of a line or two', () => {
    const headings = structure.blocks.filter(({ kind }) => kind === 'heading').length;
    expect(headings / structure.blocks.length).toBeGreaterThan(0.1);
    const lengths = structure.sentences.map(({ start, end }) => end - start).sort((a, b) => a - b);
    const median = lengths[lengths.length >> 1] ?? 0;
    expect(median).toBeGreaterThan(60);
    expect(median).toBeLessThan(180);
  });

  test.each([0, 1, 40, 100])('has as many annotations as wished: %i', (wished) => {
    expect(generateArticle({ ...WISHES, annotations: wished }).annotations).toHaveLength(wished);
  });

  test('has annotations of every tag, with parts, nested and crossing', () => {
    const hulls = annotations.map(({ parts }) => hullOf(parts));
    const pairs = hulls.flatMap((a, at) => hulls.slice(at + 1, at + 8).map((b) => [a, b] as const));
    const nested = pairs.filter(([a, b]) => b.end <= a.end && overlaps(a, b));
    const crossing = pairs.filter(([a, b]) => a.start < b.start && b.start < a.end && a.end < b.end);
    expect(new Set(annotations.map(({ tag }) => tag))).toEqual(new Set(['claim', 'quote', 'statistic']));
    expect(annotations.filter(({ parts }) => parts.length > 1).length).toBeGreaterThan(20);
    expect(nested.length).toBeGreaterThan(50);
    expect(crossing.length).toBeGreaterThan(20);
  });
});

describe('a filled database', () => {
  let filled: Database;
  let byHand: Database;

  beforeAll(async () => {
    const url = await newDatabase('sqlite', 'migrated');
    await fillDatabase(url, [WISHES]);
    filled = await openDatabase(url);
    byHand = await openDatabase(await newDatabase('sqlite', 'migrated'));
    await annotateThroughTheApp(byHand);
  });
  afterAll(async () => {
    await filled?.close();
    await byHand?.close();
  });

  test('holds the rows that the app itself writes', async () => {
    expect(await contentOf(filled)).toEqual(await contentOf(byHand));
  });

  test('goes on as if the app had written it', async () => {
    expect(await undoAll(filled)).toEqual(await undoAll(byHand));
    const [coding] = await codingsOf(filled);
    expect(coding).toMatchObject({ codedCount: 0, annotationCount: 0 });
    expect(coding?.counts).toEqual({ claim: 0, quote: 0, statistic: 0 });
  });
});

async function memberOf({ db }: Database) {
  const [project] = (await ensureLocalPerson(db)).projects;
  if (!project) throw new Error('no project');
  return project.member;
}

async function annotateThroughTheApp(database: Database): Promise<void> {
  const { db } = database;
  const member = await memberOf(database);
  const { title, text, annotations } = generateArticle(WISHES);
  const { article } = await importArticle(
    db,
    member,
    readArticle({ content: text, given: { title } }, text.length),
  );
  const loaded = await loadArticle(db, member.accountId, article.id);
  for (const { tag, parts, text: seen, ...attributes } of annotations) {
    await addAnnotation(db, loaded, { tag, parts, seen, attributes });
  }
}

/** All that is stored, ids and times as their shapes alone; in the order of writing. */
async function contentOf(database: Database) {
  const { db } = database;
  const tables = {
    articles: await articlesOf(database),
    // How many steps it took is not the same: they were filled in one.
    codings: (await codingsOf(database)).map(({ version: _, ...coding }) => coding),
    annotations: await db.$queryRawUnsafe<object[]>('SELECT * FROM "Annotation" ORDER BY "id"'),
    events: await db.$queryRawUnsafe<object[]>(
      'SELECT * FROM "Event" WHERE "subject" = \'annotation\' ORDER BY "id"',
    ),
  };
  return JSON.parse(
    JSON.stringify(tables, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    (key, value) => (/^(id|step|version)$|Ids?$|At$/.test(key) ? shapeOf(value) : value),
  );
}

function articlesOf({ db }: Database): Promise<Record<string, unknown>[]> {
  return db.$queryRawUnsafe('SELECT * FROM "Article"');
}

function codingsOf({ db }: Database): Promise<Record<string, unknown>[]> {
  return db.$queryRawUnsafe('SELECT * FROM "Coding"');
}

const shapeOf = (value: unknown) => String(value).replaceAll(/[0-9a-f]/g, '0');

async function undoAll(database: Database): Promise<number[]> {
  const { db } = database;
  const { accountId } = await memberOf(database);
  const [row] = await articlesOf(database);
  const loaded = await loadArticle(db, accountId, String(row?.id));
  const coded: number[] = [];
  for (let step = 0; step < WISHES.annotations; step++) {
    await undo(db, annotatingScope(loaded), 'undo');
    const [now] = await codingsOf(database);
    coded.push(Number(now?.codedCount));
  }
  return coded;
}
