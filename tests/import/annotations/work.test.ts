import { beforeAll, expect, test } from 'vitest';
import { beginAnnotationImport, chooseLabels } from '../../../src/import/receive.ts';
import { reportOf } from '../../../src/import/report.ts';
import type { Database } from '../../../src/store/client.ts';
import { annotationFiles, countTry } from '../../../src/store/import-files.ts';
import { claimImport, findImport } from '../../../src/store/imports.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { eachDatabase } from '../../support/databases.ts';
import { fileOf, workOnImports } from '../../support/import-files.ts';

/** Lines of an article each, with one annotation. */
const linesOf = (name: string, from: number, count: number) =>
  fileOf(
    name,
    Array.from({ length: count }, (_, at) =>
      JSON.stringify({ text: `Boat ${from + at} was late.`, label: [[0, 4, 'BOAT']] }),
    ).join('\n'),
  );

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });

  const begin = async (files: readonly ReturnType<typeof fileOf>[], label = 'BOAT') => {
    const { id } = await beginAnnotationImport(database.db, cast.alice, files);
    await chooseLabels(database.db, cast.alice, id, {
      annotators: 'me',
      mapping: Object.fromEntries([[label, 'claim']]),
    });
    return id;
  };
  const report = async (id: string) => {
    const found = await findImport(database.db, cast.alice.projectId, id);
    if (!found) throw new Error('the import is gone');
    const { sums, ...rest } = await reportOf(database.db, found, 1);
    return { ...found, sums, lines: 'lines' in rest ? rest.lines : [] };
  };
  /** As a process leaves it that has begun to read a file and dies before a document of it is in. */
  const dieOver = async (id: string, name: string) => {
    expect((await claimImport(database.db))?.id).toBe(id);
    const file = (await annotationFiles(database.db, id)).find((each) => each.name === name);
    await countTry(database.db, [file?.id ?? '']);
    await database.db.import.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1) } });
  };

  test('a file that stops the desk three times is given up by its name, and the rest goes on', async () => {
    const id = await begin([linesOf('a.jsonl', 0, 3), linesOf('b.jsonl', 10, 4), linesOf('c.jsonl', 20, 5)]);
    for (let process = 0; process < 3; process++) await dieOver(id, 'b.jsonl');
    await workOnImports(database);
    const { state, sums, lines } = await report(id);
    expect(state).toBe('done');
    expect(sums).toEqual(['8 annotations imported', '8 new articles', '1 not readable']);
    expect(lines).toMatchObject([{ place: 'b.jsonl', outcome: 'unreadable' }]);
    expect(lines[0]?.reason).toContain('“b.jsonl” stopped the desk three times');
  });

  test('what was in of such a file stays in, and nothing comes twice', async () => {
    const id = await begin([linesOf('a.jsonl', 30, 3), linesOf('b.jsonl', 40, 4), linesOf('c.jsonl', 50, 2)]);
    // Up to the second document of the second file.
    await workOnImports(database, 5);
    expect((await report(id)).done).toBe(5);
    for (let process = 0; process < 3; process++) await dieOver(id, 'b.jsonl');
    await workOnImports(database);
    const { sums, lines } = await report(id);
    expect(sums).toEqual(['7 annotations imported', '7 new articles', '1 not readable']);
    expect(lines[0]?.reason).toContain('three times at this place');
    const texts = await database.db.articleText.findMany({ where: { text: { startsWith: 'Boat 4' } } });
    expect(texts.map(({ text }) => text).sort()).toEqual(['Boat 40 was late.', 'Boat 41 was late.']);
  });

  test('a file that comes a document further is not given up, however often its process dies', async () => {
    const id = await begin([linesOf('a.jsonl', 60, 8)]);
    for (let round = 0; round < 3; round++) {
      for (let process = 0; process < 2; process++) await dieOver(id, 'a.jsonl');
      // What is in is read over again, a step each.
      await workOnImports(database, 2 * round + 2);
    }
    await workOnImports(database);
    expect((await report(id)).sums).toEqual(['8 annotations imported', '8 new articles']);
  });

  test('a file that is done is not read again', async () => {
    const id = await begin([linesOf('a.jsonl', 70, 2), linesOf('b.jsonl', 80, 3)]);
    await workOnImports(database, 3);
    const [first, second] = await annotationFiles(database.db, id);
    expect([first?.documents, second?.documents]).toEqual([2, null]);
    expect(second?.tries).toBe(0);
    await database.db.importFile.update({ where: { id: first?.id ?? '' }, data: { bytes: null } });
    await workOnImports(database);
    expect((await report(id)).sums).toEqual(['5 annotations imported', '5 new articles']);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a label %s is brought in as chosen', async (label) => {
    const line = JSON.stringify({ text: `The quay is late, said ${label}.`, label: [[0, 8, label]] });
    const id = await begin([fileOf('a.jsonl', line)], label);
    await workOnImports(database);
    expect((await report(id)).sums).toEqual(['1 annotation imported', '1 new article']);
  });
});
