import { beforeAll, expect, test } from 'vitest';
import { ForbiddenError } from '../../src/domain/errors.ts';
import { beginArticleImport } from '../../src/import/receive.ts';
import { reportOf } from '../../src/import/report.ts';
import type { Database } from '../../src/store/client.ts';
import { countFiles, countTry, FILE_TYPES, waitingFiles } from '../../src/store/import-files.ts';
import { claimImport, findImport } from '../../src/store/imports.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { archiveOf, fileOf, workOnImports } from '../support/import-files.ts';

const words = (at: number) => `The ferry of day ${at} was late. Nobody said why.`;
const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => fileOf(`day-${from + at}.txt`, words(from + at)));

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });

  const articles = () => database.db.article.count({ where: { projectId: cast.alice.projectId } });
  const report = async (id: string) => {
    const found = await findImport(database.db, cast.alice.projectId, id);
    if (!found) throw new Error('the import is gone');
    const { sums, ...rest } = await reportOf(database.db, found, 1);
    return { state: found.state, sums, files: 'files' in rest ? rest.files : [] };
  };

  test('files, archives and tables become articles, and every failure is named', async () => {
    const before = await articles();
    const id = await beginArticleImport(database.db, cast.bob, [
      ...texts(2),
      fileOf('again.txt', words(1)),
      fileOf('empty.txt', ' \n'),
      fileOf('picture.txt', '\x89PNG\r\n\x1A\n'),
      await archiveOf('folder.zip', [
        fileOf('a/one.txt', words(7)),
        fileOf('b/two.md', `# Two\n\n${words(8)}`),
      ]),
      fileOf('table.csv', `title,text\r\nThird,${words(9)}\r\n,\r\n`),
      { name: 'broken.zip', bytes: Buffer.from('PK\x03\x04 and no more') },
    ]);
    expect(await articles()).toBe(before);
    await workOnImports(database);
    expect(await articles()).toBe(before + 5);
    const { state, sums, files } = await report(id);
    expect(state).toBe('done');
    expect(sums[0]).toBe('5 articles imported');
    expect(sums[1]).toBe('1 already here');
    const failed = files.filter((file) => file.state === 'failed').map(({ name }) => name);
    expect(failed).toEqual(expect.arrayContaining(['empty.txt', 'picture.txt', 'broken.zip']));
    for (const { state: became, problem } of files) expect(problem !== null).toBe(became === 'failed');
    expect(files.find(({ name }) => name.endsWith('two.md'))).toMatchObject({ state: 'done', problem: null });
    const kept = await database.db.importFile.count({ where: { importId: id, bytes: { not: null } } });
    expect(kept).toBe(0);
  });

  test('what was stopped goes on behind the last whole step, and nothing comes twice', async () => {
    const before = await articles();
    const id = await beginArticleImport(database.db, cast.alice, texts(50, 100));
    for (let round = 0; round < 60 && (await report(id)).state === 'waiting'; round++) {
      await workOnImports(database, 1);
      const { done, waiting } = await countFiles(database.db, id);
      expect(await articles()).toBe(before + done);
      expect(done + waiting).toBe(50);
    }
    expect(await report(id)).toMatchObject({ state: 'done', sums: ['50 articles imported'] });
    expect(await articles()).toBe(before + 50);
  });

  test('one import is worked on by one process, and taken over when that one is silent', async () => {
    const id = await beginArticleImport(database.db, cast.alice, texts(1, 200));
    expect((await claimImport(database.db))?.id).toBe(id);
    expect(await claimImport(database.db)).toBeNull();
    await database.db.import.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1) } });
    expect((await claimImport(database.db))?.id).toBe(id);
    await database.db.import.update({ where: { id }, data: { leasedUntil: null } });
    await workOnImports(database);
    expect((await report(id)).state).toBe('done');
  });

  test('an article keeps the file that it was read from', async () => {
    const page = `<!doctype html><html lang="en"><title>Ferry</title><article><h1>Ferry</h1>${'<p>The ferry was late again on Tuesday, and nobody at the harbour could say why it had been so for weeks.</p>'.repeat(4)}</article>`;
    const id = await beginArticleImport(database.db, cast.alice, [fileOf('ferry.html', page)]);
    await workOnImports(database);
    const [file] = (await report(id)).files;
    const source = await database.db.source.findFirstOrThrow({ where: { articleId: file?.articleId ?? '' } });
    expect(Buffer.from(source.bytes).toString()).toBe(page);
    expect(source).toMatchObject({ name: 'ferry.html', mediaType: 'text/html' });
  });

  test('an import that fails again and again ends, named, and holds up no other', async () => {
    const bad = await beginArticleImport(database.db, cast.alice, texts(1, 300));
    // Only the worker writes files of this type, so that anything else in one is a surprise.
    const data = { mediaType: FILE_TYPES.article, bytes: Buffer.from('no JSON') };
    await database.db.importFile.updateMany({ where: { importId: bad }, data });
    const good = await beginArticleImport(database.db, cast.alice, texts(1, 301));
    for (let look = 0; look < 3; look++) {
      await expect(workOnImports(database)).rejects.toThrow(SyntaxError);
      await database.db.import.updateMany({ where: { id: bad }, data: { leasedUntil: null } });
    }
    await workOnImports(database);
    expect(await report(good)).toMatchObject({ state: 'done', sums: ['1 article imported'] });
    const { state, files } = await report(bad);
    expect([state, files.map((file) => file.state)]).toEqual(['done', ['failed']]);
    expect(files[0]?.problem).toContain('three times');
  });

  /** As a process that dies before it has done a step leaves it. */
  const dieAtNextStep = async (id: string) => {
    expect((await claimImport(database.db))?.id).toBe(id);
    await database.db.import.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1) } });
  };

  test('an import whose step has ended three processes ends, named', async () => {
    const id = await beginArticleImport(database.db, cast.alice, texts(1, 400));
    for (let process = 0; process < 3; process++) await dieAtNextStep(id);
    await workOnImports(database);
    const { state, files } = await report(id);
    expect([state, files.map((file) => file.state)]).toEqual(['done', ['failed']]);
    expect(files[0]?.problem).toContain('three times');
  });

  test('an import that comes a step further is not given up, however often its process dies', async () => {
    const id = await beginArticleImport(database.db, cast.alice, texts(60, 500));
    for (let round = 0; round < 3; round++) {
      for (let process = 0; process < 2; process++) await dieAtNextStep(id);
      await workOnImports(database, 20);
    }
    for (let process = 0; process < 2; process++) {
      if ((await report(id)).state === 'waiting') await dieAtNextStep(id);
    }
    await workOnImports(database);
    expect(await report(id)).toMatchObject({ state: 'done', sums: ['60 articles imported'] });
  });

  /** As a process leaves it that has counted a try of its next files and dies over one of them. */
  const dieOverFiles = async (id: string) => {
    await dieAtNextStep(id);
    const files = await waitingFiles(database.db, id, 20);
    const first = files.findIndex(({ tries }) => tries > 0);
    const begun = first < 0 ? files : files.slice(0, Math.max(1, first));
    await countTry(
      database.db,
      begun.map((file) => file.id),
    );
  };

  test('a file that stops the desk three times is given up by its name, and the rest goes on', async () => {
    const files = texts(4, 600);
    const id = await beginArticleImport(database.db, cast.alice, files);
    await database.db.importFile.updateMany({
      where: { importId: id },
      data: { mediaType: FILE_TYPES.single },
    });
    for (let process = 0; process < 3; process++) await dieOverFiles(id);
    const tries = (await waitingFiles(database.db, id, 20)).map((file) => file.tries);
    // Once all of them together, then the first alone.
    expect(tries).toEqual([3, 1, 1, 1]);
    await workOnImports(database);
    const { state, sums, files: became } = await report(id);
    expect([state, sums]).toEqual(['done', ['3 articles imported', '1 file failed']]);
    expect(became[0]?.problem).toContain('“day-600.txt” stopped the desk three times');
    expect(became.filter((file) => file.state === 'done')).toHaveLength(3);
  });

  test('an archive that stops the desk three times is given up by its name, and the rest goes on', async () => {
    const archive = await archiveOf('bomb.zip', texts(2, 700));
    const id = await beginArticleImport(database.db, cast.alice, [archive, ...texts(1, 702)]);
    for (let process = 0; process < 3; process++) await dieOverFiles(id);
    await workOnImports(database);
    const { sums, files } = await report(id);
    expect(sums).toEqual(['1 article imported', '1 file failed']);
    expect(files[0]?.problem).toContain('“bomb.zip” stopped the desk three times');
  });

  test('to be told to stop is no try of a file, nor is a step that was done', async () => {
    const id = await beginArticleImport(database.db, cast.alice, texts(30, 800));
    for (let round = 0; round < 12; round++) {
      await workOnImports(database, 1);
      const waiting = await waitingFiles(database.db, id, 100);
      expect(waiting.every(({ tries }) => tries === 0)).toBe(true);
    }
    await workOnImports(database);
    expect((await report(id)).sums).toEqual(['30 articles imported']);
  });

  test('readers of a project import nothing', async () => {
    await expect(beginArticleImport(database.db, cast.rita, texts(1))).rejects.toThrow(ForbiddenError);
  });
});
