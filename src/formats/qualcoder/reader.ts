import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AnnotationReader, IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { readZip } from '../reading/read-zip.ts';
import { isSqlite, SqliteFile } from '../reading/sqlite/sqlite-file.ts';
import { zipNames } from '../reading/zip-names.ts';
import { readProject, TABLES } from './project.ts';

/**
 * Reads projects of QualCoder: the file `data.qda` out of a project's folder, or the folder as a zip. A project is a
 * folder that is called `name.qda`.
 */
export const qualcoderReader: AnnotationReader = {
  key: 'qualcoder',
  get name() {
    return t('readerName.qualCoder');
  },
  recognises: ({ bytes }) => (isSqlite(bytes) ? isProject(bytes) : zipNames(bytes).some(isData)),
  read,
};

async function* read(file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const bytes = isSqlite(file.bytes) ? file.bytes : await dataIn(file);
  yield* readProject(new SqliteFile(bytes));
}

function isProject(bytes: Uint8Array): boolean {
  try {
    return new SqliteFile(bytes).has(...TABLES);
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** Recordings and pictures stand beside the data, and may be large. */
const MAX_FILES = 100_000;

async function dataIn({ bytes }: IncomingFile): Promise<Uint8Array> {
  for await (const inside of readZip(bytes, { entries: MAX_FILES })) {
    if (isData(inside.name)) return inside.bytes;
  }
  throw new UnreadableFileError(t('file.sqliteBroken'));
}

function isData(name: string): boolean {
  return /(?:^|\/)data\.qda$/i.test(name);
}
