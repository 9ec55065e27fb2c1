import { type DetailName, languageTag } from '../../domain/article-details.ts';
import { cleanByline, isFullNames } from '../../text/clean-byline.ts';
import { parseStatedDate } from '../../text/dates.ts';
import { decodeAllEntities } from '../reading/page/entities.ts';
import { foldLine } from '../reading/page/visible-words.ts';
import { type LinkedArticle, linkedArticle, linkedDate } from './json-ld.ts';
import { articleAddress } from './page-address.ts';
import { markedAuthors, writtenAuthors } from './page-authors.ts';
import { dateIn, dateInAddress, onShownDay, shownDate } from './page-dates.ts';
import { withoutSite } from './page-title.ts';

/** The details of an article, those that are known. */
export type FoundDetails = Partial<Record<DetailName, string>>;

/**
 * What a page says of its article beside the words: in JSON-LD (schema.org), in Open Graph and other
 * `<meta>`, and in its elements, in this order but for the title, where Open Graph comes first. Dates are ISO
 * 8601, as exact as the page tells. `address` is where the page was fetched from.
 */
export function pageDetails(document: Document, address?: string): FoundDetails {
  const page = new PageHead(document);
  const article = linkedArticle(document);
  const publication = page.meta('og:site_name') ?? article?.publisher ?? page.meta('application-name');
  const about = { site: publication, address: address ?? page.addresses()[0] };
  return stated({
    title: titleOf(page, article, about),
    byline: bylineOf(page, article, about),
    publication,
    published: publishedOf(page, article, [address, ...page.addresses()]),
    url: articleAddress(page.addresses(), address),
    language: languageOf(page, article),
    // Labels are the project's, not the page's.
    labels: undefined,
  });
}

/** Without the details that are not known. */
function stated(details: Readonly<Record<DetailName, string | undefined>>): FoundDetails {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries);
}

/** The `<meta>` elements and the like of one page, each read once. */
class PageHead {
  readonly document: Document;
  readonly #meta = new Map<string, string>();

