import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ArticleRecords, ExportArticle } from '../../domain/record.ts';
import { countTags, type Tag } from '../../domain/tag.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { sayCounts } from '../writing/tag-words.ts';
import { piecesBySpeaker } from './by-speaker.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Located, listItem, locate } from './located.ts';
import { tablePieces } from './table.ts';

/**
 * Writes a report in Markdown, in chunks of about 64 KB, one article in memory at a time: for each article
 * its claims, its quotes by speaker, and a table of its statistics.
 */
export function writeMarkdown(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(reportPieces(source));
}

async function* reportPieces(source: ExportSource): AsyncGenerator<string> {
  yield `# ${escapeMarkdown(source.project.name)}\n`;
  for await (const records of source.articles()) yield* articlePieces(records, source.codebook);
}

/** How the annotations of a tag are told where a plain list does not do. */
const SECTIONS: Readonly<Partial<Record<Tag, (tagged: readonly Located[], tag: Tag) => Generator<string>>>> =
  {
    quote: piecesBySpeaker,
    statistic: tablePieces,
  };

function* articlePieces({ article, annotations }: ArticleRecords, codebook: Codebook): Generator<string> {
  const located = annotations.map(locate);
  yield `\n## ${escapeMarkdown(article.title) || 'Untitled'}\n\n`;
  yield detailsOf(article);
  yield `${sayCounts(countTags(annotations), codebook) || 'no annotations'}\n`;
  for (const { key, plural } of codebook.tags) {
    const tagged = located.filter(({ record }) => record.tag === key);
    if (tagged.length === 0) continue;
    yield `\n### ${escapeMarkdown(plural)}\n`;
    yield* SECTIONS[key]?.(tagged, key) ?? ['\n', ...tagged.map((each) => listItem(each))];
  }
}

function detailsOf({ byline, publication, published, url }: ExportArticle): string {
  const details = [byline, publication, published].map((detail) => escapeMarkdown(detail ?? ''));
  const line = [...details, addressOf(url)].filter((detail) => detail !== '').join(' · ');
  return line === '' ? '' : `${line}\n\n`;
}

/** Only these may become links: `javascript:` and its like would run. */
function addressOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return escapeMarkdown(url ?? '');
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) ? `<${href}>` : escapeMarkdown(url);
}
