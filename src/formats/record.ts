import type { AnnotationContent } from '../domain/annotation.ts';
import type { ArticleDetails } from '../domain/article.ts';
import type { Span } from '../text/span.ts';

/** What a format needs of an article. One object is shared by all records of the article, so that work on its text is done once. */
export interface ExportArticle extends ArticleDetails {
  readonly id: string;
  readonly text: string;
  /** In text order. */
  readonly sentences: readonly Span[];
}

/** One annotation on its way out, as every format receives it: UTF-16 offsets only, nothing that a format can derive. */
export interface AnnotationRecord extends AnnotationContent {
  readonly id: string;
  /** The project's slug. */
  readonly project: string;
  readonly article: ExportArticle;
  /** The annotator's name. */
  readonly annotator: string;
  /** ISO 8601, UTC, as `Date.toISOString` gives it. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Records in the order in which they are written, a batch at a time. A writer that stops early closes its source. */
export type RecordBatches =
  | Iterable<readonly AnnotationRecord[]>
  | AsyncIterable<readonly AnnotationRecord[]>;
