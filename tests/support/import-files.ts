import type { IncomingFile } from '../../src/formats/incoming.ts';
import { writeZip } from '../../src/formats/writing/write-zip.ts';
import { runImports } from '../../src/import/worker.ts';
import type { Database } from '../../src/store/client.ts';
import { filesForm as formWith } from './upload.ts';
import type { RequestOptions } from './web.ts';

/** A file of words. */
export function fileOf(name: string, words: string): IncomingFile {
  return { name, bytes: Buffer.from(words) };
}

/** Files in a zip. */
export async function archiveOf(name: string, files: readonly IncomingFile[]): Promise<IncomingFile> {
  const entries = files.map(({ name: path, bytes }) => ({ name: path, chunks: only(bytes) }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return { name, bytes: Buffer.concat(chunks) };
}

async function* only(bytes: Uint8Array) {
  yield bytes;
}

/** A form with several uploads in its field `file`. */
export async function filesForm(
  files: readonly IncomingFile[],
  fields: Readonly<Record<string, string>> = {},
): Promise<RequestOptions> {
  return formWith(
    fields,
    files.map(({ name, bytes }) => [name, bytes]),
  );
}

/** Does the background work that waits, until none is left or so many steps are done. */
export async function workOnImports(database: Database, mostSteps = Number.POSITIVE_INFINITY): Promise<void> {
  const stopping = new AbortController();
  let steps = 0;
  const onStep = () => {
    steps += 1;
    if (steps >= mostSteps) stopping.abort();
  };
  await runImports({ database, maxArticleLength: 2_000_000, signal: stopping.signal, onStep });
}
