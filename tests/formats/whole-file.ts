import type { Format } from '../../src/formats/format.ts';
import type {
  AnnotationReader,
  IncomingAnnotation,
  IncomingDocument,
  UnreadableRecord,
} from '../../src/formats/incoming.ts';
import type { ExportSource } from '../../src/formats/record.ts';

/** All the bytes of a file. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** The whole file as text, decoded strictly, a byte order mark kept. */
export async function wholeText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(chunks));
}

/** The whole file of a format as bytes. */
export function writeWhole(format: Format, source: ExportSource): Promise<Buffer> {
  return bytesOf(format.write(source));
}

/** Everything a reader gives of a file, in its order. */
export async function readWhole(
  reader: AnnotationReader,
  content: string | Uint8Array,
): Promise<(IncomingDocument | UnreadableRecord)[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const read: (IncomingDocument | UnreadableRecord)[] = [];
  for await (const one of reader.read({ name: 'file', bytes })) read.push(one);
  return read;
}

/** The only document of a file without anything unreadable. */
export async function onlyDocument(
  reader: AnnotationReader,
  content: string | Uint8Array,
): Promise<IncomingDocument> {
  const [first, ...more] = await readWhole(reader, content);
  if (first === undefined || 'reason' in first || more.length > 0)
    throw new RangeError(`not one document: ${JSON.stringify([first, ...more])}`);
  return first;
}

/** JSON Lines of these values. */
export function linesOf(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** Whether a reader takes this for a file of its own. */
export function recognises(reader: AnnotationReader, content: string | Uint8Array): boolean {
  return reader.recognises({
    name: 'file',
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  });
}

/** An annotation without its place. */
export function withoutPlace({ place, ...rest }: IncomingAnnotation): Omit<IncomingAnnotation, 'place'> {
  if (place === '') throw new RangeError('an annotation without a place');
  return rest;
}
