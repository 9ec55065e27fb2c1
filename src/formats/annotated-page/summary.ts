import type { ArticleRecords } from '../../domain/record.ts';
import { byTag, countTags, TAG_FACTS, TAGS, type TagCounts } from '../../domain/tag.ts';
import type { ExportSource } from '../record.ts';
import { articleName, titleOf } from './article-section.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * The table at the top: a row an article with its counts, and the sums. It reads the source once by itself.
 */
export async function* summaryTable(source: ExportSource): AsyncGenerator<string> {
  const names = TAGS.map((tag) => `<th scope="col">${TAG_FACTS[tag].plural}</th>`).join('');
  const sums = byTag(() => 0);
  let place = 0;
  yield '<section aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n<table>\n';
  yield `<thead><tr><th scope="col">Article</th>${names}</tr></thead>\n<tbody>\n`;
  for await (const records of source.articles()) {
    const counts = countTags(records.annotations);
    for (const tag of TAGS) sums[tag] += counts[tag];
    yield row(records, counts, ++place);
  }
  const total = place === 1 ? '1 article' : `${place} articles`;
  yield `</tbody>\n<tfoot><tr><th scope="row">${total}</th>${cells(sums)}</tr></tfoot>\n</table>\n</section>\n`;
}

function row({ article }: ArticleRecords, counts: TagCounts, place: number): string {
  const { publication, published } = article;
  const beside = [publication, published].filter((detail) => detail !== null && detail !== '').join(', ');
  const link = `<a href="#${articleName(place)}" dir="auto">${escapeHtml(titleOf(article))}</a>`;
  const source = beside === '' ? '' : ` <span dir="auto">${escapeHtml(beside)}</span>`;
  return `<tr><th scope="row">${link}${source}</th>${cells(counts)}</tr>\n`;
}

function cells(counts: TagCounts): string {
  return TAGS.map((tag) => `<td>${counts[tag]}</td>`).join('');
}
