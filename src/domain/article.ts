import type { Structure } from '../text/blocks.ts';
import type { TagCounts } from './tag.ts';

/** Most UTF-16 code units in one article; the setting `MAX_ARTICLE_LENGTH` may lower it. */
export const MAX_ARTICLE_LENGTH = 2_000_000;

/** What is known of an article beside its text. `published` is an ISO 8601 year, month, date, or date and time. */
export interface ArticleDetails {
  readonly title: string;
  readonly byline: string | null;
  readonly publication: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47, such as `en` or `pt-BR`. */
  readonly language: string | null;
  /** The project's own words to sort it by, as `joinLabels` writes them. */
  readonly labels: string | null;
}

/** The details alone, of anything that has them. */
export function detailsOf(described: ArticleDetails): ArticleDetails {
  // History from before there were labels does not say that there were none.
  const { title, byline, publication, published, url, language, labels = null } = described;
  return { title, byline, publication, published, url, language, labels };
}

/** How much of an article is done in one coding. `coded`: sentences annotated or marked "nothing here". */
export interface Counts {
  readonly sentences: number;
  readonly coded: number;
  /** Annotations of each tag. */
  readonly tags: TagCounts;
}

/** One immutable text with its metadata, without the text itself. */
export interface Article extends ArticleDetails {
  readonly id: string;
  readonly projectId: string;
  readonly length: number;
  readonly sentenceCount: number;
  readonly version: number;
  readonly createdAt: Date;
  /** When its details changed last. */
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

/** The text of an article with its structure. It never changes, so it may be cached forever. */
export interface ArticleText extends Structure {
  readonly articleId: string;
  readonly text: string;
}
