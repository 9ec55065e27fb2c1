import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import type { AnnotationRecord, ExportArticle } from '../record.ts';

/** A record with what its row derives from the article. Offsets are UTF-16 code units; `codePoints` converts them. */
export interface Row {
  readonly record: AnnotationRecord;
  /** Where the first part starts. */
  readonly start: number;
  /** Where the last part ends. */
  readonly end: number;
  /** Index of the sentence in which the annotation starts, or -1 outside sentences. */
  readonly sentence: number;
  readonly codePoints: CodePoints;
}

/**
 * Returns a function that makes the rows of records, one after another. The map of code points is kept while the
 * article stays the same object. Throws a RangeError for a record without parts.
 */
export function rowMaker(): (record: AnnotationRecord) => Row {
  let mapped: ExportArticle | undefined;
  let codePoints = new CodePoints('');
  return (record) => {
    const { article, parts } = record;
    if (article !== mapped) {
      mapped = article;
      codePoints = new CodePoints(article.text);
    }
    const first = parts[0];
    const last = parts[parts.length - 1];
    if (first === undefined || last === undefined)
      throw new RangeError(`annotation ${record.id} has no parts`);
    return {
      record,
      start: first.start,
      end: last.end,
      sentence: startingSentence(record, first.start),
      codePoints,
    };
  };
}

/** An untrimmed selection that starts in the space between two sentences belongs to the one it leads into. */
function startingSentence({ article, text }: AnnotationRecord, start: number): number {
  const sentence = sentenceAt(article.sentences, start);
  if (sentence >= 0) return sentence;
  return sentenceAt(article.sentences, start + text.length - text.trimStart().length);
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= offset ? low : -1;
}
