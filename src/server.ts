import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { prepareDesk } from './actions/seed-sample.ts';
import type { Config } from './config.ts';
import { DatabaseAwayError } from './domain/errors.ts';
import { startImportWorker } from './import/worker.ts';
import { openDatabase } from './store/client.ts';
import { migrate } from './store/migrate.ts';
import { packageRoot } from './store/package-root.ts';
import { createApp } from './web/app.ts';
import { readAssets } from './web/assets.ts';
import { describeError, type Log } from './web/log.ts';

/** How long running requests may take to finish once the server is told to stop, in ms. */
const STOP_LIMIT = 10_000;

export interface RunningServer {
  readonly url: string;
  /** Stops accepting, finishes running requests, closes the database; false if requests were cut off. */
  stop(): Promise<boolean>;
}

/** The server cannot start; the message says why in one line. */
export class StartError extends Error {}

/** Migrates and opens the database, and serves the desk on the configured address. */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const { applied, backup } = await migrate(config.databaseUrl, config);
  if (applied.length > 0) log.info({ applied, backup }, 'migrated');
  const database = await openDatabase(config.databaseUrl, config);
  try {
    await prepareDesk(database.db);
    const assets = await readAssets(join(packageRoot(), 'public/built'));
    const server = createServer(createApp({ database, config, log, assets }));
    const url = await listen(server, config);
    log.info({ url }, 'listening');
    const { maxArticleLength } = config;
    const imports = startImportWorker({ database, maxArticleLength }, (error) => logImport(log, error));
    const close = async () => {
      await imports.stop();
      await database.close();
    };
    return { url, stop: () => stop(server, close, log) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** An import goes on by itself once the database is back. */
function logImport(log: Log, error: unknown): void {
  if (error instanceof DatabaseAwayError)
    log.warn(describeError(log, error), 'import waits for the database');
  else log.error(describeError(log, error), 'import failed');
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(startError(error, host, port)));
    server.listen(port, host, () => {
      // A TCP server that listens has an address of this shape.
      const address = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${address.port}`);
    });
  });
}

function startError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartError(`port ${port} on ${host} is taken by another program; set PORT to another one`);
  }
  if (code === 'EACCES')
    return new StartError(`port ${port} may not be used by this account; set PORT to another one`);
  return error;
}

async function stop(server: Server, close: () => Promise<void>, log: Log): Promise<boolean> {
  log.info('stopping');
  const finished = await finishRequests(server);
  await close();
  log.info({ finished }, 'stopped');
  return finished;
}

function finishRequests(server: Server): Promise<boolean> {
  return new Promise((resolve) => {
    let finished = true;
    // A browser keeps its connection open after the answer, which would hold the server up.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const limit = setTimeout(() => {
      finished = false;
      server.closeAllConnections();
    }, STOP_LIMIT);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(limit);
      resolve(finished);
    });
  });
}
