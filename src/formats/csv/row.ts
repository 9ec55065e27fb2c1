import { codePointOffsets } from '../../text/code-points.ts';
import type { AnnotationRecord } from '../record.ts';

/** A record with what its row derives from the article. Offsets are UTF-16 code units; `toCodePoint` converts them. */
export interface Row {
  readonly record: AnnotationRecord;
  /** Where the first part starts. */
  readonly start: number;
  /** Where the last part ends. */
  readonly end: number;
  /** Index of the sentence in which the annotation's words start, or -1 outside sentences. */
  readonly sentence: number;
  readonly toCodePoint: (offset: number) => number;
}

/**
 * Returns a function that makes the rows of records, one after another. The map of code points is kept while the
 * article stays the same object. Throws a RangeError for a record without parts.
 */
export function rowMaker(): (record: AnnotationRecord) => Row {
  let mapped = '';
  let toCodePoint = codePointOffsets(mapped);
  return (record) => {
    const { text, sentences } = record.article;
    if (text !== mapped) {
      mapped = text;
      toCodePoint = codePointOffsets(text);
    }
    const first = record.parts[0];
    const last = record.parts[record.parts.length - 1];
    if (first === undefined || last === undefined)
      throw new RangeError(`annotation ${record.id} has no parts`);
    const sentence = sentenceAt(sentences, first.start + leadingSpace(record.text));
    return { record, start: first.start, end: last.end, sentence, toCodePoint };
  };
}

/** Untrimmed selections may start in the space between two sentences: they belong to the one they lead into. */
function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function sentenceAt(sentences: readonly number[], offset: number): number {
  let low = 0;
  let high = sentences.length >> 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[2 * middle + 1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const start = sentences[2 * low];
  return start !== undefined && start <= offset ? low : -1;
}
