import { UnreadableFileError } from '../../domain/errors.ts';
import type { AnnotationPreview, LabelPreview } from '../../domain/import.ts';
import type { IncomingFile } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import type { PreviewedFile } from '../reading/jobs.ts';
import { readOneInThread } from '../reading/read-in-thread.ts';
import { MAX_EXAMPLES, unreadableIn } from './preview.ts';

/** A file of which nothing can be read, with the reason in a sentence. */
export interface RefusedFile {
  readonly file: IncomingFile;
  readonly reason: string;
}

/**
 * Reads files through once and says what they hold together. A file of which nothing can be read is among `refused`,
 * and one unreadable record of the preview.
 */
export async function previewFiles(
  files: readonly IncomingFile[],
): Promise<{ readonly preview: AnnotationPreview; readonly refused: readonly RefusedFile[] }> {
  const previews: AnnotationPreview[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const read = await previewOrReason(file);
    if ('preview' in read) previews.push(read.preview);
    else {
      const first = [unreadableIn(file.name, { place: t('place.file'), reason: read.reason })];
      previews.push({ ...EMPTY, unreadable: { count: 1, first } });
      refused.push({ file, reason: read.isArticles ? t('outcome.tableOfArticles') : read.reason });
    }
  }
  return { preview: together(previews), refused };
}

const EMPTY: AnnotationPreview = {
  documents: 0,
  annotations: 0,
  unreadable: { count: 0, first: [] },
  labels: [],
  annotators: [],
};

async function previewOrReason(file: IncomingFile): Promise<PreviewedFile> {
  try {
    return await readOneInThread('preview', file, { size: file.bytes.length });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { reason: error.message, isArticles: false };
  }
}

function together(previews: readonly AnnotationPreview[]): AnnotationPreview {
  const sum = (count: (preview: AnnotationPreview) => number) =>
    previews.reduce((all, preview) => all + count(preview), 0);
  const readings = previews.flatMap((preview) => preview.readings ?? []);
  return {
    documents: sum(({ documents }) => documents),
    annotations: sum(({ annotations }) => annotations),
    marks: sum(({ marks }) => marks ?? 0),
    unreadable: {
      count: sum(({ unreadable }) => unreadable.count),
      first: previews.flatMap(({ unreadable }) => unreadable.first),
    },
    labels: labelsTogether(previews.flatMap(({ labels }) => labels)),
    withoutText: sum(({ withoutText }) => withoutText ?? 0),
    annotators: [...new Set(previews.flatMap(({ annotators }) => annotators))],
    ...(readings.length > 0 && { readings }),
  };
}

function labelsTogether(labels: readonly LabelPreview[]): LabelPreview[] {
  const byName = new Map<string, LabelPreview>();
  for (const label of labels) {
    const known = byName.get(label.label) ?? { ...label, count: 0, examples: [] };
    const examples = [...new Set([...known.examples, ...label.examples])].slice(0, MAX_EXAMPLES);
    byName.set(label.label, { ...known, count: known.count + label.count, examples });
  }
  return [...byName.values()];
}
