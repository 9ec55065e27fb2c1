import { type DetailName, languageTag } from '../../domain/article-details.ts';
import { parseStatedDate } from '../../text/dates.ts';
import { type LinkedArticle, linkedArticle, linkedDate } from './json-ld.ts';
import { articleAddress } from './page-address.ts';
import { bylineOf, type PageOf } from './page-byline.ts';
import { dateIn, dateInAddress, onShownDay, shownDate } from './page-dates.ts';
import { PageHead } from './page-head.ts';
import { withoutSite } from './page-title.ts';
import { hostNames, lettersOf } from './site-names.ts';

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

function titleOf(page: PageHead, article: LinkedArticle | undefined, { site, address }: PageOf) {
  const headings = page.words('h1', 5);
  const told = page.meta('og:title') ?? article?.headline ?? page.meta('twitter:title');
  if (told) return withoutHost(withoutSite(told, site, headings), address);
  const [title] = page.words('title');
  // A page with several headings of the first level has them for other things than its title.
  const [first = ''] = headings;
  if (!title || (headings.length === 1 && isTitle(first, title, address))) return headings[0];
  return withoutSite(title, site, headings, true);
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
