// Runs once before the tests. What their processes share, the databases and the browser, is started here when the first
// of them asks for it over a port of this machine, so that tests of pure code wait for nothing.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { TestProject } from 'vitest/node';
import { build } from '../../scripts/build.mjs';
import type { Dialect } from '../../src/store/database-url.ts';
import { startChromium } from './chromium.ts';
import { type Content, startSource } from './database-sources.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers `/sqlite/empty`, `/postgresql/migrated`, `/chromium` and so on with an address. */
    shared: string;
  }
}

/** Something that the tests share; `address` may be asked for again and again. */
interface Shared {
  address(detail?: string): Promise<string>;
  close(): Promise<void>;
}

const START: Readonly<Record<string, () => Promise<Shared>>> = {
  sqlite: () => databases('sqlite'),
  postgresql: () => databases('postgresql'),
  chromium: async () => {
    const browser = await startChromium();
    return { address: async () => browser.wsEndpoint(), close: () => browser.close() };
  },
};

/** Each address is that of a new database. */
async function databases(dialect: Dialect): Promise<Shared> {
  const { create, close } = await startSource[dialect]();
  // Only tests/support/databases.ts asks, and it asks for these.
  return { address: (content) => create(content as Content), close };
}

export default async function setup(project: TestProject) {
  // The thread that reads files runs from the build.
  await build();
  const started = new Map<string, Promise<Shared>>();
  const server = createServer(answerFrom(started));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  project.provide('shared', `http://127.0.0.1:${address.port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const shared of await Promise.allSettled(started.values()))
      if (shared.status === 'fulfilled') await shared.value.close();
  };
}

function answerFrom(started: Map<string, Promise<Shared>>): RequestListener {
  return (request, response) => {
    const [, what = '', detail] = (request.url ?? '').split('/');
    const shared = started.get(what) ?? START[what]?.();
    if (!shared) throw new RangeError(`nothing is shared as ${what}`);
    started.set(what, shared);
    // A kept connection may be closed here just as a test, minutes later, asks over it again.
    response.setHeader('Connection', 'close');
    shared
      .then(({ address }) => address(detail))
      .then(
        (address) => response.end(address),
        (error) => response.writeHead(500).end(String(error)),
      );
  };
}
