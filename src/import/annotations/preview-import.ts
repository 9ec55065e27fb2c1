import { UnreadableFileError } from '../../domain/errors.ts';
import type { AnnotationPreview, LabelPreview } from '../../domain/import.ts';
import { annotationReaderFor } from '../../formats/annotation-readers.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import type { Db } from '../../store/client.ts';
import { keptFiles } from '../../store/imports.ts';
import { previewAnnotations } from './preview.ts';

/** Nothing yet. */
const EMPTY: AnnotationPreview = {
  ...{ documents: 0, annotations: 0, labels: [], annotators: [] },
  unreadable: { count: 0, first: [] },
};

/** What the files of an import hold together, before anything of it is stored. */
export async function previewImport(db: Db, importId: string): Promise<AnnotationPreview> {
  let all = EMPTY;
  for (const file of await keptFiles(db, importId)) {
    all = together(all, withFileName(await previewFile(file), file.name));
  }
  return all;
}

/** What a file holds; that nothing of it can be read is one record that cannot. */
async function previewFile(file: IncomingFile): Promise<AnnotationPreview> {
  try {
    return await previewAnnotations(annotationReaderFor(file), file);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...EMPTY, unreadable: { count: 1, first: [{ place: 'the file', reason: error.message }] } };
  }
}

function withFileName(preview: AnnotationPreview, name: string): AnnotationPreview {
  const { count, first } = preview.unreadable;
  const named = first.map(({ place, reason }) => ({ place: `${name}, ${place}`, reason }));
  return { ...preview, unreadable: { count, first: named } };
}

function together(a: AnnotationPreview, b: AnnotationPreview): AnnotationPreview {
  return {
    documents: a.documents + b.documents,
    annotations: a.annotations + b.annotations,
    unreadable: {
      count: a.unreadable.count + b.unreadable.count,
      first: [...a.unreadable.first, ...b.unreadable.first],
    },
    labels: [...b.labels.reduce(withLabel, new Map(a.labels.map((one) => [one.label, one]))).values()],
    annotators: [...new Set([...a.annotators, ...b.annotators])],
  };
}

const MOST_EXAMPLES = 3;

function withLabel(labels: Map<string, LabelPreview>, more: LabelPreview): Map<string, LabelPreview> {
  const known = labels.get(more.label);
  if (!known) return labels.set(more.label, more);
  const examples = [...new Set([...known.examples, ...more.examples])].slice(0, MOST_EXAMPLES);
  return labels.set(more.label, { ...known, count: known.count + more.count, examples });
}
