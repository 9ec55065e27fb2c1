import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ArticleRecords } from '../../domain/record.ts';
import { BUILT_IN_TAGS, isBuiltIn, severalOf, type Tag } from '../../domain/tag.ts';
import type { CsvColumn } from '../writing/cell-run.ts';

type ArticleColumn = CsvColumn<ArticleRecords>;

const ALWAYS: readonly ArticleColumn[] = [
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
  ...BUILT_IN_TAGS.map((tag) => ({ name: severalOf(tag).replaceAll(' ', '_'), cell: counterOf(tag) })),
  // A column `labels` is what other programs call annotations.
  { name: 'article_labels', cell: ({ article }) => article.labels },
];

/** What the name of a column begins with that counts a tag of the project's own. */
export const OWN_TAG = 'tag_';

/**
 * All columns of `articles.csv` in a project with this codebook, in the header's order: those of all projects first, so
 * that they stand where they always did.
 */
export function articleColumns({ tags }: Codebook): readonly ArticleColumn[] {
  const own = tags.filter(({ key }) => !isBuiltIn(key));
  return [...ALWAYS, ...own.map(({ key }) => ({ name: `${OWN_TAG}${key}`, cell: counterOf(key) }))];
}

function counterOf(tag: Tag): ArticleColumn['cell'] {
  return ({ annotations }) => annotations.filter((annotation) => annotation.tag === tag).length;
}
