import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { undo } from '../../src/actions/undo.ts';
import { CannotUndoError } from '../../src/domain/errors.ts';
import { redoImport, undoImport } from '../../src/import/undo.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { ensureLocalPerson } from '../../src/store/members.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migrations.ts';
import { verifyWork } from '../../src/store/verify-work.ts';
import { databases, type TestDatabases } from '../support/databases.ts';
import { recount, storedCounts, workIn } from '../support/recount.ts';

/** The first migration that a database of version 0.1.0 does not have. */
const OWN = '20261128010000';

const TEXT = 'The ferry was late. Nobody came. It rained. He sold 40 cups.';
const SENTENCES = [0, 19, 0, 20, 32, 0, 33, 43, 0, 44, 60, 0];
const AT = '2026-11-20T10:00:00.000+00:00';

const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** What history said of an annotation in version 0.1.0. */
function content(words: string, userId: string) {
  return {
    confidence: null,
    note: null,
    speaker: null,
    tag: 'claim',
    parts: [spanOf(words)],
    text: words,
    origin: 'manual',
    userId,
  };
}

function annotation(id: string, words: string, userId: string, deletedAt: string | null = null) {
  const { start, end } = spanOf(words);
  const place = {
    id,
    projectId: 'p',
    articleId: 'a',
    userId,
    tag: 'claim',
    start,
    end,
    parts: [[start, end]],
  };
  return { ...place, text: words, searchText: words.toLowerCase(), createdAt: AT, updatedAt: AT, deletedAt };
}

let events = 0;

function event(userId: string, step: string, state: string, change: object) {
  events += 1;
  // Older than whatever comes now.
  const id = `00${String(events).padStart(3, '0')}`;
  return { id, projectId: 'p', articleId: 'a', userId, step, state, createdAt: AT, ...change };
}

const made = (id: string, after: object) => ({
  action: 'create',
  subject: 'annotation',
  subjectId: id,
  after,
});
const gone = (id: string, before: object) => ({
  action: 'undo',
  subject: 'annotation',
  subjectId: id,
  before,
});
const mark = (sentence: number, after: object) => ({
  action: 'create',
  subject: 'sentence-mark',
  subjectId: `a/${sentence}`,
  after: { sentence, ...after },
});

/** A project of 0.1.0: `1` is the person of the desk, `2` and `3` came with files. */
const ROWS: readonly [table: string, rows: readonly object[]][] = [
  ['Project', [{ id: 'p', slug: 'desk', name: 'My desk' }]],
  ['User', ['1', '2', '3'].map((id) => ({ id, name: ['Me', 'Bob', 'Cara'][Number(id) - 1] }))],
  [
    'Membership',
    [
      { projectId: 'p', userId: '1', role: 'owner' },
      { projectId: 'p', userId: '2', role: 'annotator', importedAs: 'Bob' },
    ],
  ],
  ['SavedView', [{ id: 'v', projectId: 'p', userId: '1', name: 'Mine', query: 'tag=claim' }]],
  [
    'Article',
    [
      {
        ...{ id: 'a', projectId: 'p', title: 'Late', textHash: 'x', length: TEXT.length, sentenceCount: 4 },
        ...{ codedCount: 3, claimCount: 1, longestHull: 19, createdById: '1', createdAt: AT, updatedAt: AT },
      },
    ],
  ],
  [
    'ArticleText',
    [
      {
        articleId: 'a',
        text: TEXT,
        blocks: [['paragraph', 0, TEXT.length]],
        sentences: SENTENCES,
        searchText: 'late',
      },
    ],
  ],
  [
    'Annotation',
    [
      annotation('done', 'The ferry', '1'),
      annotation('undone', 'It rained', '1', AT),
      annotation('imported', '40 cups', '2', AT),
    ],
  ],
  [
    'SentenceMark',
    [
      {
        projectId: 'p',
        articleId: 'a',
        userId: '2',
        sentence: 1,
        createdAt: '2026-11-19T10:00:00.000+00:00',
      },
      { projectId: 'p', articleId: 'a', userId: '1', sentence: 1, createdAt: AT },
      { projectId: 'p', articleId: 'a', userId: '1', sentence: 3, createdAt: AT },
    ],
  ],
  ['Dismissal', [{ projectId: 'p', articleId: 'a', userId: '1', tag: 'quote', parts: '0-3' }]],
  ['Import', [{ id: 'i', projectId: 'p', userId: '1', kind: 'annotations', state: 'undone', createdAt: AT }]],
  [
    'Event',
    [
      event('1', 'i', 'settled', made('imported', content('40 cups', '2'))),
      event('1', 'i', 'settled', gone('imported', content('40 cups', '2'))),
      event('1', 's0', 'done', {
        action: 'update',
        subject: 'article',
        subjectId: 'a',
        before: detailsOf('Old'),
        after: detailsOf('Late'),
      }),
      // In version 0.1.0 a mark of one's own named nobody.
      event('1', 's1', 'done', mark(3, {})),
      event('1', 's2', 'done', made('done', content('The ferry', '1'))),
      event('1', 's3', 'undone', made('undone', content('It rained', '1'))),
      event('3', 's4', 'settled', mark(0, { userId: '3' })),
    ],
  ],
];

