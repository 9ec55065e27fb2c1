import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type CheerioAPI, load } from 'cheerio';
import { type Config, readConfig } from '../../src/config.ts';
import type { Language } from '../../src/messages/language.ts';
import { type Database, openDatabase } from '../../src/store/client.ts';
import { createApp } from '../../src/web/app.ts';
import type { Assets } from '../../src/web/assets.ts';
import { createLog } from '../../src/web/log.ts';
import type { Route } from '../../src/web/routes.ts';
import { newDatabase } from './databases.ts';

export interface TestServerOptions {
  /** A migrated database of the test's own; without it, a new one on SQLite. The server closes it. */
  readonly database?: Database;
  /** Settings, as they stand in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Built files for a browser; without them addresses with nothing behind. */
  readonly assets?: Assets;
  /** What the pages are in, other than English. */
  readonly language?: Language;
  /** Other routes than the desk's own. */
  readonly routes?: readonly Route[];
}

export interface RequestOptions {
  readonly method?: string;
  /** A plain form; the method is then POST unless it is given. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asks as htmx does. */
  readonly htmx?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The answer read as HTML. */
  html(): CheerioAPI;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly config: Config;
  /** Sends a request as it is: no redirect is followed, and any header may be set. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /** The lines that were logged so far. */
  logged(): Record<string, unknown>[];
  close(): Promise<void>;
}

/** Serves the whole application on a port of its own. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await openDatabase(await newDatabase('sqlite', 'migrated')));
  const config = readConfig({ ...options.settings });
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const language = options.language ? { language: options.language } : {};
  const server = createServer(
    createApp({ database, config, log, assets: options.assets ?? assets, ...language }, options.routes),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    database,
    config,
    request: (path, requestOptions = {}) => send(port, path, requestOptions),
    logged: () => lines.map((line) => JSON.parse(line)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}

/** Addresses as the build makes them, so that tests need no build; there is nothing behind them. */
const assets: Assets = { folder: import.meta.dirname, url: (name) => `/built/${name}` };

async function send(port: number, path: string, options: RequestOptions): Promise<Answer> {
  const body = options.form ? new URLSearchParams(options.form).toString() : options.body;
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    agent: false,
    headers: {
      ...(options.form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
      ...(options.htmx ? { 'HX-Request': 'true' } : {}),
      ...options.headers,
    },
  });
  const answered = once(request, 'response');
  request.end(body);
  const [response] = await answered;
  const text = await readText(response);
  return { status: response.statusCode, headers: response.headers, text, html: () => load(text) };
}
