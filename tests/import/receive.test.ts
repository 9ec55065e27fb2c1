import { beforeAll, expect, test } from 'vitest';
import { beginAnnotationImport, chooseLabels, previewOf } from '../../src/import/receive.ts';
import type { Database } from '../../src/store/client.ts';
import { FILE_TYPES } from '../../src/store/import-files.ts';
import { findImport, insertImport } from '../../src/store/imports.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { fileOf, workOnImports } from '../support/import-files.ts';

const TEXT = 'The ferry was late. Nobody said why.';
const LINE = JSON.stringify({ text: TEXT, label: [[4, 9, 'BOAT']] });
const choices = { mapping: { BOAT: 'claim' }, annotators: 'me' } as const;

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });

  const found = async (id: string) => {
    const one = await findImport(database.db, cast.alice.projectId, id);
    if (!one) throw new Error('the import is gone');
    return one;
  };

  test('what files hold is kept with them', async () => {
    const files = [fileOf('a.jsonl', LINE), fileOf('b.jsonl', `${LINE}\n{"text": "cut`)];
    const { id, preview } = await beginAnnotationImport(database.db, cast.alice, files);
    expect(preview).toMatchObject({ documents: 2, annotations: 2, unreadable: { count: 1 } });
    await database.db.importFile.updateMany({
      where: { importId: id },
      data: { bytes: Buffer.from('gone') },
    });
    expect(await previewOf(database.db, await found(id))).toEqual(preview);
    await chooseLabels(database.db, cast.alice, id, choices);
    expect(await found(id)).toMatchObject({ state: 'waiting', total: 3 });
    await database.db.import.delete({ where: { id } });
  });

  test('words that no database takes are kept as near as it can', async () => {
    const text = 'The \u0000 ferry \uD800 was late.';
    const line = JSON.stringify({ text, label: [[0, text.length, 'BOAT\u0000\uDC00']] });
    const file = fileOf('a.jsonl', `${line}\n{"text\u0000`);
    const { id, preview } = await beginAnnotationImport(database.db, cast.alice, [file]);
    expect(preview.labels[0]?.examples).toEqual(['The  ferry \uFFFD was late.']);
    expect(await previewOf(database.db, await found(id))).toEqual(preview);
  });

  test('an import that has waited since before that is read when it is asked for', async () => {
    const file = { ...fileOf('old.jsonl', `${LINE}\n{"text": "cut`), mediaType: FILE_TYPES.received };
    const unread = { ...fileOf('older.txt', TEXT), mediaType: FILE_TYPES.received };
    const id = await insertImport(database.db, cast.alice, 'annotations', [file, unread]);
    const preview = await previewOf(database.db, await found(id));
    expect(preview).toMatchObject({ documents: 1, annotations: 1, unreadable: { count: 2 } });
    expect(preview.labels.map(({ label }) => label)).toEqual(['BOAT']);
    await chooseLabels(database.db, cast.alice, id, choices);
    await workOnImports(database);
    expect(await found(id)).toMatchObject({ state: 'done', done: 3, total: 3 });
    expect(await database.db.annotation.count()).toBe(1);
  });
});
