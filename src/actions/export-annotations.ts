import { setImmediate } from 'node:timers/promises';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import type { Project } from '../domain/project.ts';
import type { Sight } from '../domain/sight.ts';
import type { ExportSource, Format, WriteOptions } from '../formats/index.ts';
import type { Database } from '../store/client.ts';
import { exportAnnotations } from '../store/export-annotations.ts';
import { exportArticles } from '../store/export-articles.ts';
import { exportCodedArticles } from '../store/export-codings.ts';

/** What is to leave, and how. */
export interface ExportRequest extends WriteOptions {
  /** Whoever may see something may take it away. */
  readonly sight: Sight;
  readonly project: Pick<Project, 'id' | 'slug' | 'name' | 'codebook'>;
  readonly filter: AnnotationFilter;
  readonly format: Format;
  /** Told from time to time how many annotations have been read since the format began to read. */
  readonly onProgress?: (annotations: number) => void;
}

/**
 * The bytes of an exported file, as they are asked for. A reader that stops early stops the reading of the
 * database.
 */
export function exportFile(database: Database, request: ExportRequest): AsyncGenerator<Uint8Array> {
  const { sight, project, filter, format, raw = false, onProgress } = request;
  const source: ExportSource = {
    project,
    codebook: project.codebook,
    annotations: () =>
      paced(exportAnnotations(database, sight, project, filter), (batch) => batch.length, onProgress),
    articles: () =>
      paced(
        exportArticles(database, sight, project, filter),
        ({ annotations }) => annotations.length,
        onProgress,
      ),
    codedArticles: () =>
      paced(
        exportCodedArticles(database, sight, project, filter),
        ({ annotations }) => annotations.length,
        onProgress,
      ),
  };
  return format.write(source, { raw });
}

/** SQLite answers without waiting, and so may the receiver: without a pause nobody else would get a turn. */
async function* paced<Item>(
  items: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  onProgress?: (annotations: number) => void,
): AsyncGenerator<Item> {
  let read = 0;
  for await (const item of items) {
    yield item;
    read += sizeOf(item);
    onProgress?.(read);
    await setImmediate();
  }
}
