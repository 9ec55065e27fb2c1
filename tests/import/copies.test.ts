import { beforeAll, expect, test } from 'vitest';
import { loadArticle } from '../../src/actions/load.ts';
import { copyProject } from '../../src/actions/projects/copy-project.ts';
import { readArticle } from '../../src/import/articles/read.ts';
import { importArticle } from '../../src/import/articles/store.ts';
import { undoImport } from '../../src/import/undo.ts';
import { runImports } from '../../src/import/worker.ts';
import type { Database, Db } from '../../src/store/client.ts';
import { findImport } from '../../src/store/imports.ts';
import { findSource, readSource } from '../../src/store/sources.ts';
import { tag } from '../support/annotating.ts';
import { eachDatabase } from '../support/databases.ts';
import { importText, memberAs } from '../support/desk.ts';
import { anotherProject } from '../support/projects.ts';

const ARTICLES = 120;

eachDatabase((open) => {
  let database: Database;
  let db: Db;
  beforeAll(async () => {
    database = await open();
    ({ db } = database);
  });

  /** Lets the worker take at most so many steps, as if it were killed then. */
  async function work(steps = Number.POSITIVE_INFINITY): Promise<void> {
    const stopping = new AbortController();
    let taken = 0;
    const onStep = () => {
      taken += 1;
      if (taken >= steps) stopping.abort();
    };
    await runImports({ database, maxArticleLength: 2_000_000, signal: stopping.signal, onStep });
  }

  async function filled(count: number) {
    const { member } = await anotherProject(db, 'Ferries');
    await db.project.update({ where: { id: member.projectId }, data: { suggestions: false } });
    for (let at = 0; at < count; at++)
      await importText(db, member, `title: No. ${at}\nlabels: Seen\n\nFerry ${at} was late.`);
    return { member, project: { id: member.projectId, name: 'Ferries' } };
  }

  const textsIn = async (projectId: string) => {
    const rows = await db.article.findMany({
      where: { projectId, deletedAt: null },
      include: { text: true },
    });
    return rows
      .map(({ title, labels, text }) => ({ title, labels, text: text?.text }))
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  };

  test('a copy has the settings, and all articles once though it was stopped on the way', async () => {
    const { member, project } = await filled(ARTICLES);
    const { importId = '', id: projectId } = await copyProject(db, member, project, {
      name: 'Copy',
      withArticles: true,
    });
    expect(await db.project.findUnique({ where: { id: projectId } })).toMatchObject({
      name: 'Copy',
      slug: 'copy',
      suggestions: false,
    });
    await work(1);
    const half = await findImport(db, projectId, importId);
    expect(half).toMatchObject({ state: 'waiting', total: ARTICLES });
    expect(half?.done).toBeGreaterThan(0);
    expect(half?.done).toBeLessThan(ARTICLES);
    expect(await textsIn(projectId)).toHaveLength(half?.done ?? -1);
    await work();
    expect(await findImport(db, projectId, importId)).toMatchObject({
      state: 'done',
      done: ARTICLES,
      total: ARTICLES,
    });
    expect(await textsIn(projectId)).toEqual(await textsIn(member.projectId));
  });

  test('articles come with their source, without anybody’s work, and deleted ones not at all', async () => {
    const { member, project } = await filled(1);
    const bytes = Buffer.from('The boat was late. Nobody came.');
    const source = { name: 'boat.txt', url: null, mediaType: 'text/plain', bytes };
    const read = readArticle({ content: bytes.toString(), given: { title: 'Boat' } }, 2_000_000);
    const { article } = await importArticle(db, member, { ...read, source });
    await tag(db, await loadArticle(db, member.accountId, article.id), 'The boat was late');
    const { article: gone } = await importText(db, member, 'title: Gone\n\nIt sank.');
    await db.article.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });

    const { id: projectId } = await copyProject(db, member, project, {
      name: 'With source',
      withArticles: true,
    });
    await work();
    expect((await textsIn(projectId)).map(({ title }) => title)).toEqual(['Boat', 'No. 0']);
    const copied = await db.article.findFirstOrThrow({ where: { projectId, title: 'Boat' } });
    expect(copied.id).not.toBe(article.id);
    expect(await db.annotation.count({ where: { projectId } })).toBe(0);
    const kept = await findSource(db, projectId, copied.id);
    expect(kept).toMatchObject({ name: 'boat.txt', mediaType: 'text/plain' });
    expect(Buffer.from((await readSource(db, projectId, kept?.id ?? '')) ?? [])).toEqual(bytes);
    expect(await db.source.count({ where: { projectId: member.projectId } })).toBe(1);
  });

  test('who leaves the project that is copied gets no more of it', async () => {
    const { member, project } = await filled(2);
    const { importId = '', id: projectId } = await copyProject(db, member, project, {
      name: 'Left',
      withArticles: true,
    });
    await db.membership.deleteMany({ where: { projectId: member.projectId } });
    await work();
    expect(await textsIn(projectId)).toEqual([]);
    expect((await findImport(db, projectId, importId))?.state).toBe('done');
    const [line] = await db.importLine.findMany({ where: { importId } });
    expect(line?.reason).toMatch(/no longer in the project/);
  });

  test('the articles of a copy can be taken back', async () => {
    const { member, project } = await filled(2);
    const { importId = '', id: projectId } = await copyProject(db, member, project, {
      name: 'Back',
      withArticles: true,
    });
    await work();
    expect(
      await undoImport(database, await memberAs(db, member.accountId, projectId), importId),
    ).toMatchObject({ articles: 2 });
    expect(await textsIn(projectId)).toEqual([]);
    expect(await textsIn(member.projectId)).toHaveLength(2);
  });

  test('a copy without articles is there at once', async () => {
    const { member, project } = await filled(1);
    const { importId, id: projectId } = await copyProject(db, member, project, {
      name: 'Bare',
      withArticles: false,
    });
    expect(importId).toBeUndefined();
    expect(await textsIn(projectId)).toEqual([]);
    expect(await db.import.count({ where: { projectId } })).toBe(0);
  });

  test.each(['', 'x'.repeat(101)])('a copy cannot be named “%s”', async (name) => {
    const { member, project } = await filled(0);
    const before = await db.project.count();
    await expect(copyProject(db, member, project, { name, withArticles: true })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    expect(await db.project.count()).toBe(before);
  });

  test('a reader may not copy', async () => {
    const { member, project } = await filled(1);
    const reader = { ...member, role: 'reader' } as const;
    await expect(copyProject(db, reader, project, { name: 'Mine', withArticles: true })).rejects.toThrow(
      'owner',
    );
  });
});
