import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableFileError } from '../../../../src/domain/errors.ts';
import { isSqlite, SqliteFile } from '../../../../src/formats/reading/sqlite/sqlite-file.ts';

/** The bytes of a database that SQLite itself has made. */
function made(
  sql: string,
  fill: (db: Database.Database) => void = () => {},
  pragmas: readonly string[] = [],
): Buffer {
  const db = new Database(':memory:');
  for (const pragma of pragmas) db.pragma(pragma);
  db.exec(sql);
  fill(db);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
  fc.double({ noNaN: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !text.includes('\u0000')),
  fc.integer({ min: 0, max: 9000 }).map((length) => 'ä'.repeat(length)),
);

describe('what SQLite has written is read as SQLite reads it', () => {
  test.each(['UTF-8', 'UTF-16le', 'UTF-16be'])('in %s, rows of any length', (encoding) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { maxLength: 60 }),
        fc.constantFrom(512, 4096, 65536),
        (rows, size) => {
          const pragmas = [`encoding = "${encoding}"`, `page_size = ${size}`];
          const bytes = made(
            'CREATE TABLE notes (id INTEGER PRIMARY KEY, a, b)',
            (db) => {
              const insert = db.prepare('INSERT INTO notes (a, b) VALUES (?, ?)');
              for (const row of rows) insert.run(...row);
            },
            pragmas,
          );
          const expected = rows.map(([a, b], index) => ({ id: index + 1, a, b }));
          expect([...new SqliteFile(bytes).rows('notes')]).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('thousands of rows in trees of several levels, with gaps', () => {
    const bytes = made(
      'CREATE TABLE "Notes" ([id] INTEGER NOT NULL, `a, b` TEXT DEFAULT (\')\'), PRIMARY KEY (id))',
      (db) => {
        const insert = db.prepare('INSERT INTO notes VALUES (?, ?)');
        for (let id = 1; id <= 20_000; id++) insert.run(id * 3, `note ${id}`);
        db.exec('DELETE FROM notes WHERE id % 2 = 0; ALTER TABLE notes ADD COLUMN late');
      },
    );
    const rows = [...new SqliteFile(bytes).rows('notes')];
    expect(rows).toHaveLength(10_000);
    expect(rows[0]).toEqual({ id: 3, 'a, b': 'note 1', late: null });
    expect(rows.at(-1)).toEqual({ id: 59_997, 'a, b': 'note 19999', late: null });
  });

  test('tables are found by name, and views and indexes are none', () => {
    const file = new SqliteFile(
      made('CREATE TABLE a (x); CREATE INDEX i ON a (x); CREATE VIEW v AS SELECT 1'),
    );
    expect([file.has('a'), file.has('i'), file.has('v'), file.has('a', 'b')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([...file.rows('b')]).toEqual([]);
  });
});

describe('what is damaged is refused, and never takes long', () => {
  const whole = made('CREATE TABLE notes (id INTEGER PRIMARY KEY, a)', (db) => {
    const insert = db.prepare('INSERT INTO notes (a) VALUES (?)');
    for (let count = 0; count < 300; count++) insert.run('word '.repeat(count * 10));
  });

  test('other files', () => {
    expect(isSqlite(Buffer.from('SQLite format 3'))).toBe(false);
    expect(() => new SqliteFile(Buffer.from('no database'))).toThrow(UnreadableFileError);
    expect(() => new SqliteFile(Buffer.concat([whole.subarray(0, 16), Buffer.alloc(200)]))).toThrow(
      UnreadableFileError,
    );
  });

  test('any bytes changed, or cut off', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 100, max: whole.length }),
        (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          try {
            let read = 0;
            for (const row of new SqliteFile(bytes).rows('notes')) read += String(row.a).length;
            expect(read).toBeLessThanOrEqual(bytes.length);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFileError);
            refused += 1;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test('a tree that leads back to itself', () => {
    const bytes = Buffer.from(whole);
    const size = bytes.readUInt16BE(16);
    // The root of the table becomes an inner page whose only way goes to itself.
    const root = 2;
    bytes.fill(0, (root - 1) * size, root * size);
    bytes[(root - 1) * size] = 5;
    bytes.writeUInt32BE(root, (root - 1) * size + 8);
    expect(() => [...new SqliteFile(bytes).rows('notes')]).toThrow(UnreadableFileError);
  });
});
