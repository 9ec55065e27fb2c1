import { fileURLToPath } from 'node:url';

export type Dialect = 'sqlite' | 'postgresql';

/** The kind of database an address names: `file:…` or `postgresql://…`. Throws a RangeError for any other. */
export function dialectOf(url: string): Dialect {
  if (url.startsWith('file:')) return 'sqlite';
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql';
  throw new RangeError('The database address must begin with file: or postgresql://');
}

/** The path of a SQLite database: absolute (`file:/data/x.db`, `file:///data/x.db`) or relative. */
export function sqlitePath(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}
