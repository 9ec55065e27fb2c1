import type { AnnotationRecord, ExportArticle } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import { startingSentence } from '../writing/starting-sentence.ts';

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
      sentence: startingSentence(record),
      codePoints,
    };
  };
}
