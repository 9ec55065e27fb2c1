import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { t } from '../messages/language.ts';
import { fetchProblem } from './problems.ts';

/** No server that means well packs twice; each layer multiplies what a bomb can do. */
const MAX_LAYERS = 2;

/**
 * The bytes of an answer, unpacked as `Content-Encoding` says. Counts what comes in and what comes out while
 * it streams, and stops at `limit`. Throws FetchError for more, for an encoding that is not known, and for
 * broken data.
 */
export async function readBody(body: Readable, encoding: string, limit: number): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const packed = names.filter((name) => name !== '' && name !== 'identity').reverse();
  if (packed.length > MAX_LAYERS) throw fetchProblem('broken');
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(body, packed, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function unpacked(body: Readable, packed: readonly string[], limit: number): AsyncIterable<Buffer> {
  const stages = [counter(limit), ...packed.flatMap((name) => [unpacker(name), counter(limit)])];
  const last = stages.at(-1);
  if (!last) throw fetchProblem('broken');
  // What fails is thrown where the last stage is read.
  pipeline([body, ...stages], () => {});
  return last;
}

function counter(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function unpacker(name: string): Transform {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  if (name === 'deflate') return inflater();
  throw fetchProblem('broken');
}

/** Some servers send `deflate` without its wrapper; the first byte tells (RFC 1950, section 2.2). */
function inflater(): Transform {
  let inner: Transform | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      inner ??= started(this, ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw());
      if (inner.write(chunk)) done();
      else inner.once('drain', done);
    },
    flush(done) {
      if (!inner) return done();
      inner.once('end', () => done());
      inner.end();
    },
    destroy(error, done) {
      inner?.destroy();
      done(error);
    },
  });
}

function started(outer: Transform, inner: Transform): Transform {
  inner.on('data', (chunk) => outer.push(chunk));
  inner.on('error', (error) => outer.destroy(error));
  return inner;
}

/** The error for more than `limit` bytes. */
export function tooLarge(limit: number) {
  return fetchProblem('too-large', t('fetch.largerThan', { most: limit }));
}
