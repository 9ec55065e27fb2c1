import { type DetailName, languageTag } from '../../domain/article-details.ts';
import { parseNewsDate } from '../../text/dates.ts';
import { foldLine } from '../reading/page/visible-words.ts';
import { type LinkedArticle, linkedArticle } from './json-ld.ts';
import { articleAddress } from './page-address.ts';
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
  return stated({
    title: titleOf(page, article, publication),
    byline: bylineOf(page, article, publication),
    publication,
    published: publishedOf(page, article),
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
  readonly #document: Document;
  readonly #meta = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
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
    const found = [...this.#document.querySelectorAll(selector)].slice(0, most);
    return [...new Set(found.map((element) => foldLine(element.textContent ?? '')).filter(Boolean))];
  }

  attribute(selector: string, name: string): string | undefined {
    return this.#document.querySelector(selector)?.getAttribute(name) ?? undefined;
  }

  addresses(): string[] {
    const canonical = this.attribute('link[rel~="canonical"][href]', 'href');
    return [canonical, this.meta('og:url')].filter((each) => each !== undefined);
  }
}

function titleOf(page: PageHead, article: LinkedArticle | undefined, site: string | undefined) {
  const headings = page.words('h1', 5);
  const told = page.meta('og:title') ?? article?.headline ?? page.meta('twitter:title');
  if (told) return withoutSite(told, site, headings);
  const [title] = page.words('title');
  // A page with several headings of the first level has them for other things than its title.
  if (headings.length === 1 || !title) return headings[0];
  return withoutSite(title, site, headings, true);
}

const BY = /^(?:(?:written|story|reported|words|text)\s+)?by\b:?\s+|^author:\s+/i;

function bylineOf(page: PageHead, article: LinkedArticle | undefined, site: string | undefined) {
  const choices = [
    article?.authors ?? [],
    [page.meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl') ?? ''],
    page.words('[rel~="author"], [itemprop~="author"] [itemprop~="name"]', 10),
    page.words('[itemprop~="author"]'),
  ];
  const names = choices.map((each) => each.map(withoutBy).filter((name) => isName(name, site)));
  const found = names.find((each) => each.length > 0);
  return found && [...new Set(found)].join(', ');
}

/** A byline’s names, without the "By" before them. */
export function withoutBy(line: string): string {
  return foldLine(line).replace(BY, '');
}

const MAX_NAME_LENGTH = 200;

/** Some sites tell the address of a profile, or themselves, for the author. */
function isName(name: string, site: string | undefined): boolean {
  const isSite = site !== undefined && name.toLowerCase() === site.toLowerCase();
  return name !== '' && name.length <= MAX_NAME_LENGTH && !isSite && !/^(?:https?:|www\.|@)/i.test(name);
}

function publishedOf(page: PageHead, article: LinkedArticle | undefined): string | undefined {
  const dates = [
    article?.published,
    page.meta('article:published_time', 'og:article:published_time', 'datepublished'),
    page.attribute('[itemprop~="datePublished"][datetime]', 'datetime'),
    page.meta(
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'dc.date',
      'dcterms.date',
      'date',
    ),
    page.attribute('time[pubdate][datetime]', 'datetime'),
    page.attribute('article time[datetime], main time[datetime], header time[datetime]', 'datetime'),
    page.attribute('time[datetime]', 'datetime'),
  ];
  return dates.map((date) => date && parseNewsDate(date)).find((date) => date !== undefined);
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
