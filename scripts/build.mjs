// Builds the database clients, the server and the browser's files where a source has changed since the last
// time.

import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(import.meta.dirname);

const SOURCES = ['src', 'views', 'public/css', 'public/fonts', 'public/img', 'prisma', 'scripts'];
const SETTINGS = ['package.json', 'package-lock.json', 'prisma.config.ts', 'tsconfig.json'];

/** Its time is when the last build began. */
const STAMP = join(root, 'dist/.built');

/** Builds everything if anything is out of date. */
export async function build() {
  if (isFresh()) return;
  process.stderr.write('Building …\n');
  const { generateClients } = await import('./generate-clients.mjs');
  await generateClients();
  const begun = new Date();
  const { bundle } = await import('./bundle.mjs');
  await bundle(root);
  writeFileSync(STAMP, '');
  utimesSync(STAMP, begun, begun);
}

/** Builds, or ends the process with a line on what failed. */
export async function buildOrExit() {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function isFresh() {
  if (!existsSync(STAMP)) return false;
  const builtAt = statSync(STAMP).mtimeMs;
  const paths = [...SOURCES.flatMap((folder) => [folder, ...within(folder)]), ...SETTINGS];
  // The time of the inode: unlike that of the content, no archive or copy sets it back, and a folder's tells
  // of files that are gone.
  return paths.every((path) => statSync(join(root, path)).ctimeMs <= builtAt);
}

function within(folder) {
  return readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOrExit();
