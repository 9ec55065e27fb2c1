// What `npm pack` ships, installed into an empty folder and used there. The one script of its packages that
// installs something, better-sqlite3's, is not run, since it may compile for minutes: the module of this
// clone stands in.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../src/store/package-root.ts';
import { docxOf, p } from './formats/docx/make-docx.ts';
import { writePdf } from './formats/pdf/write-pdf.ts';
import { addressOf, outcomeOf, type Program } from './support/program.ts';

const MAX_INSTALLED_MB = 150;
const INSTALL_TIMEOUT = 600_000;
const SQLITE_MODULE = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

const run = promisify(execFile);
let folder: string;
let whyNot: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-package-'));
  whyNot = process.env.CI ? undefined : await missing();
  if (whyNot) return;
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: packageRoot() });
  const file = packed.stdout.trim().split('\n').at(-1) ?? '';
  await writeFile(join(folder, 'package.json'), '{}');
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, file)], {
    cwd: folder,
  });
  await rm(join(folder, file));
  await cp(join(packageRoot(), SQLITE_MODULE), join(folder, SQLITE_MODULE));
}, INSTALL_TIMEOUT);
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`an installed package has at most ${MAX_INSTALLED_MB} MB`, async ({ skip }) => {
  skip(whyNot !== undefined, whyNot);
  const megabytes = (await bytesIn(join(folder, 'node_modules'))) / 1_000_000;
  expect(megabytes).toBeGreaterThan(10);
  expect(megabytes).toBeLessThan(MAX_INSTALLED_MB);
});

test('an installed package serves, imports and exports', { timeout: INSTALL_TIMEOUT }, async ({ skip }) => {
  skip(whyNot !== undefined, whyNot);
  const server = onrecord('serve');
  const address = await addressOf(server);
  const page = await (await fetch(address)).text();
  expect(page).toContain('</html>');
  const face = /\/built\/[^"]+\.woff2/.exec(page)?.[0];
  expect((await fetch(`${address}${face}`)).headers.get('content-type')).toBe('font/woff2');
  const files = await articleFiles();
  const imported = await outcomeOf(onrecord('import', '--json', ...files));
  expect(imported).toMatchObject({ code: 0, errors: '' });
  const articles = imported.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(articles.map(({ title }) => title)).toEqual(TITLES);
  const body = new URLSearchParams({ tag: 'claim', parts: '0-6', text: 'It was' });
  const saved = await fetch(`${address}/articles/${articles[0].id}/annotations`, { method: 'POST', body });
  expect(saved.status).toBe(200);
  expect((await outcomeOf(onrecord('export'))).output).toContain('"It was"');
  const ended = once(server, 'close');
  signal(server, 'SIGINT');
  await ended;
  expect(await readdir(join(folder, 'data'))).toEqual(['on-record.db']);
});

const TITLES = ['Ferry back', 'Ferry late', 'Ferry gone', 'Ferry found'];

/** One for each library that is bundled to read files. */
async function articleFiles(): Promise<string[]> {
  const words = (what: string) =>
    `It was ${what}, and nobody on the quay could say why, or for how long. `.repeat(9);
  const late = `<h1>Ferry late</h1><p>${words('late')}</p>`;
  const found = [{ text: words('found').slice(0, 70), x: 72, y: 72 }];
  const contents = {
    'a.txt': `# Ferry back\n\n${words('back')}\n`,
    'b.html': `<!doctype html><title>Ferry late</title><article>${late}</article>`,
    'c.docx': await docxOf({ body: p('Ferry gone', 'Titel') + p(words('gone')) }),
    'd.pdf': writePdf([found], { title: 'Ferry found' }),
  };
  const written = Object.entries(contents).map(async ([name, content]) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  });
  return Promise.all(written);
}

function onrecord(...args: string[]): Program {
  const environment = { PATH: process.env.PATH, HOME: folder, PORT: '0', LOG_LEVEL: 'error' };
  const options = { cwd: folder, env: environment, detached: true };
  const program = spawn('npx', ['--no-install', 'onrecord', ...args], options);
  onTestFinished(() => signal(program, 'SIGKILL'));
  return program;
}

/** Reaches what npx started as well, as Ctrl-C in a terminal does. */
function signal({ pid }: Program, name: NodeJS.Signals) {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch (error) {
    // It has ended already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** What a clone lacks that cannot try this; CI has it. */
async function missing(): Promise<string | undefined> {
  const answer = await run('npm', ['ping']).catch(() => undefined);
  return answer ? undefined : 'the registry of npm does not answer';
}

async function bytesIn(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(path, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
