// Runs once before the tests of a project. What their processes share, the databases, is made here when the first of
// them asks for it over a port of this machine, so that tests of pure code wait for nothing.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { TestProject } from 'vitest/node';
import { generateClients } from '../../scripts/generate-clients.mjs';
import type { Dialect } from '../../src/store/database-url.ts';
import { type Content, type DatabaseSource, startSource } from './database-sources.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers `/sqlite/empty`, `/postgresql/migrated` and so on with the address of a new database. */
    databases: string;
  }
}

export default async function setup(project: TestProject) {
  await generateClients();
  const sources = new Map<Dialect, Promise<DatabaseSource>>();
  const server = createServer(answerWith((dialect, content) => create(sources, dialect, content)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  project.provide('databases', `http://127.0.0.1:${address.port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const source of await Promise.allSettled(sources.values()))
      if (source.status === 'fulfilled') await source.value.close();
  };
}

async function create(sources: Map<Dialect, Promise<DatabaseSource>>, dialect: Dialect, content: Content) {
  const source = sources.get(dialect) ?? startSource[dialect]();
  sources.set(dialect, source);
  return (await source).create(content);
}

function answerWith(create: (dialect: Dialect, content: Content) => Promise<string>): RequestListener {
  return (request, response) => {
    const [, dialect, content] = (request.url ?? '').split('/');
    // A kept connection may be closed here just as a test, minutes later, asks over it again.
    response.setHeader('Connection', 'close');
    // Only tests/support/databases.ts asks, and it asks for these.
    create(dialect as Dialect, content as Content).then(
      (url) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    );
  };
}