  constructor(document: Document) {
    this.document = document;
    for (const element of document.querySelectorAll('meta[content]')) {
      const attributes = ['property', 'name', 'itemprop', 'http-equiv'];
      const key = attributes
        .map((each) => element.getAttribute(each))
        .find(Boolean)
        ?.trim()
        .toLowerCase();
      const content = foldLine(element.getAttribute('content') ?? '');
      if (key && content && !this.#meta.has(key)) this.#meta.set(key, content);
    }
  }

  /** The first of these that is there. */
  meta(...names: readonly string[]): string | undefined {
    return names.map((name) => this.#meta.get(name)).find((content) => content !== undefined);
  }

  /** The words of the first elements that the selector finds. */
  words(selector: string, most = 1): string[] {
    const found = [...this.document.querySelectorAll(selector)].slice(0, most);
    return [...new Set(found.map((element) => foldLine(element.textContent ?? '')).filter(Boolean))];
  }

  /** What the elements of one kind hold in `content`, of no more than thirty. */
  contents(selector: string): string[] {
    return [...this.document.querySelectorAll(selector)]
      .slice(0, 30)
      .map((element) => foldLine(element.getAttribute('content') ?? ''));
  }

  attribute(selector: string, name: string): string | undefined {
    return this.document.querySelector(selector)?.getAttribute(name) ?? undefined;
  }

  addresses(): string[] {
    const canonical = this.attribute('link[rel~="canonical"][href]', 'href');
    return [canonical, this.meta('og:url')].filter((each) => each !== undefined);
  }
}

function titleOf(
  page: PageHead,
  article: LinkedArticle | undefined,
  { site, address }: { readonly site: string | undefined; readonly address: string | undefined },
) {
  const headings = page.words('h1', 5);
  const told = page.meta('og:title') ?? article?.headline ?? page.meta('twitter:title');
  if (told) return withoutHost(withoutSite(told, site, headings), address);
  const [title] = page.words('title');
  // A page with several headings of the first level has them for other things than its title.
  const [first = ''] = headings;
  if (!title || (headings.length === 1 && isTitle(first, title, address))) return headings[0];
  return withoutSite(title, site, headings, true);
}

function bylineOf(
  page: PageHead,
  article: LinkedArticle | undefined,
  { site, address }: { readonly site: string | undefined; readonly address: string | undefined },
) {
  const isTaken = (name: string) => !isSite(name, site, address);
  const cleaned = (names: readonly string[]) =>
    names
      .flatMap((name) => cleanByline(decodeAllEntities(name)) ?? [])
      .map((name) => withoutHouse(name, isTaken))
      .filter(isTaken);
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
  ];
  for (const choice of choices) {
    const names = [...new Set(choice())];
    if (names.length > 0) return names.join(', ');
  }
  return undefined;
}

/** One or two words that are no part of the page's own title or address name a section, or the site. */
function isTitle(heading: string, title: string, address = ''): boolean {
  const [plain, ...path] = [
    heading,
    ...address
      .replace(/[?#].*$/, '')
      .split('/')
      .slice(3),
  ].map(lettersOf);
  const last = path.findLast((part) => part !== '') ?? '';
  return (
    heading.split(' ').length > 2 || lettersOf(title).includes(plain ?? '') || last.includes(plain || heading)
  );
}

/** Without the site behind a title, where its address tells that it is one: "Quay floods › quay-herald.com". */
function withoutHost(title: string, address: string | undefined): string {
  const [, words, last = ''] =
    /^(.*\S)\s+[|–—»·•›⋆-]\s+([^|–—»·•›⋆]{1,60})$/u.exec(title.slice(0, 500)) ?? [];
  return words && title.length <= 500 && hostNames(address).includes(lettersOf(last)) ? words : title;
}

/** Without the site behind a person: "Rob Roe, The Quay Herald". */
function withoutHouse(names: string, isTaken: (name: string) => boolean): string {
  const parts = names.split(/,\s+/);
  const people = parts.filter(isTaken);
  return people.length === 0 ? names : people.join(', ');
}

/** What sites add to their own name where they tell it for the author's. */
const OFFICE =
  /(?:[\s-]+(?:online|redaktion|redaktionsteam|team|staff|editorial team|rédaction|redacción|redazione|redactie|e\.\s?v\.|gmbh|ag))+$/iu;
const OFFICE_BEFORE =
  /^(?:redaktion|(?:die )?redaktion von|la rédaction de|redacción|redazione|redactie)\s+/iu;

/** Some sites tell themselves for the author. */
function isSite(name: string, site: string | undefined, address: string | undefined): boolean {
  const own = [...hostNames(address), ...siteNames(site)];
  const bare = name.replace(OFFICE, '').replace(OFFICE_BEFORE, '');
  return [name, bare].map(lettersOf).some((plain) => plain !== '' && own.includes(plain));
}

/** Many a site writes what it is beside its name: "Step by Step | The Quay Herald". */
function siteNames(site = ''): string[] {
  return [site, ...site.split(/\s+[|–—»·•›-]\s+/)].flatMap((name) => [
    lettersOf(name),
    lettersOf(name.replace(OFFICE, '')),
  ]);
}

function hostNames(address = ''): string[] {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
  return [host, host.replace(/\.[^.]+$/, '')].map(lettersOf);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function publishedOf(
  page: PageHead,
  article: LinkedArticle | undefined,
  addresses: readonly (string | undefined)[],
): string | undefined {
  const dates = [
    article?.published,
    page.meta('article:published_time', 'og:article:published_time', 'datepublished'),
    page.attribute('[itemprop~="datePublished"][datetime]', 'datetime'),
    linkedDate(page.document),
    page.meta(
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publication_date',
      'citation_publication_date',
      'dc.date',
      'dc.date.issued',
      'dcterms.date',
      'dcterms.created',
      'date',
    ),
    page.attribute('time[pubdate][datetime]', 'datetime'),
    page.attribute('article time[datetime], main time[datetime], header time[datetime]', 'datetime'),
    page.attribute('time[datetime]', 'datetime'),
  ];
  const told = dates.map((date) => date && dateIn(date)).find((date) => date !== undefined);
  const inAddress = addresses.map(dateInAddress).find((date) => date !== undefined);
  if (told && !/(?:Z|[+-]00:?00)$/.test(told)) return told;
  const shown = shownDate(page.document);
  if (told) return onShownDay(told, [inAddress, shown]);
  return inAddress ?? shown ?? dates.map((date) => date && parseStatedDate(date)).find(Boolean);
}

function languageOf(page: PageHead, article: LinkedArticle | undefined): string | undefined {
  const told = [
    page.attribute('html[lang]', 'lang'),
    page.attribute('html', 'xml:lang'),
    article?.language,
    page.meta('og:locale'),
    page.meta('content-language', 'language', 'dc.language'),
  ];
  return told.map((each) => each?.trim().replaceAll('_', '-')).find((each) => each && languageTag(each));
}
