import type { ErrorRequestHandler, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Config } from '../../config.ts';

/** Reads a form with an upload in its field `file` into `request.body` and `request.file`. */
export function upload(
  { maxUploadBytes }: Config,
  { fieldBytes }: { readonly fieldBytes: number },
): [RequestHandler, ErrorRequestHandler] {
  const limits = { files: 1, fieldSize: fieldBytes, fields: 50, parts: 60 };
  return [multer({ storage: memoryFor(maxUploadBytes), limits }).single('file'), giveStatus];
}

/**
 * Keeps a file in memory. Of one with more than `mostBytes` the rest is read and dropped, so that the fields behind
 * it still arrive and the form can be shown again with all that was typed; `size` then tells that it is too large.
 */
function memoryFor(mostBytes: number): StorageEngine {
  return {
    _handleFile(_request, { stream }, done) {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= mostBytes) chunks.push(chunk);
      });
      stream.once('error', done);
      stream.once('end', () => done(null, { buffer: Buffer.concat(chunks), size }));
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
}

/** Multer's errors, and those of the parser beneath it, carry no status: what they refuse is the client's doing. */
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
