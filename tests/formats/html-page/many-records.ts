import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ArticleRecords, ExportSource } from '../../../src/formats/record.ts';
import { quayArticle, quayRecords } from '../quay-records.ts';

/** A source of this many annotations, four to an article, made as they are asked for; it tells how many articles it gave. */
export function manyRecords(annotations: number): ExportSource & { given(): number } {
  let given = 0;
  function* articles(): Generator<ArticleRecords> {
    for (let made = 0; made < annotations; made += quayRecords.length) {
      given++;
      const article = { ...quayArticle, id: `article-${made}` };
      yield {
        article,
        annotations: quayRecords.map((record) => ({ ...record, id: `${record.id}-${made}`, article })),
      };
    }
  }
  function* records() {
    for (const work of articles()) yield work.annotations;
  }
  return {
    project: { slug: 'harbour', name: 'Harbour' },
    annotations: records,
    articles,
    given: () => given,
  };
}

/** Chunks after which the heap is looked at. */
const CHUNKS_BETWEEN = 100;

/** The most bytes that are held on the heap, above what was held before, while chunks are taken and thrown away; and their bytes. */
export async function heapWhile(chunks: AsyncIterable<Uint8Array>): Promise<{ heap: number; bytes: number }> {
  const before = heldBytes();
  let heap = 0;
  let bytes = 0;
  let taken = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (++taken % CHUNKS_BETWEEN === 0) heap = Math.max(heap, heldBytes() - before);
  }
  return { heap, bytes };
}

/** What is in use, with the garbage collected first: how much of it lies about differs from run to run. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** The whole file as text, decoded strictly. */
export async function wholeText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(all));
}
