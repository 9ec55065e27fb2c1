import { type Codebook, tagIn } from '../../domain/codebook/codebook.ts';
import type { ArticleRecords, ExportArticle } from '../../domain/record.ts';
import { countTags } from '../../domain/tag.ts';
import { sayCounts } from '../writing/tag-words.ts';
import { entryOf, type Numbered } from './entries.ts';
import { escapeHtml } from './escape-html.ts';
import { markedBlocks } from './marked-blocks.ts';

/** The id of the article that stands at this place of the page, from 1. */
export const articleName = (place: number) => `article-${place}`;

/** A title to show, also where an article has none. */
export const titleOf = ({ title }: ExportArticle) => (title.trim() === '' ? 'Untitled' : title);

/** One article with its words, marked, and the list of its annotations beside them. */
export function* articleSection(
  records: ArticleRecords,
  codebook: Codebook,
  place: number,
): Generator<string> {
  const { article, annotations } = records;
  const numbered = annotations.map(
    (record, index): Numbered => ({
      record,
      tag: tagIn(codebook, record.tag),
      number: index + 1,
    }),
  );
  const lang = langAttribute(article);
  yield `<article id="${articleName(place)}" aria-labelledby="${articleName(place)}-title">\n`;
  yield heading(records, sayCounts(countTags(annotations), codebook), place, lang);
  yield `<div class="columns">\n<div class="words"${lang}>\n`;
  yield* markedBlocks(article, numbered);
  yield '</div>\n';
  yield* entryList(numbered, lang);
  yield '</div>\n</article>\n';
}

function heading({ article }: ArticleRecords, counts: string, place: number, lang: string): string {
  const { byline, publication, published, url } = article;
  const details = [byline, publication, published]
    .filter((detail) => detail !== null && detail !== '')
    .map((detail) => `<span dir="auto">${escapeHtml(detail ?? '')}</span>`);
  const line = [...details, ...(url ? [addressOf(url)] : [])].join(' · ');
  return [
    `<header><h2 id="${articleName(place)}-title" dir="auto"${lang}>${escapeHtml(titleOf(article))}</h2>\n`,
    line === '' ? '' : `<p>${line}</p>\n`,
    `<p>${escapeHtml(counts) || 'No annotations'}</p></header>\n`,
  ].join('');
}

/** Only these may become links: `javascript:` and its like would run. */
function addressOf(url: string): string {
  const shown = escapeHtml(url);
  if (!/^https?:\/\//i.test(url)) return `<span dir="auto">${shown}</span>`;
  return `<a href="${shown}" rel="noreferrer" dir="ltr">${shown}</a>`;
}

function* entryList(numbered: readonly Numbered[], lang: string): Generator<string> {
  if (numbered.length === 0) return;
  yield '<div class="entries">\n<h3>Annotations</h3>\n<ol>\n';
  for (const each of numbered) yield entryOf(each, lang);
  yield '</ol>\n</div>\n';
}

/** Empty where the article's language is not known, so that nothing wrong is said. */
function langAttribute({ language }: ExportArticle): string {
  return language === null || language === '' ? ' lang=""' : ` lang="${escapeHtml(language)}"`;
}
