import type { Span } from '../text/span.ts';

/** What a format needs of an article. One object is shared by all records of the article, so that work on its text is done once. */
export interface ExportArticle {
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publication: string | null;
  /** ISO 8601 date, or date and time, as far as the source tells. */
  readonly published: string | null;
  readonly text: string;
  /** Flat: start, end, start, end, … of the sentences in text order, UTF-16 code units. */
  readonly sentences: readonly number[];
}

/** One annotation on its way out, as every format receives it: UTF-16 offsets only, nothing that a format can derive. */
export interface AnnotationRecord {
  readonly id: string;
  /** The project's slug. */
  readonly project: string;
  readonly article: ExportArticle;
  /** The annotator's name. */
  readonly annotator: string;
  readonly tag: string;
  /** In text order, not overlapping, at least one. */
  readonly parts: readonly Span[];
  /** The exact words of the parts, joined by ` […] `. */
  readonly text: string;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly quoteType: string | null;
  /** Finite. */
  readonly value: number | null;
  /** Finite. */
  readonly valueMax: number | null;
  readonly comparator: string | null;
  readonly unit: string | null;
  readonly subject: string | null;
  readonly checkWorthiness: string | null;
  readonly confidence: string | null;
  readonly note: string | null;
  readonly origin: string;
  /** ISO 8601, UTC, with milliseconds: what `Date.toISOString` gives. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Records in the order in which they are written, a batch at a time. A writer that stops early closes its source. */
export type RecordBatches =
  | Iterable<readonly AnnotationRecord[]>
  | AsyncIterable<readonly AnnotationRecord[]>;
