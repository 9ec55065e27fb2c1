import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EXIT, type ExitCode, type Surroundings } from './command.ts';

/**
 * Writes to a standard stream as fast as it is read. A reader that has seen enough, as `head` has, is no
 * failure. Throws what the chunks throw, and an AbortError where the process is told to stop.
 */
export async function writeOut(
  output: Writable,
  chunks: AsyncIterable<string | Uint8Array>,
  { stop }: Pick<Surroundings, 'stop'>,
): Promise<void> {
  try {
    await pipeline(chunks, output, { end: false, signal: stop });
  } catch (error) {
    if (!isClosedByReader(error)) throw error;
  }
}

/** What a command that does many things in turn ends with. */
export function exitCodeFor(done: number, refused: number): ExitCode {
  if (refused === 0) return EXIT.done;
  return done === 0 ? EXIT.failed : EXIT.partlyDone;
}

function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
