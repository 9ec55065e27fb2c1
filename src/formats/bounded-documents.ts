import { UnreadableFileError } from '../domain/errors.ts';
import { t } from '../messages/language.ts';
import type { Anchor } from '../text/anchor.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from './incoming.ts';

/** How much is taken of one file of annotations. */
export interface DocumentLimits {
  /** Most annotations of one article. */
  readonly annotations: number;
  /** Most annotations of one article on the same words. */
  readonly onSameWords: number;
  /** Most annotations of the file. */
  readonly together: number;
  /** Most records of the file that cannot be read and are told of. */
  readonly unreadable: number;
}

/** Room for a novel with every word marked, and for some hundred people at any of them. */
const LIMITS: DocumentLimits = {
  annotations: 50_000,
  onSameWords: 500,
  together: 500_000,
  unreadable: 1000,
};

/**
 * The documents of a file, as many of them as any work of people holds: what is beyond the limits is left out, and
 * told of in a record of its own. Throws UnreadableFileError where the whole file is beyond them.
 */
export async function* boundedDocuments(
  documents: AsyncIterable<IncomingDocument | UnreadableRecord>,
  limits: DocumentLimits = LIMITS,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  let [annotations, unreadable] = [0, 0];
  for await (const document of documents) {
    if ('reason' in document) {
      unreadable += 1;
      if (unreadable > limits.unreadable)
        throw new UnreadableFileError(t('file.manyUnreadable', { most: limits.unreadable }));
      yield document;
      continue;
    }
    const { kept, left } = boundedAnnotations(document.annotations, limits);
    annotations += kept.length;
    if (annotations > limits.together)
      throw new UnreadableFileError(t('file.manyAnnotations', { most: limits.together }));
    const { codings, ...rest } = document;
    const marks = codings?.reduce((sum, coding) => sum + coding.marks.length, 0) ?? 0;
    const isFitting = marks <= limits.annotations;
    const isWhole = isFitting && kept.length === document.annotations.length;
    yield isWhole ? document : { ...(isFitting ? document : rest), annotations: kept };
    if (!isFitting) left.push(t('record.tooManyMarks', { count: marks, most: limits.annotations }));
    yield* left.map((reason) => ({ place: document.place, reason }));
  }
}

function boundedAnnotations(
  annotations: readonly IncomingAnnotation[],
  { annotations: most, onSameWords }: DocumentLimits,
): { readonly kept: readonly IncomingAnnotation[]; readonly left: string[] } {
  const counts = new Map<string, number>();
  const fitting = annotations.filter(({ anchors }) => {
    if (anchors.length === 0) return true;
    const key = anchors.map(keyOf).join(' ');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= onSameWords;
  });
  const sameWords = annotations.length - fitting.length;
  const kept = fitting.slice(0, most);
  return {
    kept,
    left: [
      ...(sameWords > 0 ? [t('record.onSameWords', { count: sameWords, most: onSameWords })] : []),
      ...(fitting.length > most ? [t('record.tooMany', { count: fitting.length - most, most })] : []),
    ],
  };
}

/** Of words that may be as long as the article, enough to tell them apart. */
const ENOUGH = 100;

function keyOf({ offsets, words = '', prefix = '' }: Anchor): string {
  if (offsets) return `${offsets.start}-${offsets.end}`;
  return JSON.stringify([words.length, words.slice(0, ENOUGH), words.slice(-ENOUGH), prefix.slice(-ENOUGH)]);
}
