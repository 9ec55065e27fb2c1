// npm run bench [-- --only open,save] [--json FILE] [--profile FOLDER]: measures the speed aims;
// docs/bench.md explains.

import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Row, runRow } from './bench.ts';
import { launchBrowser } from './browser.ts';
import { coders } from './code-apart.ts';
import { csv, csvLong } from './export-csv.ts';
import { exportFormats } from './export-formats.ts';
import { importArticles } from './import-articles.ts';
import { open, openLong, openShort } from './open-pages.ts';
import type { Result } from './result.ts';
import { save, saveLong } from './save-annotations.ts';
import { start } from './start-desk.ts';
import { people } from './work-together.ts';

const ROWS: readonly Row[] = [
  openShort,
  open,
  openLong,
  save,
  saveLong,
  csv,
  csvLong,
  exportFormats,
  people,
  coders,
  importArticles,
  start,
];

interface Business {
  /** Over the last minute. */
  readonly load: number;
  readonly slowdown: number;
}

/** Long enough to be interrupted often by whatever else runs. */
const SPIN_MS = 500;

/** What was measured of a row, or why nothing was. */
interface Measured {
  readonly row: string;
  readonly busy: readonly [before: Business, after: Business];
  readonly results: readonly Result[];
  readonly failure?: string;
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, profile: { type: 'string' } },
});
const machine = await machineFacts();
console.log(
  Object.entries(machine)
    .map(([name, fact]) => `${name}: ${fact}`)
    .join(' · '),
);
const measured: Measured[] = [];
for (const row of wanted(values.only)) measured.push(await measure(row, values.profile));
console.log(table(measured));
if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, measured }, null, 2)}\n`);
process.exitCode = measured.some(({ failure }) => failure) ? 1 : 0;

function wanted(only: string | undefined): readonly Row[] {
  if (only === undefined) return ROWS;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !ROWS.some((row) => row.name === name));
  if (unknown.length === 0) return ROWS.filter(({ name }) => names.includes(name));
  throw new RangeError(
    `no such row: ${unknown.join(', ')}; there are ${ROWS.map(({ name }) => name).join(', ')}`,
  );
}

/** A row that fails is told in the table, and the others go on. */
async function measure(row: Row, profile: string | undefined): Promise<Measured> {
  const before = businessNow();
  const profileFolder = profile && resolve(profile);
  if (profileFolder) await mkdir(profileFolder, { recursive: true });
  try {
    const results = await runRow(row, profileFolder);
    return { row: row.name, busy: [before, businessNow()], results };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { row: row.name, busy: [before, businessNow()], results: [], failure };
  }
}

/** How busy the machine is: its load, and how many times longer work takes on it than on an idle one. */
function businessNow(): Business {
  const start = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - start < SPIN_MS);
  const { user, system } = process.cpuUsage(before);
  const slowdown = (performance.now() - start) / ((user + system) / 1000);
  return { load: Number((loadavg()[0] ?? 0).toFixed(1)), slowdown: Number(slowdown.toFixed(1)) };
}

async function machineFacts(): Promise<Record<string, string>> {
  const browser = await launchBrowser();
  const chromium = browser.version();
  await browser.close();
  return {
    date: new Date().toISOString().slice(0, 16),
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    Node: process.versions.node,
    Chromium: chromium,
  };
}

function table(rows: readonly Measured[]): string {
  const lines = rows.flatMap(({ row, busy, results, failure }) => {
    const around = busy.map(({ load, slowdown }) => `${load} (${slowdown} ×)`).join(' → ');
    if (failure) return [[row, failure.split('\n')[0] ?? '', '', '', 'not measured', around]];
    return results.map(({ work, aim, figure, met }) => [row, work, aim ?? '', figure, verdict(met), around]);
  });
  const header = ['row', 'work', 'aim', 'figure', 'met', 'load (slowed)'];
  const all = [header, header.map(() => '---'), ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function verdict(met: boolean | null): string {
  if (met === null) return '';
  return met ? 'yes' : 'no';
}
