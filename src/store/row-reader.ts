// Rows past Prisma, for exports: as arrays in the order of the columns, in a third of the time. Both databases give
// the same: text, numbers (of counts and sums too), 0 or 1 for a Boolean, JSON as its text, times as ISO 8601 in UTC.

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { dialectOf, sqlitePath } from './database-url.ts';
import type { Prisma } from './generated/sqlite/client.ts';

export type Cell = string | number | null;

export interface RowReader {
  /** The rows of a SELECT; it sees what is committed. */
  read(query: Prisma.Sql): Promise<Cell[][]>;
  close(): Promise<void>;
}

/** Opens a connection of its own to the database at `url`, for reading alone. */
export function openRowReader(url: string): RowReader {
  return dialectOf(url) === 'sqlite' ? onSqlite(sqlitePath(url)) : onPostgresql(url);
}

function onSqlite(path: string): RowReader {
  const connection = new Sqlite(path, { readonly: true });
  connection.pragma('mmap_size = 268435456');
  return {
    // In raw mode a row is an array; the columns of this schema hold nothing but text and numbers.
    read: async ({ sql, values }) =>
      connection
        .prepare(sql)
        .raw()
        .all(...values) as Cell[][],
    close: async () => void connection.close(),
  };
}

function onPostgresql(url: string): RowReader {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A connection that fails while idle is replaced by the pool; the next query tells if there is more to it.
  pool.on('error', () => {});
  return {
    read: async ({ text, values }) => {
      const { rows } = await pool.query<Cell[]>({ text, values, rowMode: 'array', types: { getTypeParser } });
      return rows;
    },
    close: () => pool.end(),
  };
}

const { builtins } = pg.types;

const PARSERS = new Map<number, (text: string) => Cell>([
  [builtins.INT2, Number],
  [builtins.INT4, Number],
  [builtins.INT8, Number],
  [builtins.FLOAT4, Number],
  [builtins.FLOAT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [builtins.TIMESTAMP, (text) => `${text.replace(' ', 'T')}+00:00`],
]);

function getTypeParser(type: number) {
  return PARSERS.get(type) ?? asText;
}

const asText = (text: string) => text;
