import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import type { Result } from './result.ts';

/** One piece of work to measure, by the name that `--only` selects it by. */
export interface Row {
  readonly name: string;
  measure(bench: Bench): Promise<Result[]>;
}

/** What a row works with; all of it is stopped and removed when the row is over. */
export interface Bench {
  /** An empty folder in the system's place for passing things. */
  folder(name: string): Promise<string>;
  desk(dataFolder: string, settings?: Readonly<Record<string, string>>): Promise<DeskProcess>;
  browser(): Promise<Browser>;
  /** Has something ended with the row. */
  onEnd(work: () => unknown): void;
  /** A word on what is under way. */
  say(words: string): void;
}

/** Measures a row, and leaves nothing behind whatever happens. */
export async function runRow(row: Row, profileFolder?: string): Promise<Result[]> {
  const root = await mkdtemp(join(tmpdir(), 'on-record-bench-'));
  const endings: (() => unknown)[] = [() => rm(root, { recursive: true, force: true })];
  const bench: Bench = {
    async folder(name) {
      await mkdir(join(root, name), { recursive: true });
      return join(root, name);
    },
    async desk(dataFolder, settings) {
      const desk = await startDesk(dataFolder, profileFolder, settings);
      endings.push(desk.stop);
      return desk;
    },
    async browser() {
      const browser = await launchBrowser();
      endings.push(() => browser.close());
      return browser;
    },
    onEnd: (work) => void endings.push(work),
    say: (words) => process.stderr.write(`${row.name}: ${words}\n`),
  };
  try {
    return await row.measure(bench);
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
}
