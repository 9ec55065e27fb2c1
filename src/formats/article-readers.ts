import { UnreadableFileError } from '../domain/errors.ts';
import { shownFileName } from '../domain/file-name.ts';
import { findAnnotationReader } from './annotation-readers.ts';
import type { ArticleReader, FoundArticle } from './article-file.ts';
import { isArticleTable, readArticleTable } from './article-table/read.ts';
import { docx } from './docx/docx.ts';
import { isArchive, refusalByName, refusalBySignature } from './file-kinds.ts';
import { html } from './html/html.ts';
import type { IncomingFile } from './incoming.ts';
import { pdf } from './pdf/pdf.ts';
import { readZip } from './reading/read-zip.ts';
import { plainText } from './text/plain.ts';

/** Every kind of file that holds one article. Plain text comes last: it knows a file by its name alone. */
export const articleReaders: readonly ArticleReader[] = [docx, pdf, html, plainText];

/** The reader of a file that holds one article. Throws UnreadableFileError where there is none, with what to do. */
export function readerFor(file: IncomingFile): ArticleReader {
  const reader = articleReaders.find((each) => each.recognises(file));
  // A .docx with a password begins like an old .doc, and its reader knows better what to say.
  const refusal = reader === docx ? refusalByName(file) : refusalBySignature(file);
  if (refusal) throw new UnreadableFileError(refusal);
  if (reader) return reader;
  throw new UnreadableFileError(reasonFor(file));
}

function reasonFor(file: IncomingFile): string {
  const byName = refusalByName(file);
  if (byName) return byName;
  if (isArchive(file)) return 'This is an archive of files: unpack it, and bring them one by one.';
  const annotations = findAnnotationReader(file);
  if (annotations) return `This is a file of annotations (${annotations.name}): bring it in as annotations.`;
  if (/\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i.test(file.name)) {
    return 'This table has no “text”: name the column or field that holds the articles’ words “text”, and try again.';
  }
  const names = articleReaders.map((reader) => reader.name).join(', ');
  return `This kind of file cannot be read. These can: ${names}; tables of articles (.csv, .jsonl); .zip archives of all these.`;
}

/**
 * Reads the article in a file. `limit` is the most UTF-16 code units that are of use. Throws UnreadableFileError where
 * the file cannot be read.
 */
export async function readArticleFile(
  file: IncomingFile,
  limit: number,
): Promise<{ article: FoundArticle; reader: ArticleReader }> {
  const reader = readerFor(file);
  return { article: await reader.read(file, limit).catch(refuseUnread), reader };
}

/** Whatever a reader stumbles over is in the file: it must not stop the import of all others. */
function refuseUnread(cause: unknown): never {
  if (cause instanceof UnreadableFileError) throw cause;
  throw new UnreadableFileError(
    'Something in this file is not as in others of its kind, so it cannot be read: paste the words of its article.',
    { cause },
  );
}

/** One article of what was uploaded: a file that holds it, the article itself out of a table, or why there is none. */
export type UnpackedArticle =
  /** `name` is for people: the path in an archive, the line of a table. */
  | { readonly name: string; readonly file: IncomingFile }
  /** `id` is the identifier that an article had with us. */
  | { readonly name: string; readonly article: FoundArticle; readonly id?: string }
  /** `problem` is one sentence. */
  | { readonly name: string; readonly problem: string };

/**
 * The single articles of whatever is uploaded, one after another: the files of a zip, the rows of a table, also of one in
 * a zip, or the file itself, read or not. Throws UnreadableFileError for an archive or table that cannot be read.
 */
export async function* unpack(file: IncomingFile): AsyncGenerator<UnpackedArticle> {
  if (isArchive(file)) for await (const entry of readZip(file.bytes)) yield* unpackEntry(entry);
  else if (isArticleTable(file)) yield* unpackTable(file);
  else yield { name: file.name, file };
}

async function* unpackEntry(entry: IncomingFile): AsyncGenerator<UnpackedArticle> {
  const name = shownFileName(entry.name);
  const problem = problemWith(entry);
  if (problem) yield { name, problem };
  else if (isArticleTable(entry)) yield* unpackTable({ ...entry, name });
  else yield { name, file: { ...entry, name } };
}

function problemWith(entry: IncomingFile): string | undefined {
  if (entry.name.split('/').some((part) => part.startsWith('.'))) {
    return 'This file is hidden, so it is taken for no article: rename it if it is one.';
  }
  if (isArchive(entry)) return 'This is an archive inside of an archive: unpack it, and bring its files.';
  if (isArticleTable(entry)) return undefined;
  try {
    readerFor(entry);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}

async function* unpackTable(file: IncomingFile): AsyncGenerator<UnpackedArticle> {
  for await (const row of readArticleTable(file)) {
    const name = `${file.name}, ${row.place}`;
    if ('reason' in row) yield { name, problem: row.reason };
    else yield { name, article: row.article, ...(row.id === undefined ? {} : { id: row.id }) };
  }
}
