// Builds what is out of date: the database clients, the server, the browser's files. A target is out of date when
// the names, times or sizes of its inputs have changed since it was built; `dist/.built.json` remembers them.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const record = join(root, 'dist/.built.json');

const targets = {
  clients: {
    inputs: ['prisma/schema.prisma', 'prisma/postgresql/schema.prisma', 'prisma.config.ts'],
    outputs: ['src/store/generated/sqlite', 'src/store/generated/postgresql'],
    build: () => run(process.execPath, ['scripts/run.mjs', 'scripts/schema.ts', '--generate-only']),
  },
  server: {
    inputs: ['src', 'views', 'tsconfig.json', 'tsconfig.build.json'],
    outputs: ['dist/src'],
    build: compileServer,
  },
  browser: {
    inputs: ['src/client', 'src/text', 'public/css', 'public/img', 'scripts/bundle.mjs'],
    outputs: ['public/built/manifest.json'],
    build: async () => (await import('./bundle.mjs')).bundle(root),
  },
};

/** Brings every target up to date. Throws a `BuildError` where that fails. */
export async function build() {
  const built = readRecord();
  for (const [name, target] of Object.entries(targets)) {
    if (isFresh(target, built[name])) continue;
    process.stderr.write(`Building the ${name} …\n`);
    await target.build();
    writeRecord({ ...readRecord(), [name]: fingerprint(target.inputs) });
  }
}

/** Builds, or ends the process with a line on what failed. */
export async function buildOrExit() {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

class BuildError extends Error {}

function isFresh(target, fingerprintThen) {
  const complete = target.outputs.every((output) => existsSync(join(root, output)));
  return complete && fingerprintThen === fingerprint(target.inputs);
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of [...inputs, 'package-lock.json'].flatMap(filesOf)) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\0`);
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [path];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(entry))
    .sort();
}

function relative(entry) {
  return join(entry.parentPath, entry.name).slice(root.length + 1);
}

function readRecord() {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
}

function writeRecord(built) {
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(built, null, 2));
}

function compileServer() {
  // Types are for `npm run check`: a program that is started should start.
  run('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck']);
  for (const file of filesOf('dist').filter((path) => path.endsWith('.js'))) {
    if (!hasSource(file)) rmSync(join(root, file));
  }
}

function hasSource(file) {
  const stem = file.slice('dist/'.length, -'.js'.length);
  return ['.ts', '.tsx'].some((ending) => existsSync(join(root, stem + ending)));
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined || status !== 0) throw new BuildError(`${program} ${args.join(' ')} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOrExit();
