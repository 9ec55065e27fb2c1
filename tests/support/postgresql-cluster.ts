// A throw-away PostgreSQL cluster of the installed version, in a temporary folder, on a free port of this machine.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

export interface PostgresqlCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing in it outlives the tests, so nothing waits for the disk. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=300',
];

/** The folder of the newest installed PostgreSQL's programs, if there is one. */
export function installedPostgresql(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'));
  folders.push(...(process.env.PATH ?? '').split(delimiter));
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

export async function startCluster(programs: string): Promise<PostgresqlCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-postgresql-'));
  const user = await unprivilegedUser();
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), initdb, { ...user, cwd: folder });
  const port = await freePort();
  const settings = [...SETTINGS, `port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  return { url, stop: () => stop(server, folder) };
}

/** PostgreSQL refuses to run as root; every other user may run it as themselves. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].flatMap((name) => lines.filter((line) => line[0] === name)).at(0);
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}

async function answering(url: string, server: ChildProcess) {
  let log = '';
  server.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(50)) {
    if (server.exitCode !== null) break;
    if (await answers(url)) return;
  }
  server.kill('SIGQUIT');
  throw new Error(`PostgreSQL did not start: ${log}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // 57P03: it is starting up.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === '57P03') return false;
    throw error;
  }
}

async function stop(server: ChildProcess, folder: string) {
  if (server.exitCode === null) {
    const exit = once(server, 'exit');
    server.kill('SIGINT');
    await exit;
  }
  await rm(folder, { recursive: true, force: true });
}
