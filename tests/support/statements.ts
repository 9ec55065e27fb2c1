// Counts what is sent to the databases, at the drivers: each statement on its way, BEGIN and COMMIT among them.

import Sqlite from 'better-sqlite3';
import pg from 'pg';

let sent: string[] = [];

/** Begins to count anew. */
export function forgetStatements(): void {
  sent = [];
}

/** The statements that this process has sent since it began to count, in order. */
export function sentStatements(): readonly string[] {
  return sent;
}

/** What the drivers call with each statement. */
type Method = (this: { readonly source?: string }, ...args: unknown[]) => unknown;

function watch(
  prototype: object,
  name: string,
  textOf: (self: { source?: string }, first: unknown) => unknown,
) {
  const method = Reflect.get(prototype, name) as Method;
  const watched: Method = function (...args) {
    sent.push(String(textOf(this, args[0])));
    return method.apply(this, args);
  };
  Reflect.set(prototype, name, watched);
}

const connection = new Sqlite(':memory:');
const statement = Object.getPrototypeOf(connection.prepare('SELECT 1'));
connection.close();
for (const name of ['run', 'all', 'get']) watch(statement, name, ({ source }) => source);
watch(pg.Client.prototype, 'query', (_, query) =>
  typeof query === 'object' && query !== null && 'text' in query ? query.text : query,
);
