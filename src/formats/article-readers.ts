import { UnreadableFileError } from '../domain/errors.ts';
import { shownFileName } from '../domain/file-name.ts';
import { t } from '../messages/language.ts';
import { findAnnotationReader } from './annotation-readers.ts';
import type { ArticleReader, FoundArticle } from './article-file.ts';
import { isArticleTable, readArticleTable } from './article-table/read.ts';
import { docxReader } from './docx/docx.ts';
import { epubReader } from './epub/epub.ts';
import { isArchive, refusalByName, refusalBySignature } from './file-kinds.ts';
import type { IncomingFile } from './incoming.ts';
import { mimeReader } from './mime/mime.ts';
import { openDocumentReader } from './open-document/open-document.ts';
import { pdfReader } from './pdf/pdf.ts';
import { readZip } from './reading/read-zip.ts';
import { rtfReader } from './rtf/rtf.ts';
import { refusalOfLabels } from './seems.ts';
import { markdownReader } from './text/markdown-file.ts';
import { plainTextReader } from './text/plain.ts';
import { htmlReader, readHtmlPage } from './web-page/html.ts';

/** Every kind of file that holds one article. Plain text comes last: it knows a file by its name alone. */
export const articleReaders: readonly ArticleReader[] = [
  docxReader,
  pdfReader,
  openDocumentReader,
  epubReader,
  rtfReader,
  mimeReader(readHtmlPage),
  htmlReader,
  markdownReader,
  plainTextReader,
];

/** The reader of a file with one article. Throws UnreadableFileError with what to do if there is none. */
export function readerFor(file: IncomingFile): ArticleReader {
  const reader = articleReaders.find((each) => each.recognises(file));
  // A .docx with a password begins like an old .doc, and its reader knows better what to say.
  const refusal = reader === docxReader ? refusalByName(file) : refusalBySignature(file);
  if (refusal) throw new UnreadableFileError(refusal);
  if (reader && !isMarkedText(reader, file)) return reader;
  throw new UnreadableFileError(reasonFor(file));
}

/** A text or page may be a tool's own file: read as an article it would lose what is marked in it. */
function isMarkedText(reader: ArticleReader, file: IncomingFile): boolean {
  return (reader === plainTextReader || reader === htmlReader) && findAnnotationReader(file) !== undefined;
}

function reasonFor(file: IncomingFile): string {
  const byName = refusalByName(file);
  if (byName) return byName;
  if (isArchive(file)) return t('file.archive');
  const annotations = findAnnotationReader(file);
  if (annotations) return t('file.annotations', { kind: annotations.name });
  const labels = refusalOfLabels(file);
  if (labels) return labels;
  if (/\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i.test(file.name)) {
    return t('file.noTextField');
  }
  const names = articleReaders.map((reader) => reader.name).join(', ');
  return t('file.unknown', { names });
}

/**
 * Reads the article in a file. `limit` is the most UTF-16 code units that are of use. Throws
 * UnreadableFileError where the file cannot be read.
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
  throw new UnreadableFileError(t('file.damaged'), { cause });
}

/** One article of an upload: a file that holds it, the article itself from a table, or why there is none. */
export type UnpackedArticle =
  /** `name` is for people: the path in an archive, the line of a table. */
  | { readonly name: string; readonly file: IncomingFile }
  /** `id` is the identifier that an article had with us. */
  | { readonly name: string; readonly article: FoundArticle; readonly id?: string }
  /** `problem` is one sentence. */
  | { readonly name: string; readonly problem: string };

/**
 * The single articles of whatever is uploaded, one after another: the files of a zip, the rows of a table,
 * also of one in a zip, or the file itself, read or not. Throws UnreadableFileError for an archive or table
 * that cannot be read.
 */
export async function* unpack(file: IncomingFile): AsyncGenerator<UnpackedArticle> {
  if (isArchive(file)) {
    const { encoding } = file;
    for await (const entry of readZip(file.bytes)) yield* unpackEntry({ ...entry, encoding });
  } else if (isArticleTable(file)) yield* unpackTable(file);
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
    return t('file.hidden');
  }
  if (isArchive(entry)) return t('file.nestedArchive');
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
