import type { Structure } from '../text/blocks.ts';
import type { AnnotationContent } from './annotation.ts';
import type { ArticleDetails } from './article.ts';

/** An exported article. All its records share one object, so work on the text is done once. */
export interface ExportArticle extends ArticleDetails, Structure {
  /** A UUID. */
  readonly id: string;
  readonly text: string;
  /** SHA-256 of the text as UTF-8, hexadecimal. */
  readonly textHash: string;
}

/** An exported annotation, as every format receives it: UTF-16 offsets, nothing that can be derived. */
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

/** An article with its annotations in text order. */
export interface ArticleRecords {
  readonly article: ExportArticle;
  readonly annotations: readonly AnnotationRecord[];
}
