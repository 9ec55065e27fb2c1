import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { issueTicket } from './accounts/tickets.ts';
import { prepareDesk } from './actions/seed-sample.ts';
import type { Config } from './config.ts';
import { DatabaseAwayError } from './domain/errors.ts';
import { startImportWorker } from './import/worker.ts';
import { type Db, openDatabase } from './store/client.ts';
import { hasCredentials } from './store/credentials.ts';
import { migrate } from './store/migrate.ts';
import { packageRoot } from './store/package-root.ts';
import { withdrawTickets } from './store/tickets.ts';
import { createApp } from './web/app.ts';
import { readAssets } from './web/assets.ts';
import { describeError, type Log } from './web/log.ts';

/** How long running requests may take to finish once the server is told to stop, in ms. */
const STOP_LIMIT = 10_000;

export interface RunningServer {
  readonly url: string;
  /** The link that makes whoever opens it the first owner; where nobody can sign in yet though they have to. */
  readonly firstOwnerLink: string | undefined;
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
    await prepareAccounts(config, database.db);
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
    const firstOwnerLink = await newFirstOwnerLink(config, database.db, url);
    return { url: config.publicAddress ?? url, firstOwnerLink, stop: () => stop(server, close, log) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A desk that people sign in to is served to nobody else; a new one gets its first project. */
async function prepareAccounts(config: Config, db: Db): Promise<void> {
  const areThere = await hasCredentials(db);
  if (areThere && !config.accounts) {
    throw new StartError(
      'people sign in to this database; set ACCOUNTS=on, since without it everything would be open to everybody',
    );
  }
  if (!areThere) await prepareDesk(db);
}

/** A new link each time: those of earlier starts are good for nothing from then on. */
async function newFirstOwnerLink(config: Config, db: Db, url: string): Promise<string | undefined> {
  if (!config.accounts || (await hasCredentials(db))) return undefined;
  await withdrawTickets(db, 'first-owner', {});
  const { token } = await issueTicket(db, 'first-owner', {});
  return `${config.publicAddress ?? url}/tickets/${token}`;
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
