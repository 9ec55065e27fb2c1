import { UnreadableFileError } from '../../domain/errors.ts';
import { type ImportTask, parseImportChoices } from '../../domain/import.ts';
import { annotationReaderFor } from '../../formats/annotation-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import type { Database } from '../../store/client.ts';
import { keptFiles } from '../../store/import-files.ts';
import { endStep } from '../../store/imports.ts';
import { importDocument } from './document.ts';

/** An import of annotations to be worked on. */
export interface AnnotationImport extends Pick<ImportTask, 'importId' | 'member' | 'maxArticleLength'> {
  readonly database: Database;
  /** As they were kept. */
  readonly choices: unknown;
  /** How many documents are in already. */
  readonly done: number;
}

/**
 * Imports the documents of an import's files that are not in yet, one at each step. A document and the note
 * that it is done are stored together, so that whoever goes on after a kill begins behind it.
 */
export async function* importAnnotationFiles(own: AnnotationImport): AsyncGenerator<void> {
  const { database, importId, member, maxArticleLength, done } = own;
  const choices = parseImportChoices(own.choices);
  let index = 0;
  for (const file of await keptFiles(database.db, importId)) {
    const task: ImportTask = { ...choices, importId, member, maxArticleLength, fileName: file.name };
    for await (const document of documentsOf(file)) {
      if (index >= done) {
        await importDocument(database, task, document, index);
        await endStep(database.db, importId);
      }
      index += 1;
      yield;
    }
  }
}

/** What a file holds; that nothing of it can be read is one record that cannot. */
async function* documentsOf(file: IncomingFile) {
  try {
    yield* annotationReaderFor(file).read(file);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    yield { place: t('place.file'), reason: error.message };
  }
}
