#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In a clone the program is built when it is out of date. A package is built before it is packed, and has no scripts.
const build = new URL('../scripts/build.mjs', import.meta.url);
if (existsSync(build)) await (await import(build.href)).buildOrExit();
process.setSourceMapsEnabled(true);
await import('../dist/src/cli.js');
