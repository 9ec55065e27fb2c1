import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = dirname(import.meta.dirname);

const CLIENTS = [
  { schema: 'prisma/schema.prisma', client: 'src/store/generated/sqlite/client.ts' },
  { schema: 'prisma/postgresql/schema.prisma', client: 'src/store/generated/postgresql/client.ts' },
];

/** Another version of Prisma generates another client. */
const PRISMA = 'node_modules/prisma/package.json';

/** Generates the Prisma clients that are missing or older than what they come from. */
export async function generateClients() {
  for (const { schema, client } of CLIENTS) {
    const generated = await changedAt(client);
    const sources = await Promise.all([schema, PRISMA].map(changedAt));
    if (sources.some((changed) => changed > generated)) await generate(schema);
  }
}

/** @param {string} schema */
async function generate(schema) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], {
    cwd: root,
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
}

/**
 * Milliseconds since 1970, or -1 where there is no such file. Not the time of the content, which an archive
 * may set.
 *
 * @param {string} path
 */
async function changedAt(path) {
  const stats = await stat(join(root, path)).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return stats ? stats.ctimeMs : -1;
}
