import type { Codebook } from '../domain/codebook/codebook.ts';
import type { AnnotationRecord, ArticleRecords, CodedArticle } from '../domain/record.ts';

/** Records in the order of writing, a batch at a time. A writer that stops early closes its source. */
export type RecordBatches =
  | Iterable<readonly AnnotationRecord[]>
  | AsyncIterable<readonly AnnotationRecord[]>;

/** What is to be written. Either way of reading may be asked for more than once, and reads anew each time. */
export interface ExportSource {
  readonly project: { readonly slug: string; readonly name: string };
  /** What the project's tags are called and mean. */
  readonly codebook: Codebook;
  /** The annotations in the order of articles and text. */
  annotations(): RecordBatches;
  /**
   * The same article by article, few of them in memory at once. Articles without annotations come too, unless
   * a filter asks for certain annotations only.
   */
  articles(): Iterable<ArticleRecords> | AsyncIterable<ArticleRecords>;
  /** The same with the codings of each article; articles on which only "nothing here" was said come too. */
  codedArticles(): Iterable<CodedArticle> | AsyncIterable<CodedArticle>;
}
