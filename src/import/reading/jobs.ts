import { InvalidInputError, UnreadableFileError } from '../../domain/errors.ts';
import type { AnnotationPreview } from '../../domain/import.ts';
import { annotationReaderFor, findAnnotationReader } from '../../formats/annotation-readers.ts';
import type { FoundArticle } from '../../formats/article-file.ts';
import { readArticleFile, type UnpackedArticle, unpack } from '../../formats/article-readers.ts';
import { isArticleTable } from '../../formats/article-table/read.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../../formats/incoming.ts';
import type { TextReading } from '../../formats/reading/text-reading.ts';
import { readHtmlDetails, readHtmlPage } from '../../formats/web-page/html.ts';
import { t } from '../../messages/language.ts';
import { previewOfFile } from '../annotations/preview.ts';
import { type ReadArticle, readArticle } from '../articles/read.ts';

/** The article of a file, and how its file is kept. */
export interface ReadFile {
  readonly found: FoundArticle;
  readonly mediaType: string;
  /** Whether the bytes are kept with the article. */
  readonly keepsSource: boolean;
}

/** A fetched page, and how the server called its encoding. */
interface PageInput extends Pick<IncomingFile, 'bytes' | 'encoding'> {
  readonly url: string;
  readonly charset?: string | undefined;
}

/** What a file holds, or why it cannot be read; `isArticles` where it is a table of articles. */
export type PreviewedFile =
  | { readonly preview: AnnotationPreview }
  | { readonly reason: string; readonly isArticles: boolean };

/** Most articles of one archive or table: they stand in the database, and in a report, one by one. */
const MAX_ARTICLES = 200_000;
/** Most of them that cannot be read. */
const MAX_PROBLEMS = 10_000;

/**
 * All that is read of people's files, by name: each job gives what it finds, one thing after another. They run in a
 * thread of their own (`read-in-thread.ts`), so that what goes in and comes out can be copied.
 *
 * Errors on files are InvalidInputError.
 */
export const JOBS = {
  /** As `unpack`. `isWhole` stands for the file itself, so that it is not sent back. */
  async *unpack(file: IncomingFile): AsyncGenerator<UnpackedArticle | { readonly isWhole: true }> {
    let [articles, problems] = [0, 0];
    for await (const unpacked of unpack(file)) {
      if ('problem' in unpacked) problems += 1;
      else articles += 1;
      if (articles > MAX_ARTICLES)
        throw new UnreadableFileError(t('file.manyArticles', { most: MAX_ARTICLES }));
      if ('problem' in unpacked && problems > MAX_PROBLEMS) {
        const { name: place, problem: reason } = unpacked;
        throw new UnreadableFileError(t('file.manyRows', { most: MAX_PROBLEMS, place, reason }));
      }
      yield 'file' in unpacked && unpacked.file === file ? { isWhole: true } : unpacked;
    }
  },

  /** The article in a file, as a form shows it. `limit` is the most UTF-16 code units that are of use. */
  async *file({ file, limit }: Limited<{ readonly file: IncomingFile }>): AsyncGenerator<ReadFile> {
    yield await readFile(file, limit);
  },

  /** The article in a file, ready to be stored. */
  async *fileArticle({
    file,
    limit,
  }: Limited<{ readonly file: IncomingFile }>): AsyncGenerator<
    Omit<ReadFile, 'found'> & { readonly article: ReadArticle; readonly reading: TextReading | undefined }
  > {
    const { found, ...kept } = await readFile(file, limit);
    yield { article: readArticle({ content: found, given: {} }, limit), reading: found.reading, ...kept };
  },

  /** An article of a table, ready to be stored. */
  async *tableArticle({
    content,
    limit,
  }: Limited<{ readonly content: FoundArticle }>): AsyncGenerator<ReadArticle> {
    yield readArticle({ content, given: {} }, limit);
  },

  /** The article of a web page, or why there is none with what the page says of itself. */
  async *page({
    bytes,
    url,
    charset,
    encoding,
  }: PageInput): AsyncGenerator<
    { readonly found: FoundArticle } | { readonly problem: string; readonly details: FoundArticle['details'] }
  > {
    try {
      yield { found: readHtmlPage(bytes, url, charset, encoding) };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      yield { problem: error.message, details: detailsOfPage(bytes, url, charset) };
    }
  },

  /** What a file of annotations holds, counted; see `previewOfFile`. */
  async *preview(file: IncomingFile): AsyncGenerator<PreviewedFile> {
    try {
      yield { preview: await previewOfFile(file) };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      yield { reason: error.message, isArticles: isArticleTable(file) };
    }
  },

  /** The documents of a file of annotations. */
  documents: (file: IncomingFile): AsyncGenerator<IncomingDocument | UnreadableRecord> =>
    annotationReaderFor(file).read(file),

  /** Whether a file is one of annotations. */
  async *isAnnotations(file: IncomingFile): AsyncGenerator<boolean> {
    yield findAnnotationReader(file) !== undefined;
  },
};

/** `limit` is the most UTF-16 code units that a text may have. */
type Limited<Input> = Input & { readonly limit: number };

async function readFile(file: IncomingFile, limit: number): Promise<ReadFile> {
  const { article: found, reader } = await readArticleFile(file, limit);
  const { mediaType, keepsSource } = reader;
  // A text is its own source only where nobody can doubt which letters its bytes are.
  return { found, mediaType, keepsSource: keepsSource || found.reading !== undefined };
}

/** A page may be too broken even for that. */
function detailsOfPage(bytes: Uint8Array, url: string, charset: string | undefined): FoundArticle['details'] {
  try {
    return readHtmlDetails(bytes, url, charset);
  } catch (error) {
    if (error instanceof InvalidInputError) return {};
    throw error;
  }
}

/** The name of a job. */
export type Job = keyof typeof JOBS;

/** What a job is given. */
export type Given<Name extends Job> = Parameters<(typeof JOBS)[Name]>[0];

/** What a job finds, one after another. */
export type Found<Name extends Job> =
  ReturnType<(typeof JOBS)[Name]> extends AsyncGenerator<infer Item> ? Item : never;
