import type { IncomingDocument, UnreadableRecord } from '../../../src/formats/incoming.ts';
import type { ExportSource } from '../../../src/formats/record.ts';
import { w3cReader } from '../../../src/formats/w3c/reader.ts';
import { writeCollection } from '../../../src/formats/w3c/write.ts';

/** The whole file as bytes. */
export async function writeWhole(source: ExportSource, pageLength?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCollection(source, pageLength)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Everything that the reader finds in a file of this content. */
export async function readAll(content: unknown): Promise<(IncomingDocument | UnreadableRecord)[]> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const found: (IncomingDocument | UnreadableRecord)[] = [];
  for await (const item of w3cReader.read({ name: 'file.jsonld', bytes })) found.push(item);
  return found;
}

/** The same, where every record can be read. */
export async function readDocuments(content: unknown): Promise<IncomingDocument[]> {
  return (await readAll(content)).map((item) => {
    if ('reason' in item) throw new Error(`${item.place}: ${item.reason}`);
    return item;
  });
}
