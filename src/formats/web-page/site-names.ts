import { isFullNames } from '../../text/clean-byline.ts';
import { isPublicationName } from '../../text/publication-names.ts';

/** What sites add to their own name where they tell it for the author's. */
const OFFICE =
  /(?:[\s-]+(?:online|redaktion|redaktionsteam|team|staff|editorial team|rédaction|redacción|redazione|redactie|e\.\s?v\.|gmbh|ag))+$/iu;
const OFFICE_BEFORE =
  /^(?:redaktion|(?:die )?redaktion von|la rédaction de|redacción|redazione|redactie)\s+/iu;

/** Whether a name is the site's own, by what the page calls it or by its address: some tell themselves for the author. */
export function isSite(name: string, site: string | undefined, address: string | undefined): boolean {
  const own = [...hostNames(address), ...siteNames(site)];
  const bare = name.replace(OFFICE, '').replace(OFFICE_BEFORE, '');
  return [name, bare].map(lettersOf).some((plain) => plain !== '' && own.includes(plain));
}

/** What houses are called, and nobody. */
const HOUSE_WORD =
  /(?<!\p{L})(?:the|die|der|das|le|la|les|el|los|redaktion|redaktionsteam|redacción|rédaction|redazione|redactie|team|staff|office|presse|pressestelle|zeitung|zeitschrift|magazin|radio|tv|today|club|bund|verband|verein|stiftung|foundation|institute?|university|universität|museum|society|company|energy|energie|shop)(?!\p{L})/iu;

/** Whether names are those of people, as far as their words tell: somebody's own site often bears their full name. */
export function isPersonsName(names: string): boolean {
  return isFullNames(names) && !isPublicationName(names) && !HOUSE_WORD.test(names);
}

/** Many a site writes what it is beside its name: "Step by Step | The Quay Herald". */
function siteNames(site = ''): string[] {
  return [site, ...site.split(/\s+[|–—»·•›-]\s+/)].flatMap((name) => [
    lettersOf(name),
    lettersOf(name.replace(OFFICE, '')),
  ]);
}

/** The name of a page's host, with its ending and without, as `lettersOf` gives them. */
export function hostNames(address = ''): string[] {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
  return [host, host.replace(/\.[^.]+$/, '')].map(lettersOf);
}

/** The letters and digits of a name, in lower case: names are compared by these. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
