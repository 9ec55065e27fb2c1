// Runs a script of ours that is written in TypeScript, which Node 20 cannot: node scripts/run.mjs
// scripts/x.ts …

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [source, ...rest] = process.argv.slice(2);
const bundle = join(import.meta.dirname, '..', 'dist', 'scripts', `${process.pid}.mjs`);
await build({
  entryPoints: [source],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], source, ...rest];
process.setSourceMapsEnabled(true);
try {
  await import(pathToFileURL(bundle).href);
} finally {
  await rm(bundle);
}
