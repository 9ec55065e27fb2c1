import { UnreadableFileError } from '../../domain/errors.ts';
import { MAX_TRIES } from '../../domain/import.ts';
import type { Member } from '../../domain/permission.ts';
import type { UnpackedArticle } from '../../formats/article-readers.ts';
import type { Encoding } from '../../formats/reading/detect-encoding.ts';
import { t } from '../../messages/language.ts';
import type { Database } from '../../store/client.ts';
import {
  countTry,
  FILE_TYPES,
  type FileOutcome,
  type NewImportFile,
  type RefusedFile,
  receivedFile,
  replaceFile,
  settleFiles,
  uncountTry,
  type WaitingFile,
  waitingFiles,
} from '../../store/import-files.ts';
import { endStep } from '../../store/imports.ts';
import { readUnpacked, unpackFile } from './read-file.ts';
import { sayReading } from './say-reading.ts';
import { encodingNamed } from './source.ts';
import { type FileArticle, type FileResult, importFiles } from './store.ts';

/** An import of articles to be worked on. */
export interface ArticleImport {
  readonly database: Database;
  readonly importId: string;
  readonly member: Member;
  /** Most UTF-16 code units of one article. */
  readonly maxArticleLength: number;
  /** As they were kept. */
  readonly choices: unknown;
  /** Once it is aborted, what is under way is put down. */
  readonly signal: AbortSignal;
}

/** Files of one transaction. */
const MAX_FILES_IN_BATCH = 20;

/**
 * Imports the files of an import that wait, some at each step. Every step is whole: an article is stored
 * together with the note that its file is done, so that whoever goes on after a kill begins behind it. A file that
 * has stopped so many processes is given up by its name, and the others go on.
 */
export async function* importArticleFiles(own: ArticleImport): AsyncGenerator<void> {
  const { db } = own.database;
  for (;;) {
    const received = await receivedFile(db, own.importId);
    const files = received ? [received] : nextStep(await waitingFiles(db, own.importId, MAX_FILES_IN_BATCH));
    if (files.length === 0) return;
    const [given] = files.filter(({ tries }) => tries >= MAX_TRIES);
    if (given) await settleFiles(db, [{ id: given.id, state: 'failed', problem: whyGivenUp(given) }]);
    else await tried(own, files, () => (received ? takeApart(own, received) : importBatch(own, files)));
    await endStep(db, own.importId);
    yield;
  }
}

/** Whatever was tried before is tried alone, so that it is known which file it is that stops the process. */
function nextStep(waiting: readonly WaitingFile[]): readonly WaitingFile[] {
  const tried = waiting.findIndex(({ tries }) => tries > 0);
  if (tried < 0) return waiting;
  return waiting.slice(0, Math.max(1, tried));
}

function whyGivenUp({ name }: WaitingFile): string {
  return t('outcome.fileStopped', { name });
}

/** Does something with files, which count it as a try; to be told to stop is none. */
async function tried(
  { database: { db }, signal }: ArticleImport,
  files: readonly WaitingFile[],
  deed: () => Promise<void>,
): Promise<void> {
  const ids = files.map(({ id }) => id);
  await countTry(db, ids);
  try {
    await deed();
  } catch (error) {
    if (signal.aborted) await uncountTry(db, ids);
    throw error;
  }
}

/** Puts the single articles of an archive or table in its place. */
async function takeApart(own: ArticleImport, file: WaitingFile): Promise<void> {
  const { database, importId, signal } = own;
  const found: (NewImportFile | RefusedFile)[] = [];
  const { name } = file;
  try {
    const sent = { name, bytes: file.bytes, encoding: encodingOf(own) };
    for await (const unpacked of unpackFile(sent, signal)) found.push(packed(unpacked));
    if (found.length === 0) found.push({ name, problem: t('outcome.nothingInFile') });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    // What came before is an archive cut short: half of it would look like all of it.
    found.splice(0, found.length, { name, problem: error.message });
  }
  await replaceFile(database.db, importId, file.id, found);
}

function packed(unpacked: UnpackedArticle): NewImportFile | RefusedFile {
  const { name } = unpacked;
  if ('problem' in unpacked) return unpacked;
  if ('file' in unpacked) return { name, mediaType: FILE_TYPES.single, bytes: unpacked.file.bytes };
  return { name, mediaType: FILE_TYPES.article, bytes: Buffer.from(JSON.stringify(unpacked)) };
}

/** The encoding that the person chose for all files of an import. */
function encodingOf({ choices }: ArticleImport): Encoding | undefined {
  // Only insertImport writes the choices of an import of articles.
  return encodingNamed((choices as { readonly encoding?: string } | null)?.encoding);
}

function unpackedAgain(
  { name, mediaType, bytes }: WaitingFile,
  encoding: Encoding | undefined,
): UnpackedArticle {
  if (mediaType !== FILE_TYPES.article) return { name, file: { name, bytes, encoding } };
  // Only `packed` writes files of this type.
  return JSON.parse(Buffer.from(bytes).toString()) as UnpackedArticle;
}

async function importBatch(own: ArticleImport, waiting: readonly WaitingFile[]): Promise<void> {
  const { database, importId, member, maxArticleLength: limit, signal } = own;
  const files: FileArticle[] = [];
  const encoding = encodingOf(own);
  for (const file of waiting) {
    const unpacked = unpackedAgain(file, encoding);
    files.push(await readUnpacked(database.db, member.projectId, unpacked, { limit, signal }));
  }
  await importFiles(database.db, member, files, {
    step: importId,
    andThen: async (tx, results) => {
      const outcomes = results.map((result, at) => toOutcome(waiting[at]?.id ?? '', result));
      await settleFiles(tx, outcomes);
    },
  });
}

function toOutcome(id: string, result: FileResult): FileOutcome {
  if ('problem' in result) return { id, state: 'failed', problem: result.problem };
  const { duplicate, article, reading } = result;
  const note = reading && { note: sayReading(reading) };
  return { id, state: duplicate ? 'duplicate' : 'done', articleId: article.id, ...note };
}
