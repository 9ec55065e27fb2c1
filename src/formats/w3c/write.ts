import type { AnnotationRecord } from '../../domain/record.ts';
import type { ExportSource } from '../record.ts';
import { annotationMaker, CONTEXT_LENGTH } from './annotation.ts';
import { CONTEXT, collectionIri, GENERATOR } from './identifiers.ts';

/** UTF-16 code units after which a chunk goes out. */
const CHUNK_LENGTH = 64 * 1024;

/** So long that nearly every collection is one page, which is all that many tools look at. */
const PAGE_LENGTH = 10_000;

const DESCRIPTION =
  'Each part of an annotation is one target. Positions count Unicode code points of the article’s stored text from ' +
  `zero, end exclusive. Prefix and suffix hold up to ${CONTEXT_LENGTH} code points.`;

/**
 * Writes an AnnotationCollection (W3C Web Annotation Data Model, 2017) in chunks of about 64 KB, one annotation a line.
 * `first` is the first page; all others stand under `@reverse` as the pages that are part of the collection, and each
 * names its `next`. Nothing is read ahead of the chunk asked for, and a reader that stops early closes the source.
 * `pageLength` is the most annotations of a page. Throws a RangeError for a record without parts.
 */
export async function* writeCollection(
  source: ExportSource,
  pageLength = PAGE_LENGTH,
): AsyncGenerator<Uint8Array> {
  const file = new CollectionFile(source.project, pageLength);
  for await (const batch of source.annotations()) {
    for (const record of batch) {
      file.add(record);
      if (file.length >= CHUNK_LENGTH) yield file.take();
    }
  }
  file.end();
  yield file.take();
}

/** The text of the file as it grows; what is taken is forgotten. */
class CollectionFile {
  readonly #project: ExportSource['project'];
  readonly #pageLength: number;
  readonly #toAnnotation = annotationMaker();
  #written = '';
  #total = 0;
  #pages = 0;
  #id = '';

  constructor(project: ExportSource['project'], pageLength: number) {
    this.#project = project;
    this.#pageLength = pageLength;
  }

  /** What waits to be taken, in UTF-16 code units. */
  get length(): number {
    return this.#written.length;
  }

  add(record: AnnotationRecord): void {
    if (this.#total === 0) this.#begin(record.id);
    if (this.#total % this.#pageLength === 0) this.#turnPage();
    else this.#written += ',\n';
    this.#written += JSON.stringify(this.#toAnnotation(record));
    this.#total++;
  }

  end(): void {
    if (this.#total === 0) this.#begin();
    else this.#endPages();
    this.#written += `"total":${this.#total}}\n`;
  }

  take(): Uint8Array {
    const taken = Buffer.from(this.#written);
    this.#written = '';
    return taken;
  }

  #begin(firstId?: string): void {
    this.#id = collectionIri(this.#project.slug, firstId);
    const head = JSON.stringify({
      '@context': CONTEXT,
      id: this.#id,
      type: 'AnnotationCollection',
      label: this.#project.name,
      'dc:description': DESCRIPTION,
      conformsTo: 'http://www.w3.org/TR/annotation-model/',
      generator: { id: GENERATOR, type: 'Software', name: 'On Record' },
    });
    this.#written += `${head.slice(0, -1)},\n`;
  }

  #turnPage(): void {
    if (this.#pages > 0) this.#written += `\n],"next":${JSON.stringify(this.#page(this.#pages + 1))}}`;
    this.#written += ['"first":', ',\n"@reverse":{"partOf":[\n'][this.#pages] ?? ',\n';
    this.#pages++;
    const page = JSON.stringify({
      id: this.#page(this.#pages),
      type: 'AnnotationPage',
      partOf: { id: this.#id, type: 'AnnotationCollection' },
      startIndex: this.#total,
      ...(this.#pages > 1 ? { prev: this.#page(this.#pages - 1) } : {}),
    });
    this.#written += `${page.slice(0, -1)},"items":[\n`;
  }

  #endPages(): void {
    this.#written += this.#pages > 1 ? '\n]}\n]},\n' : '\n]},\n';
    this.#written += `"last":${JSON.stringify(this.#page(this.#pages))},`;
  }

  #page(number: number): string {
    return `${this.#id}#page-${number}`;
  }
}
