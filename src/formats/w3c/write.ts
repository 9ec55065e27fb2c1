import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { webAnnotationsOf } from './article-annotations.ts';
import { CONTEXT, collectionIri, fromUrn, GENERATOR } from './identifiers.ts';
import { CONTEXT_LENGTH } from './written-target.ts';

/** So long that nearly every collection is one page, which is all that many tools look at. */
const PAGE_LENGTH = 10_000;

const DESCRIPTION =
  'Each part of an annotation is one target. Positions count Unicode code points of the article’s stored text from ' +
  `zero, end exclusive. Prefix and suffix hold up to ${CONTEXT_LENGTH} code points.`;

/**
 * Writes an AnnotationCollection (W3C Web Annotation Data Model, 2017) in chunks of about 64 KB, one
 * annotation a line. `first` is the first page; all others stand under `@reverse` as the pages that are part
 * of the collection, and each names its `next`. Nothing is read ahead of the chunk asked for, and a reader
 * that stops early closes the source. `pageLength` is the most annotations of a page. Throws a RangeError for
 * a record without parts.
 */
export function writeCollection(source: ExportSource, pageLength = PAGE_LENGTH): AsyncGenerator<Uint8Array> {
  return byteChunks(collectionPieces(source, pageLength));
}

async function* collectionPieces(source: ExportSource, pageLength: number): AsyncGenerator<string> {
  const { slug, name } = source.project;
  let id = collectionIri(slug);
  let total = 0;
  for await (const article of source.codedArticles()) {
    for (const annotation of webAnnotationsOf(article)) {
      if (total === 0) {
        id = collectionIri(slug, fromUrn(annotation.id));
        yield headOf(id, name);
      }
      const before = total % pageLength === 0 ? startOfPage(id, total / pageLength + 1, total) : ',\n';
      yield before + JSON.stringify(annotation);
      total++;
    }
  }
  yield total === 0 ? headOf(id, name) : endOfPages(id, Math.ceil(total / pageLength));
  yield `"total":${total}}\n`;
}

function headOf(id: string, label: string): string {
  const head = JSON.stringify({
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    'dc:description': DESCRIPTION,
    conformsTo: 'http://www.w3.org/TR/annotation-model/',
    generator: { id: GENERATOR, type: 'Software', name: 'On Record' },
  });
  return `${head.slice(0, -1)},\n`;
}

/** The end of the page before, if there is one, and the start of this one; pages count from 1. */
function startOfPage(id: string, page: number, startIndex: number): string {
  const end = page > 1 ? `\n],"next":${JSON.stringify(pageIri(id, page))}}` : '';
  const between = ['"first":', ',\n"@reverse":{"partOf":[\n'][page - 1] ?? ',\n';
  const start = JSON.stringify({
    id: pageIri(id, page),
    type: 'AnnotationPage',
    partOf: { id, type: 'AnnotationCollection' },
    startIndex,
    ...(page > 1 ? { prev: pageIri(id, page - 1) } : {}),
  });
  return `${end}${between}${start.slice(0, -1)},"items":[\n`;
}

function endOfPages(id: string, pages: number): string {
  return `${pages > 1 ? '\n]}\n]},\n' : '\n]},\n'}"last":${JSON.stringify(pageIri(id, pages))},`;
}

function pageIri(id: string, page: number): string {
  return `${id}#page-${page}`;
}
