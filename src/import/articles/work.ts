import { UnreadableFileError } from '../../domain/errors.ts';
import { type UnpackedArticle, unpack } from '../../formats/article-readers.ts';
import {
  FILE_TYPES,
  type FileOutcome,
  type NewImportFile,
  type RefusedFile,
  receivedFile,
  renewLease,
  replaceFile,
  settleFiles,
  type WaitingFile,
  waitingFiles,
} from '../../store/imports.ts';
import type { ImportRun } from '../run.ts';
import { type ReadFile, readUnpacked } from './read-file.ts';
import { importFiles } from './store-files.ts';

/** Files of one transaction. */
const MOST_IN_BATCH = 20;

/**
 * Imports the files of an import that wait, some at each step. Every step is whole: an article is stored together with
 * the note that its file is done, so that whoever goes on after a kill begins behind it.
 */
export async function* importArticleFiles(run: ImportRun): AsyncGenerator<void> {
  const { db } = run.database;
  for (;;) {
    const received = await receivedFile(db, run.importId);
    if (received) await unpackFile(run, received);
    else {
      const files = await waitingFiles(db, run.importId, MOST_IN_BATCH);
      if (files.length === 0) return;
      await importBatch(run, files);
    }
    yield;
  }
}

/** Puts the single articles of an archive or table in its place. */
async function unpackFile({ database, importId }: ImportRun, file: WaitingFile): Promise<void> {
  const found: (NewImportFile | RefusedFile)[] = [];
  const { name, bytes } = file;
  try {
    for await (const each of unpack({ name, bytes })) found.push(packed(each));
    if (found.length === 0) found.push({ name, problem: 'There is no article in this file.' });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    // What came before is an archive cut short: half of it would look like all of it.
    found.splice(0, found.length, { name, problem: error.message });
  }
  await replaceFile(database.db, importId, file.id, found);
}

function packed(each: UnpackedArticle): NewImportFile | RefusedFile {
  const { name } = each;
  if ('problem' in each) return each;
  if ('file' in each) return { name, mediaType: FILE_TYPES.single, bytes: each.file.bytes };
  return { name, mediaType: FILE_TYPES.article, bytes: Buffer.from(JSON.stringify(each)) };
}

function unpacked({ name, mediaType, bytes }: WaitingFile): UnpackedArticle {
  if (mediaType !== FILE_TYPES.article) return { name, file: { name, bytes } };
  // Only `packed` writes files of this type.
  return JSON.parse(Buffer.from(bytes).toString()) as UnpackedArticle;
}

async function importBatch(run: ImportRun, waiting: readonly WaitingFile[]): Promise<void> {
  const { db } = run.database;
  const read: ReadFile[] = [];
  const readIds: string[] = [];
  const failed: FileOutcome[] = [];
  for (const file of waiting) {
    const result = await readUnpacked(unpacked(file), run.maxArticleLength);
    if ('problem' in result) failed.push({ id: file.id, state: 'failed', problem: result.problem });
    else {
      read.push(result);
      readIds.push(file.id);
    }
    await renewLease(db, run.importId);
  }
  await importFiles(db, run.member, read, {
    step: run.importId,
    andThen: async (tx, imported) => {
      const stored = imported.map(({ article, duplicate }, at): FileOutcome => {
        return { id: readIds[at] ?? '', state: duplicate ? 'duplicate' : 'done', articleId: article.id };
      });
      await settleFiles(tx, [...failed, ...stored]);
    },
  });
}
