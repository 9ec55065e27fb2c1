import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';

/** A file that is made while it is sent. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/**
 * Sends a file as fast as it is taken: nothing more is made while the connection is full, and nothing at all
 * once it is closed. What fails before the first byte is answered as any error; what fails later cuts the
 * connection, so that half a file is not taken for a whole one.
 */
export async function sendDownload(
  request: Request,
  response: Response,
  { fileName, mediaType, chunks }: Download,
): Promise<void> {
  const first = await chunks.next();
  response.attachment(fileName).set({ 'Content-Type': mediaType, 'Cache-Control': cachingAsItIs(response) });
  if (request.method === 'HEAD') {
    await chunks.return(undefined);
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(withFirst(first, chunks), { objectMode: false }), response);
  } catch (error) {
    if (!isClosedByReader(error)) throw error;
  }
}

/** How pages are kept, and the bytes left as they are: compressing takes longer than making most files. */
export function cachingAsItIs(response: Response): string {
  return `${response.get('Cache-Control')}, no-transform`;
}

async function* withFirst(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** Who cancels a download has had what they wanted. */
function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
