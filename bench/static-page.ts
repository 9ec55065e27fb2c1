import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AnnotationContent } from '../src/domain/annotation.ts';
import { type Drawn, drawMarks, type Markable } from '../src/text/marks.ts';
import { hullOf, overlaps, type Span, touching } from '../src/text/span.ts';
import { structureOf } from '../src/text/structure.ts';
import type { GeneratedArticle } from './generate-article.ts';

/** A plain page that a server of files sends: what the desk's pages are measured against. */
export interface StaticPage {
  readonly url: string;
  close(): void;
}

/**
 * The article as a file of HTML: the words, the same marks nested as the desk nests them, and the annotations
 * as a list; no scripts, nothing deferred.
 */
export async function serveStaticPage(folder: string, article: GeneratedArticle): Promise<StaticPage> {
  const file = join(folder, `static-${article.text.length}.html`);
  await writeFile(file, pageOf(article));
  const server: Server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    createReadStream(file).pipe(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

type Marked = AnnotationContent & Markable;

function pageOf({ title, text, annotations }: GeneratedArticle): string {
  const marks = annotations.map((annotation, at) => ({ ...annotation, id: String(at) }));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
    mark { color: inherit; background: #eef; text-decoration: underline 2px }
    mark.claim { background: #efe } mark.statistic { background: #fee }
    article { max-width: 40rem; margin: 0 auto }
  </style></head><body><article><h1>${escaped(title)}</h1>${blocksOf(text, marks)}</article>
  <ol>${marks.map((mark) => `<li>${mark.tag} ${escaped(mark.text)}</li>`).join('\n')}</ol></body></html>`;
}

function blocksOf(text: string, marks: readonly Marked[]): string {
  const { blocks, sentences } = structureOf(text);
  const hulls = marks.map(({ parts }) => hullOf(parts));
  const longest = Math.max(0, ...hulls.map(({ start, end }) => end - start));
  let first = 0;
  const drawn = blocks.map((block) => {
    while ((hulls[first]?.start ?? Infinity) < block.start - longest) first += 1;
    const near: Marked[] = [];
    for (let at = first; (hulls[at]?.start ?? Infinity) < block.end; at++) {
      const [mark, hull] = [marks[at], hulls[at]];
      if (mark && hull && overlaps(hull, block)) near.push(mark);
    }
    const [from, to] = touching(sentences, block);
    const runs = runsOf(block, sentences.slice(from, to));
    const words = runs.flatMap((run) => drawMarks(text, run, near)).map(htmlOf);
    const name = block.kind === 'heading' ? 'h2' : 'p';
    return `<${name}>${words.join('')}</${name}>`;
  });
  return drawn.join('\n');
}

/** The block in sentences and what is between them: the desk cuts marks at the ends of sentences. */
function runsOf(block: Span, sentences: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let at = block.start;
  for (const { start, end } of sentences) {
    if (start > at) runs.push({ start: at, end: start });
    runs.push({ start, end });
    at = end;
  }
  if (at < block.end) runs.push({ start: at, end: block.end });
  return runs;
}

function htmlOf(drawn: Drawn<Marked>): string {
  if (typeof drawn === 'string') return escaped(drawn);
  return `<mark class="${drawn.mark.tag}">${drawn.children.map(htmlOf).join('')}</mark>`;
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
