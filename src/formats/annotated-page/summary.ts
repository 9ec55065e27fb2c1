import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ArticleRecords } from '../../domain/record.ts';
import { addedCounts, countOf, countTags, type TagCounts } from '../../domain/tag.ts';
import type { ExportSource } from '../record.ts';
import { articleName, titleOf } from './article-section.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * The table at the top: a row an article with its counts, and the sums. It reads the source once by itself.
 */
export async function* summaryTable(source: ExportSource): AsyncGenerator<string> {
  const { tags } = source.codebook;
  const names = tags.map(({ plural }) => `<th scope="col">${escapeHtml(plural)}</th>`).join('');
  let sums: TagCounts = {};
  let place = 0;
  yield '<section aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n<table>\n';
  yield `<thead><tr><th scope="col">Article</th>${names}</tr></thead>\n<tbody>\n`;
  for await (const records of source.articles()) {
    const counts = countTags(records.annotations);
    sums = addedCounts(sums, counts);
    yield row(records, cells(counts, tags), ++place);
  }
  const total = place === 1 ? '1 article' : `${place} articles`;
  yield `</tbody>\n<tfoot><tr><th scope="row">${total}</th>${cells(sums, tags)}</tr></tfoot>\n</table>\n</section>\n`;
}

function row({ article }: ArticleRecords, counted: string, place: number): string {
  const { publication, published } = article;
  const beside = [publication, published].filter((detail) => detail !== null && detail !== '').join(', ');
  const link = `<a href="#${articleName(place)}" dir="auto">${escapeHtml(titleOf(article))}</a>`;
  const source = beside === '' ? '' : ` <span dir="auto">${escapeHtml(beside)}</span>`;
  return `<tr><th scope="row">${link}${source}</th>${counted}</tr>\n`;
}

function cells(counts: TagCounts, tags: Codebook['tags']): string {
  return tags.map(({ key }) => `<td>${countOf(counts, key)}</td>`).join('');
}
