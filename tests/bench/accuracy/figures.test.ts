import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIGURES, type Figure, TASKS, type Task } from '../../../bench/accuracy/figures.ts';
import { PUBLIC_SETS } from '../../../bench/accuracy/public-sets.ts';
import { packageRoot } from '../../../src/store/package-root.ts';

const page = await read('docs/text-engine.md');
/** All but these stand in tables. */
const {
  allRecall,
  allPrecision,
  claimBusterPrecision,
  claimBusterRecall,
  poliClaimPrecision,
  poliClaimRecall,
  ...inTables
} = FIGURES;

describe.each(TASKS)('the documented accuracy of %s', (task) => {
  const figures: readonly Figure[] = Object.values(inTables).filter((figure) => figure.task === task);
  const columns = cellsOf(task, '**On Record**').filter((_cell, at) => !isSpeed(task, at));

  test('is what was last accepted', () => {
    expect(columns.flat()).toEqual(figures.map(({ accepted }) => accepted));
  });

  test('has the same aims', () => {
    const aims = cellsOf(task, '*aim*').filter((_cell, at) => !isSpeed(task, at));
    // One cell may hold two figures, and an aim for the first or for both.
    const documented = columns.flatMap((column, at) => column.map((_figure, of) => aims[at]?.[of]));
    expect(documented).toEqual(figures.map(({ aim }) => aim));
  });
});

test('the accuracy told in words is what was last accepted', () => {
  const words = page.replaceAll(/\s+/g, ' ');
  expect(words).toContain(
    `Of all attributions, ${allRecall.accepted} % are found @.3, and ${allPrecision.accepted} % of those proposed are right.`,
  );
  const [first, second] = [claimBusterPrecision, claimBusterRecall].map(({ accepted }) =>
    accepted.toFixed(1),
  );
  const [third, fourth] = [poliClaimPrecision, poliClaimRecall].map(({ accepted }) => accepted.toFixed(1));
  expect(words).toContain(
    `precision and recall are ${first} and ${second} on ClaimBuster, ${third} and ${fourth} on PoliClaim.`,
  );
});

test('every set is documented with its commit and licence, and no other', async () => {
  const rows = (await read('docs/bench.md')).matchAll(
    /^\|[^|]+\| `([^`]+\/[^`]+)` \| `(\w{40})` \| ([^|]+) \|/gm,
  );
  const documented = [...rows].map(([, repository, commit, licence]) => ({ repository, commit, licence }));
  expect(documented).toEqual(Object.values(PUBLIC_SETS));
});

/** The numbers in each cell of a row of the task's table. */
function cellsOf(task: Task, row: string): number[][] {
  const title = `### ${task[0]?.toUpperCase()}${task.slice(1)}\n`;
  const section = page.split(title)[1]?.split('\n###')[0] ?? '';
  const line = section.split('\n').find((candidate) => candidate.startsWith(`| ${row} |`)) ?? '';
  const cells = line.split('|').slice(2, -1);
  return cells.map((cell) => [...cell.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)));
}

/** The table of sentences ends with megabytes a second, which another part of the bench measures. */
function isSpeed(task: Task, column: number): boolean {
  return task === 'sentences' && column === 6;
}

function read(path: string): Promise<string> {
  return readFile(join(packageRoot(), path), 'utf8');
}
