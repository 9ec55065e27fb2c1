import { v7 as uuidv7 } from 'uuid';
import type { ImportTask } from '../../src/domain/import.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { IncomingAnnotation, IncomingDocument } from '../../src/formats/incoming.ts';
import { importDocument } from '../../src/import/annotations/document.ts';
import type { Database } from '../../src/store/client.ts';

/** An annotation as a file might have it: words at their first place in the text, in UTF-16. */
export function incoming(
  text: string,
  words: string,
  more: Partial<IncomingAnnotation> = {},
): IncomingAnnotation {
  const start = text.indexOf(words);
  const offsets = { start, end: start + words.length, unit: 'utf16' as const };
  return { place: 'line 1', label: 'claim', anchors: [{ offsets, words }], attributes: {}, ...more };
}

/** A document of a file. */
export function documentOf(
  text: string,
  annotations: readonly IncomingAnnotation[],
  more: Partial<IncomingDocument> = {},
): IncomingDocument {
  return { place: 'line 1', text, details: {}, annotations, ...more };
}

/** What a new import of the member's does by itself: our own labels are our tags. */
export async function newTask(
  { db }: Database,
  member: Member,
  more: Partial<ImportTask> = {},
): Promise<ImportTask> {
  const importId = uuidv7();
  const { projectId, annotatorId } = member;
  await db.import.create({
    data: { id: importId, projectId, annotatorId, kind: 'annotations', state: 'waiting' },
  });
  const mapping = { claim: 'claim', quote: 'quote', statistic: 'statistic', remark: 'note' } as const;
  const limits = { maxArticleLength: 2_000_000, fileName: 'desk.jsonl' };
  return { importId, member, mapping, annotators: 'named', isComplete: false, ...limits, ...more };
}

/** Imports documents one after another, as a new import that is then done, and gives what became of each. */
export async function importAll(
  database: Database,
  member: Member,
  documents: readonly IncomingDocument[],
  more: Partial<ImportTask> = {},
) {
  const task = await newTask(database, member, more);
  const outcomes = [];
  for (const [at, document] of documents.entries()) {
    outcomes.push(await importDocument(database, task, document, at));
  }
  await database.db.import.update({ where: { id: task.importId }, data: { state: 'done' } });
  return { ...task, outcomes };
}

/** The report of an import: outcome, words and reason of each line. */
export async function linesOf({ db }: Database, importId: string) {
  const lines = await db.importLine.findMany({ where: { importId }, orderBy: { id: 'asc' } });
  return lines.map(({ place, outcome, label, words, reason }) => ({ place, outcome, label, words, reason }));
}
