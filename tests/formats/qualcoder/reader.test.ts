import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { findAnnotationReader } from '../../../src/formats/annotation-readers.ts';
import { qualcoderReader } from '../../../src/formats/qualcoder/reader.ts';
import { writeZip } from '../../../src/formats/writing/write-zip.ts';
import { bytesOf } from '../whole-file.ts';
import { sorted } from '../zipped.ts';

const TEXT = 'The 😀 tug left.\nIt sank.';

/** A project as QualCoder 3 keeps it. */
function data(): Buffer {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,date text, color text, unique(name));
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner));
    CREATE TABLE annotation (anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text, date text, unique(fid,pos0,pos1,owner));
    CREATE TABLE code_image (imid integer primary key, id integer);
    CREATE TABLE journal (jid integer primary key, name text);`);
  db.prepare('INSERT INTO source VALUES (1, ?, ?, null, ?, ?, ?)').run(
    'Tug.docx',
    TEXT,
    'check the port',
    'kit',
    '2026-01-02 03:04:05',
  );
  db.prepare('INSERT INTO source VALUES (2, ?, null, ?, ?, ?, ?)').run(
    'Quay.png',
    '/images/Quay.png',
    '',
    'kit',
    '',
  );
  db.exec(`INSERT INTO code_cat VALUES (4, 'Sea', 'kit', '', '', null);
    INSERT INTO code_name VALUES (7, 'ships', '', 4, 'kit', '', '#fff'), (8, 'claim', '', null, 'kit', '', '#fff');
    INSERT INTO code_text VALUES (1, 7, 1, 'tug', 6, 9, 'kit', '2026-01-02 03:04:05', 'which one?', null, 1),
      (2, 8, 1, 'It sank', 16, 23, 'lou', '2026-01-02 03:04:06', '', null, null), (3, 99, 1, 'left', 10, 14, 'lou', '', '', null, null);
    INSERT INTO annotation VALUES (1, 1, 0, 3, 'odd', 'kit', '2026-01-02 03:04:05');
    INSERT INTO code_image VALUES (1, 2);`);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

async function* only(bytes: Uint8Array) {
  yield bytes;
}

describe('a project of QualCoder', () => {
  const expected = [
    { place: '“Tug.docx”', label: 'memo', anchors: [], attributes: {}, remarks: ['check the port'] },
    {
      id: 'coding 1',
      place: '“Tug.docx”, coding 1',
      label: 'ships',
      anchors: [{ offsets: { start: 6, end: 9, unit: 'any' }, words: 'tug' }],
      attributes: { note: 'which one?' },
      annotator: 'kit',
      createdAt: '2026-01-02T03:04:05',
      remarks: ['Category: Sea', 'Important'],
    },
    { label: 'claim', anchors: [{ words: 'It sank' }], annotator: 'lou', attributes: {} },
    { label: 'unknown code', anchors: [{ words: 'left' }] },
    {
      label: 'annotation',
      anchors: [{ offsets: { start: 0, end: 3, unit: 'any' } }],
      attributes: { note: 'odd' },
    },
  ];

  test.each([
    ['by its data', async () => data()],
    [
      'as a folder that was packed',
      () =>
        bytesOf(
          writeZip([
            { name: 'My work.qda/documents/Tug.docx', chunks: 'x' },
            { name: 'My work.qda/data.qda', chunks: only(data()) },
          ]),
        ),
    ],
  ])('%s has its texts, codings, annotations and memos', async (_, bytesIn) => {
    const file = { name: 'a', bytes: await bytesIn() };
    expect(findAnnotationReader(file)).toBe(qualcoderReader);
    const { documents, unreadable } = await sorted(qualcoderReader.read(file));
    expect(documents).toMatchObject([{ text: TEXT, details: { title: 'Tug' }, annotations: expected }]);
    expect(documents[0]?.annotations).toHaveLength(5);
    expect(unreadable).toEqual([
      { place: '“Quay.png”', reason: expect.stringContaining('no text') },
      { place: 'project', reason: expect.stringContaining('code_image') },
    ]);
  });
});
