#!/usr/bin/env node
import { BuildError, build } from '../scripts/build.mjs';

try {
  await build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`onrecord: ${error.message}\n`);
  process.exit(1);
}
await import('../dist/src/cli.js');