function detailsOf(title: string) {
  return { title, byline: null, publication: null, published: null, url: null, language: null };
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;
}

/** A database of version 0.1.0 with work in it, brought up to date. */
async function migrated({ name, url }: TestDatabases): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-coding-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const isOlder = (path: string) => !/^\d{14}/.test(basename(path)) || basename(path) < OWN;
  await cp(migrationsFolder(name), join(folder, 'older'), { recursive: true, filter: isOlder });
  const address = await url('empty');
  await migrate(address, { backupsDir: folder, migrationsDir: join(folder, 'older') });
  const older = await openDatabase(address);
  for (const [table, rows] of ROWS) {
    for (const row of rows) {
      const names = Object.keys(row).map((column) => `"${column}"`);
      const values = Object.values(row).map(literal);
      await older.db.$executeRawUnsafe(`INSERT INTO "${table}" (${names}) VALUES (${values.join()})`);
    }
  }
  await older.close();
  await migrate(address, { backupsDir: folder });
  const database = await openDatabase(address);
  onTestFinished(() => database.close());
  return database;
}

describe.each(databases)('a database of 0.1.0 on $name', (kind) => {
  test('keeps its people, its work and its counts', async () => {
    const { db } = await migrated(kind);
    const { person, projects } = await ensureLocalPerson(db);
    expect(person).toMatchObject({ id: '1', name: 'Me' });
    expect(projects).toMatchObject([
      { member: { accountId: '1', annotatorId: '1', role: 'owner', way: 'together' } },
    ]);
    const annotators = await db.annotator.findMany({ orderBy: { id: 'asc' }, omit: { createdAt: true } });
    expect(annotators).toEqual([
      { projectId: 'p', id: '1', name: 'Me', accountId: '1', importedAs: null },
      { projectId: 'p', id: '2', name: 'Bob', accountId: null, importedAs: 'Bob' },
      { projectId: 'p', id: '3', name: 'Cara', accountId: null, importedAs: null },
    ]);
    expect([await db.account.count(), await db.savedView.count()]).toEqual([1, 1]);
    const { text, coding } = await loadArticle(db, '1', 'a');
    expect(coding).toMatchObject({
      lane: 'shared',
      state: 'begun',
      counts: { coded: 3, tags: { claim: 1 } },
      longestHull: 19,
    });
    expect(await storedCounts(db, 'a')).toEqual(await recount(db, text));
    expect((await workIn(db, 'a')).marks).toMatchObject([
      { sentence: 1, annotatorId: '2', lane: 'shared' },
      { sentence: 3, annotatorId: '1', lane: 'shared' },
    ]);
    expect(await db.dismissal.findMany()).toMatchObject([{ lane: 'shared', annotatorId: '1', tag: 'quote' }]);
    const faults: string[] = [];
    await verifyWork(db, { onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual(['article a: its text was altered']);
  });

  test('takes back and brings again what could be taken back and brought again', async () => {
    const { db } = await migrated(kind);
    const loaded = await loadArticle(db, '1', 'a');
    const words = async () => (await workIn(db, 'a')).annotations.map(({ text }) => text).sort();
    const marked = async () => (await workIn(db, 'a')).marks.map(({ sentence }) => sentence);
    await undo(db, loaded, 'redo');
    expect(await words()).toEqual(['It rained', 'The ferry']);
    await undo(db, loaded, 'undo');
    await undo(db, loaded, 'undo');
    expect(await words()).toEqual([]);
    await undo(db, loaded, 'undo');
    expect(await marked()).toEqual([1]);
    const last = await undo(db, loaded, 'undo');
    expect(last.article.title).toBe('Old');
    await expect(undo(db, loaded, 'undo')).rejects.toThrow(CannotUndoError);
    for (let step = 0; step < 4; step++) await undo(db, loaded, 'redo');
    expect([await words(), await marked()]).toEqual([
      ['It rained', 'The ferry'],
      [1, 3],
    ]);
    expect(await storedCounts(db, 'a')).toEqual(await recount(db, loaded.text));
  });

  test('brings an import again that was undone, and takes it back', async () => {
    const database = await migrated(kind);
    const { member, text } = await loadArticle(database.db, '1', 'a');
    expect(await redoImport(database, member, 'i')).toEqual({ removed: 1, kept: 0, articles: 0 });
    const found = await database.db.annotation.findUniqueOrThrow({ where: { id: 'imported' } });
    expect(found).toMatchObject({
      annotatorId: '2',
      lane: 'shared',
      deletedAt: null,
      createdAt: new Date(AT),
    });
    expect(await storedCounts(database.db, 'a')).toEqual(await recount(database.db, text));
    expect(await undoImport(database, member, 'i')).toEqual({ removed: 1, kept: 0, articles: 0 });
  });
});
