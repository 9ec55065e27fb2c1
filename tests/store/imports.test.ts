import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/store/client.ts';
import { FILE_TYPES, keptFiles, listFiles, replaceFile } from '../../src/store/import-files.ts';
import { finishImport, insertImport, renewLease } from '../../src/store/imports.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';

const single = (name: string, bytes: Uint8Array) => ({ name, mediaType: FILE_TYPES.single, bytes });

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });

  test('files in any number and of any size are kept in their order', async () => {
    const small = Array.from({ length: 1201 }, (_, at) => single(`${at}.txt`, Buffer.from(`${at}`)));
    const large = [1, 2, 3].map((at) => single(`large ${at}.txt`, Buffer.alloc(3_000_000, at)));
    const files = [...large, ...small, ...large];
    const id = await insertImport(database.db, cast.alice, 'articles', files);
    const kept = await keptFiles(database.db, id);
    expect(kept.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(kept.every(({ bytes }, at) => files[at]?.bytes.length === bytes.length)).toBe(true);
  });

  test('what a file held takes its place, all of it, and nothing for nothing', async () => {
    const archive = { ...single('a.zip', Buffer.from('PK')), mediaType: FILE_TYPES.received };
    const id = await insertImport(database.db, cast.alice, 'articles', [archive, archive]);
    const [first, second] = await keptFiles(database.db, id);
    const found = Array.from({ length: 600 }, (_, at) => single(`${at}.txt`, Buffer.from('words')));
    await replaceFile(database.db, id, first?.id ?? '', [...found, { name: 'b.png', problem: 'A picture.' }]);
    await replaceFile(database.db, id, second?.id ?? '', []);
    const [failed, ...others] = await listFiles(database.db, id, { skip: 0, take: 1000 });
    expect(failed).toMatchObject({ name: 'b.png', state: 'failed', problem: 'A picture.' });
    expect(others).toHaveLength(600);
  });

  test('whoever is too late, or works on what is gone, does no harm', async () => {
    const archive = { ...single('a.zip', Buffer.from('PK')), mediaType: FILE_TYPES.received };
    const id = await insertImport(database.db, cast.alice, 'articles', [archive]);
    const [file] = await keptFiles(database.db, id);
    const found = [single('a.txt', Buffer.from('words'))];
    for (let process = 0; process < 2; process++) await replaceFile(database.db, id, file?.id ?? '', found);
    expect(await keptFiles(database.db, id)).toHaveLength(1);
    await database.db.import.delete({ where: { id } });
    await replaceFile(database.db, id, file?.id ?? '', found);
    await renewLease(database.db, id);
    await finishImport(database.db, id);
    expect(await database.db.importFile.count({ where: { importId: id } })).toBe(0);
  });
});
