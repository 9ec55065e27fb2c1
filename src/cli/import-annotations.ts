import { setTimeout as wait } from 'node:timers/promises';
import { InvalidInputError } from '../domain/errors.ts';
import type { AnnotationPreview } from '../domain/import.ts';
import type { IncomingFile } from '../formats/incoming.ts';
import { beginAnnotationImport, chooseLabels } from '../import/receive.ts';
import { reportOf } from '../import/report.ts';
import { runImports } from '../import/worker.ts';
import { findImport, type StoredImport } from '../store/imports.ts';
import type { CommandImport, Tally } from './import-task.ts';
import { startProgress } from './progress.ts';

/** How long to wait before looking again how far another process is, in ms. */
const LOOK_EVERY = 500;

/** Imports files of annotations one after another, each a step that its page in the desk can undo. */
export async function importAnnotations(
  task: CommandImport,
  files: AsyncIterable<IncomingFile>,
): Promise<Tally> {
  let [taken, refused] = [0, 0];
  for await (const file of files) {
    if (task.surroundings.stop.aborted) break;
    const outcome = await importOrRefuse(task, file);
    taken += outcome.taken;
    refused += outcome.refused;
  }
  return { taken, refused };
}

async function importOrRefuse(task: CommandImport, file: IncomingFile): Promise<Tally> {
  try {
    return { taken: 1, refused: await importFile(task, file) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    task.surroundings.errors.write(`onrecord: ${error.message}\n`);
    return { taken: 0, refused: 1 };
  }
}

/** Imports one file, prints the result, and returns how many wanted annotations were lost. */
async function importFile(task: CommandImport, file: IncomingFile): Promise<number> {
  const { db } = task.database;
  const { id, preview } = await beginAnnotationImport(db, task.member, [file], task.codebook);
  await chooseLabels(db, task.member, id, {
    mapping: mappingFor(task, preview),
    annotators: task.annotators,
    isComplete: task.complete,
    ...(task.article && { articleId: task.article }),
  });
  const done = await runUntilDone(task, id, preview.documents + preview.unreadable.count);
  return done ? printReport(task, file, done) : 0;
}

/** What the names of the labels suggest, but for those that the command line says something of. */
function mappingFor({ labels }: CommandImport, preview: AnnotationPreview) {
  const guessed = preview.labels.map(({ label, guess }) => [label, guess] as const);
  return { ...Object.fromEntries(guessed), ...labels };
}

/** Works until the import is done, by this process or by another that took it up. */
async function runUntilDone(task: CommandImport, id: string, total: number): Promise<StoredImport | null> {
  const { database, config, surroundings, json, member } = task;
  const progress = startProgress(surroundings.errors, total, !json);
  const { maxArticleLength } = config;
  let done = 0;
  const onStep = () => progress.pause(() => {}, Math.min(total, ++done));
  try {
    while (!surroundings.stop.aborted) {
      await runImports({ database, maxArticleLength, signal: surroundings.stop, onStep });
      const found = await findImport(database.db, member.projectId, id);
      if (found?.state !== 'waiting') return found;
      await wait(LOOK_EVERY);
    }
    return null;
  } finally {
    progress.stop();
  }
}

const LOST = ['refused', 'unreadable'];
/** The sums tell of these; a line for each would hide the rest. */
const AS_WISHED = ['left', 'duplicate'];

/** Prints what came of an import, and gives how many annotations were lost. */
async function printReport(task: CommandImport, file: IncomingFile, done: StoredImport): Promise<number> {
  const { db } = task.database;
  const { output, errors } = task.surroundings;
  const first = await reportOf(db, done, 1);
  if (task.json) output.write(`${JSON.stringify({ file: file.name, import: done.id, sums: first.sums })}\n`);
  else output.write(`${done.id}  ${file.name}: ${first.sums.join(', ')}\n`);
  let lost = 0;
  for (let page = 1; page <= first.pages; page++) {
    const report = page === 1 ? first : await reportOf(db, done, page);
    if (!('lines' in report)) break;
    for (const { outcome, place, words, reason } of report.lines) {
      if (LOST.includes(outcome)) lost += 1;
      if (AS_WISHED.includes(outcome)) continue;
      errors.write(`onrecord: ${place}: ${words ? `“${words}”: ` : ''}${reason}\n`);
    }
  }
  return lost;
}
