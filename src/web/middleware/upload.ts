import type { IncomingMessage } from 'node:http';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Config } from '../../config.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { shownFileName } from '../../domain/file-name.ts';
import { t } from '../../messages/language.ts';

/** A file as it was sent; the name says nothing certain of what is inside. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Most files of one request. */
const MAX_FILES = 1000;

/**
 * Archives and tables hold many articles in one file, so only the limit of the whole request holds for them.
 */
const HOLDS_MANY = /\.(zip|csv|tsv|tab|jsonl?|ndjson|qdpx)$/i;

/** What came in with a request so far. */
interface Received {
  readonly files: SentFile[];
  count: number;
  bytes: number;
  /** Says the first thing that was too much. The parts of a request come outside of its language. */
  problem?: (() => string) | undefined;
}

const received = new WeakMap<IncomingMessage, Received>();

/**
 * Reads a form with uploads in its field `file` into `request.body`, and the files to where `sentFiles` finds
 * them.
 */
export function upload(
  config: Config,
  { fieldBytes }: { readonly fieldBytes: number },
): [RequestHandler, ErrorRequestHandler] {
  const limits = { fieldSize: fieldBytes, fields: 50, parts: 10 * MAX_FILES };
  const reader = multer({ storage: memoryFor(config), limits, defParamCharset: 'utf8' });
  return [reader.array('file'), giveStatus];
}

/**
 * The files that the form sent, none of them where it had none. Throws InvalidInputError (field `file`) for
 * too much.
 */
export function sentFiles(request: Request): SentFile[] {
  const { files = [], problem } = received.get(request) ?? {};
  if (problem) throw new InvalidInputError({ file: problem() });
  return files;
}

/** Whether what stands in a file of this name is more than one article. */
export function holdsMany(name: string): boolean {
  return HOLDS_MANY.test(name);
}

/**
 * Keeps files in memory. Once they are too much the rest is read and dropped, so that the fields behind them
 * still arrive and the form can be shown again with all that was typed.
 */
function memoryFor(config: Config): StorageEngine {
  return {
    _handleFile(request, { stream, originalname }, done) {
      const name = shownFileName(originalname);
      const sofar = receivedOf(request);
      const chunks: Buffer[] = [];
      let size = 0;
      sofar.count += 1;
      if (sofar.count > MAX_FILES) sofar.problem ??= () => t('upload.tooMany', { most: MAX_FILES });
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        sofar.bytes += chunk.length;
        sofar.problem ??= tooMuch(config, { name, size, together: sofar.bytes });
        if (sofar.problem === undefined) chunks.push(chunk);
        else chunks.length = 0;
      });
      stream.once('error', done);
      stream.once('end', () => {
        if (sofar.problem === undefined) sofar.files.push({ name, bytes: Buffer.concat(chunks) });
        else sofar.files.length = 0;
        done(null, { size });
      });
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
}

function receivedOf(request: IncomingMessage): Received {
  const sofar = received.get(request) ?? { files: [], count: 0, bytes: 0 };
  received.set(request, sofar);
  return sofar;
}

function tooMuch(
  { maxUploadBytes, maxImportBytes }: Config,
  { name, size, together }: { readonly name: string; readonly size: number; readonly together: number },
): (() => string) | undefined {
  if (size > maxUploadBytes && !holdsMany(name)) {
    return () => t('upload.fileTooLarge', { name, most: maxUploadBytes });
  }
  return together > maxImportBytes ? () => t('upload.tooLarge', { most: maxImportBytes }) : undefined;
}

/**
 * Multer's errors, and those of the parser beneath it, carry no status: what they refuse is the client's
 * doing.
 */
const giveStatus: ErrorRequestHandler = (error, _request, _response, next) => {
  if (error instanceof Error && !('status' in error)) {
    Object.assign(error, { status: isTooLarge(error) ? 413 : 400 });
  }
  next(error);
};

function isTooLarge(error: Error): boolean {
  if (!(error instanceof multer.MulterError)) return false;
  return error.code.startsWith('LIMIT_') && error.code !== 'LIMIT_UNEXPECTED_FILE';
}
