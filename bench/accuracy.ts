// npm run bench:accuracy -- --data FOLDER [--only sentences,quotes] [--json FILE]: measures what the text
// engine finds against public sets; docs/bench.md explains.

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TASKS, type Task } from './accuracy/figures.ts';
import { measureAll } from './accuracy/measure.ts';
import { accuracyTable, notesOn } from './accuracy/report.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, json: { type: 'string' } },
});
if (values.data === undefined) throw new RangeError('--data FOLDER must name the folder with the sets');
const outcomes = await measureAll(values.data, wanted(values.only));
console.log(accuracyTable(outcomes));
for (const note of notesOn(outcomes)) console.log(note);
if (values.json) await writeFile(values.json, `${JSON.stringify(outcomes, null, 2)}\n`);
process.exitCode = outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;

function wanted(only: string | undefined): readonly Task[] {
  if (only === undefined) return TASKS;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !TASKS.some((task) => task === name));
  if (unknown.length === 0) return TASKS.filter((task) => names.includes(task));
  throw new RangeError(`no such task: ${unknown.join(', ')}; there are ${TASKS.join(', ')}`);
}
