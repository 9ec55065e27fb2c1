import { setImmediate } from 'node:timers/promises';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import type { Project } from '../domain/project.ts';
import type { AnnotationRecord, Format, WriteOptions } from '../formats/index.ts';
import type { Database } from '../store/client.ts';
import { exportAnnotations } from '../store/export-annotations.ts';

/** What is to leave, and how. */
export interface ExportRequest extends WriteOptions {
  /** A project of the person's: whoever may see it may take it away. */
  readonly project: Pick<Project, 'id' | 'slug'>;
  readonly filter: AnnotationFilter;
  readonly format: Format;
  /** Told after each batch how many annotations have been read. */
  readonly onProgress?: (annotations: number) => void;
}

/** The bytes of an exported file, as they are asked for. A reader that stops early stops the reading of the database. */
export function exportFile(database: Database, request: ExportRequest): AsyncGenerator<Uint8Array> {
  const { format, raw = false } = request;
  return format.write(batches(database, request), { raw });
}

async function* batches(
  database: Database,
  { project, filter, onProgress }: ExportRequest,
): AsyncGenerator<readonly AnnotationRecord[]> {
  let read = 0;
  for await (const batch of exportAnnotations(database, project, filter)) {
    yield batch;
    read += batch.length;
    onProgress?.(read);
    // SQLite answers without waiting, and so may the receiver: without this nobody else would get a turn.
    await setImmediate();
  }
}
