#!/usr/bin/env node
import { buildOrExit } from '../scripts/build.mjs';

await buildOrExit();
await import('../dist/src/cli.js');
