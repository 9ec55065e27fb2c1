import type { AnnotationRecord } from '../../domain/record.ts';
import { touching } from '../../text/span.ts';

/**
 * Index of the sentence in which an annotation starts, or -1 in a heading. An untrimmed selection that starts in the
 * space between two sentences belongs to the one it leads into.
 */
export function startingSentence({ article, parts, text }: AnnotationRecord): number {
  const start = parts[0]?.start ?? 0;
  const words = start + text.length - text.trimStart().length;
  for (const offset of [start, words]) {
    const [from, to] = touching(article.sentences, { start: offset, end: offset + 1 });
    if (from < to) return from;
  }
  return -1;
}
