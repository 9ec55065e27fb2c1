import type { ArticleRecords } from '../../domain/record.ts';
import { severalOf, TAGS, type Tag } from '../../domain/tag.ts';
import type { CsvColumn } from '../writing/cell-run.ts';

type ArticleColumn = CsvColumn<ArticleRecords>;

/** All columns of `articles.csv`, in the header's order. */
export const articleColumns: readonly ArticleColumn[] = [
  { name: 'id', cell: ({ article }) => article.id },
  { name: 'title', cell: ({ article }) => article.title },
  { name: 'byline', cell: ({ article }) => article.byline },
  { name: 'publication', cell: ({ article }) => article.publication },
  { name: 'published', cell: ({ article }) => article.published },
  { name: 'url', cell: ({ article }) => article.url },
  { name: 'language', cell: ({ article }) => article.language },
  { name: 'text', cell: ({ article }) => article.text },
  { name: 'sha256', cell: ({ article }) => article.textHash },
  { name: 'sentences', cell: ({ article }) => article.sentences.length },
  ...TAGS.map((tag) => ({ name: severalOf(tag).replaceAll(' ', '_'), cell: counterOf(tag) })),
  // A column `labels` is what other programs call annotations.
  { name: 'article_labels', cell: ({ article }) => article.labels },
];

function counterOf(tag: Tag): ArticleColumn['cell'] {
  return ({ annotations }) => annotations.filter((annotation) => annotation.tag === tag).length;
}
