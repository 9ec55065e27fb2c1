import { decodeAllEntities } from '../reading/page/entities.ts';
import type { PageBlock } from '../reading/page/page-block.ts';
import { pageBlocks } from '../reading/page/page-blocks.ts';
import { parsePage } from '../reading/page/parse-page.ts';
import { foldLine, isVisible } from '../reading/page/visible-words.ts';
import { linkedArticle } from './json-ld.ts';

/** In UTF-16 code units: less is the beginning of an article, or its summary. */
const MIN_LENGTH = 80;
const TAGS = /<(?:p|div|br|h[1-6]|ul|ol|blockquote)\b/i;

/**
 * The words of an article as a page tells them in JSON-LD, for pages that are drawn by scripts. None where it tells
 * none, or says that only subscribers may read them.
 */
export function linkedBlocks(document: Document): readonly PageBlock[] {
  const { body = '', isFree = true } = linkedArticle(document) ?? {};
  if (!isFree || body.length < MIN_LENGTH) return [];
  const decoded = decodeAllEntities(body);
  if (TAGS.test(decoded)) return pageBlocks(parsePage(decoded).body);
  return decoded
    .split(/\s*\n\s*/)
    .map(foldLine)
    .filter(isVisible)
    .map((line) => ({ kind: 'paragraph', lines: [line] }));
}
