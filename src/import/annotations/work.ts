import { UnreadableFileError } from '../../domain/errors.ts';
import { type ImportTask, MAX_TRIES, parseImportChoices } from '../../domain/import.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import type { Database } from '../../store/client.ts';
import {
  type AnnotationFile,
  annotationFiles,
  bytesOfFile,
  countTry,
  endAnnotationFile,
  restartTries,
  uncountTry,
} from '../../store/import-files.ts';
import { endStep } from '../../store/imports.ts';
import { readInThread } from '../reading/read-in-thread.ts';
import { importDocument } from './document.ts';

/** An import of annotations to be worked on. */
export interface AnnotationImport
  extends Pick<ImportTask, 'importId' | 'member' | 'maxArticleLength' | 'isComplete'> {
  readonly database: Database;
  /** As they were kept. */
  readonly choices: unknown;
  /** How many documents are in already. */
  readonly done: number;
  /** Once it is aborted, what is under way is put down. */
  readonly signal: AbortSignal;
}

/**
 * Imports the documents of an import's files that are not in yet, one at each step. A document and the note
 * that it is done are stored together, so that whoever goes on after a kill begins behind it. A file that has stopped
 * so many processes at one place is given up by its name, and the others go on.
 */
export async function* importAnnotationFiles(own: AnnotationImport): AsyncGenerator<void> {
  let index = 0;
  for (const file of await annotationFiles(own.database.db, own.importId)) {
    if (file.documents !== null) index += file.documents;
    else if (file.tries >= MAX_TRIES) index = await giveUp(own, file, index);
    else index = yield* importFile(own, file, index);
  }
}

/** `from` is the place of the file's first record among all of the import; gives that behind its last. */
async function* importFile(
  own: AnnotationImport,
  { id, name, tries }: AnnotationFile,
  from: number,
): AsyncGenerator<void, number> {
  const { database, importId, signal } = own;
  const { db } = database;
  const task = taskOf(own, name);
  let isTriedAgain = tries > 0;
  let index = from;
  await countTry(db, [id]);
  try {
    for await (const document of documentsOf({ name, bytes: await bytesOfFile(db, id) }, signal)) {
      if (index >= own.done) {
        await importDocument(database, task, document, index);
        await endStep(db, importId);
        if (isTriedAgain) await restartTries(db, id);
        isTriedAgain = false;
      }
      index += 1;
      yield;
    }
    await endAnnotationFile(db, id, index - from);
  } finally {
    // To be told to stop is no failure.
    if (signal.aborted) await uncountTry(db, [id]);
  }
  return index;
}

/** Notes that the rest of a file is left out, as one more record that cannot be read. */
async function giveUp(own: AnnotationImport, { id, name }: AnnotationFile, from: number): Promise<number> {
  const { database, importId } = own;
  const at = Math.max(own.done, from);
  const reason = t(at > from ? 'outcome.restStopped' : 'outcome.fileStopped', { name });
  await importDocument(database, taskOf(own, name), { place: '', reason }, at);
  await endAnnotationFile(database.db, id, at + 1 - from, reason);
  await endStep(database.db, importId);
  return at + 1;
}

function taskOf(
  { importId, member, maxArticleLength, isComplete, choices }: AnnotationImport,
  fileName: string,
): ImportTask {
  return { ...parseImportChoices(choices), importId, member, maxArticleLength, isComplete, fileName };
}

/** What a file holds; that nothing more of it can be read is one record that cannot. */
async function* documentsOf(
  file: IncomingFile,
  signal: AbortSignal,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  try {
    yield* readInThread('documents', file, { size: file.bytes.length, signal });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    yield { place: t('place.file'), reason: error.message };
  }
}
