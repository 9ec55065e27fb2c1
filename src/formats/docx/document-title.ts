import { DOMParser } from '@xmldom/xmldom';
import type { FoundArticle } from '../article-file.ts';
import { foldLine } from '../reading/page/visible-words.ts';

const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
/** In UTF-16 code units from the beginning of the words. */
const TOP = 1000;

/**
 * What a document’s core properties (`docProps/core.xml`) say of its article: the language, and the title where the
 * words begin with it too. Word fills in the author and the dates of the file by itself, and titles stay from the
 * document that was copied, so nothing else is believed.
 */
export function detailsFromProperties(core: string | undefined, text: string): FoundArticle['details'] {
  const [title, language] = core === undefined ? [] : namesIn(core, ['title', 'language']);
  const isAtTop = title && foldLine(text.slice(0, TOP)).toLowerCase().includes(title.toLowerCase());
  return { ...(isAtTop ? { title } : {}), ...(language ? { language } : {}) };
}

function namesIn(core: string, names: readonly string[]): string[] {
  // Problems in the properties are no reason to refuse the words.
  const parser = new DOMParser({ errorHandler: () => undefined });
  const document = parser.parseFromString(core, 'text/xml');
  return names.map((name) => {
    const [element] = Array.from(document?.getElementsByTagNameNS(DUBLIN_CORE, name) ?? []);
    return foldLine(element?.textContent ?? '');
  });
}
