import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    // A worker loads our modules, Prisma and Express once, and runs one file after another.
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // No test waits for a time; this only ends one that hangs, however busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**'] },
      },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
    ],
  },
});
