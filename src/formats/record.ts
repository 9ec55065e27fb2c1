import type { AnnotationContent } from '../domain/annotation.ts';
import type { ArticleDetails } from '../domain/article.ts';
import type { Structure } from '../text/blocks.ts';

/**
 * What a format needs of an article. One object is shared by all records of the article, so that work on its
 * text is done once.
 */
export interface ExportArticle extends ArticleDetails, Structure {
  /** A UUID. */
  readonly id: string;
  readonly text: string;
  /** SHA-256 of the text as UTF-8, hexadecimal. */
  readonly textHash: string;
}

/** One annotation on its way out, as every format gets it: UTF-16 offsets, nothing that can be derived. */
export interface AnnotationRecord extends AnnotationContent {
  /** A UUID. */
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

/** Records in the order of writing, a batch at a time. A writer that stops early closes its source. */
export type RecordBatches =
  | Iterable<readonly AnnotationRecord[]>
  | AsyncIterable<readonly AnnotationRecord[]>;

/** An article with its annotations in text order. */
export interface ArticleRecords {
  readonly article: ExportArticle;
  readonly annotations: readonly AnnotationRecord[];
}

/** What is to be written. Either way of reading may be asked for more than once, and reads anew each time. */
export interface ExportSource {
  readonly project: { readonly slug: string; readonly name: string };
  /** The annotations in the order of articles and text. */
  annotations(): RecordBatches;
  /**
   * The same article by article, few of them in memory at once. Articles without annotations come too, unless
   * a filter asks for certain annotations only.
   */
  articles(): Iterable<ArticleRecords> | AsyncIterable<ArticleRecords>;
}
