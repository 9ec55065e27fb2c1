import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../src/store/package-root.ts';

const run = promisify(execFile);

const CLIENTS = [
  { schema: 'prisma/schema.prisma', client: 'src/store/generated/sqlite/client.ts' },
  { schema: 'prisma/postgresql/schema.prisma', client: 'src/store/generated/postgresql/client.ts' },
];

/** Generates the Prisma clients that are missing or older than what they come from. */
export async function generateClients(): Promise<void> {
  for (const { schema, client } of CLIENTS) {
    const generated = await changedAt(client);
    const sources = await Promise.all([schema, PRISMA].map(changedAt));
    if (sources.some((changed) => changed > generated)) await generate(schema);
  }
}

/** Another version of Prisma generates another client. */
const PRISMA = 'node_modules/prisma/package.json';

async function generate(schema: string) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  await run(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], {
    cwd: packageRoot(),
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
}

/** Milliseconds since 1970, or -1 where there is no such file. */
async function changedAt(path: string): Promise<number> {
  const stats = await stat(join(packageRoot(), path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return stats ? stats.mtimeMs : -1;
}
