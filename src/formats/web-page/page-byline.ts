import { cleanByline, isFullNames } from '../../text/clean-byline.ts';
import { decodeAllEntities } from '../reading/page/entities.ts';
import type { LinkedArticle } from './json-ld.ts';
import { markedAuthors, writtenAuthors } from './page-authors.ts';
import type { PageHead } from './page-head.ts';
import { isPersonsName, isSite } from './site-names.ts';

/** What a page is a page of. */
export interface PageOf {
  readonly site: string | undefined;
  readonly address: string | undefined;
}

/** Who wrote the article, as its page tells: people before houses, marked names before written ones. */
export function bylineOf(
  page: PageHead,
  article: LinkedArticle | undefined,
  { site, address }: PageOf,
): string | undefined {
  const isTaken = (name: string) => !isSite(name, site, address);
  const cleaned = (names: readonly string[]) =>
    names
      .flatMap((name) => cleanByline(decodeAllEntities(name)) ?? [])
      .map((name) => withoutHouse(name, isTaken))
      .filter(isTaken);
  // Somebody's own site often bears their name; so do houses, which is why others are asked first.
  const people = (names: readonly string[]) =>
    names.flatMap((name) => cleanByline(decodeAllEntities(name)) ?? []).filter(isPersonsName);
  const told = page.meta(
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
  );
  const head = cleaned(told ? [told] : []);
  const choices = [
    () => cleaned(page.contents('meta[name="citation_author"]')),
    () => cleaned(article?.authors ?? []),
    () => head.filter(isFullNames),
    () => markedAuthors(page.document, isTaken),
    () => cleaned([writtenAuthors(page.document) ?? '']),
    () => head,
    () => cleaned(article?.houses ?? []),
    () => people([...(article?.authors ?? []), ...(told ? [told] : [])]),
    () => markedAuthors(page.document, isPersonsName, true),
  ];
  for (const choice of choices) {
    const names = [...new Set(choice())];
    if (names.length > 0) return names.join(', ');
  }
  return undefined;
}

/** Without the site behind a person: "Rob Roe, The Quay Herald". */
function withoutHouse(names: string, isTaken: (name: string) => boolean): string {
  const parts = names.split(/,\s+/);
  const people = parts.filter(isTaken);
  return people.length === 0 ? names : people.join(', ');
}
