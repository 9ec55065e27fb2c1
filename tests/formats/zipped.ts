import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../../src/formats/incoming.ts';
import { readZip } from '../../src/formats/reading/read-zip.ts';
import { writeZip } from '../../src/formats/writing/write-zip.ts';
import { bytesOf } from './whole-file.ts';

/** What is in a zip, by name, in its order. */
export async function filesIn(zip: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { name, bytes } of readZip(zip)) files.set(name, Buffer.from(bytes).toString());
  return files;
}

/** A zip of these files. */
export async function zipOf(
  files: Readonly<Record<string, string>>,
  name = 'work.zip',
): Promise<IncomingFile> {
  const entries = Object.entries(files).map(([name, chunks]) => ({ name, chunks }));
  return { name, bytes: await bytesOf(writeZip(entries)) };
}

/** A file with these words. */
export function fileOf(name: string, words: string): IncomingFile {
  return { name, bytes: Buffer.from(words) };
}

/** What a reader gives, the documents apart from what it could not read. */
export async function sorted(
  read: AsyncIterable<IncomingDocument | UnreadableRecord> | Iterable<IncomingDocument | UnreadableRecord>,
): Promise<{ documents: IncomingDocument[]; unreadable: UnreadableRecord[] }> {
  const documents: IncomingDocument[] = [];
  const unreadable: UnreadableRecord[] = [];
  for await (const one of read) {
    if ('reason' in one) unreadable.push(one);
    else documents.push(one);
  }
  return { documents, unreadable };
}
