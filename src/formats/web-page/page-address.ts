/** Words for a machine’s or a reader’s kind of page in front of the same site’s name. */
const VARIANT = /^(?:www\d?|m|mobile|amp|edition)\./;

/**
 * The address by which an article is known: the page’s canonical link or `og:url`, else the address it was
 * fetched from, without what stands behind `#`. Undefined where the page tells none and was not fetched.
 *
 * Anybody can write any address into a page. Only http and https are taken, without user name and password;
 * and where `address` is known, only an address of the same site, that is no front page where the page
 * fetched was none.
 */
export function articleAddress(told: readonly string[], address: string | undefined): string | undefined {
  const fetched = address === undefined ? undefined : webAddress(address, undefined);
  const found = told
    .map((each) => webAddress(each, fetched?.href))
    .find((each) => each && (!fetched || isOfSamePage(each, fetched)));
  return (found ?? fetched)?.href;
}

function webAddress(written: string, base: string | undefined): URL | undefined {
  if (!URL.canParse(written.trim(), base)) return undefined;
  const url = new URL(written.trim(), base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
}

function isOfSamePage(told: URL, fetched: URL): boolean {
  const [a, b] = [told, fetched].map((url) => url.hostname.replace(VARIANT, ''));
  const isSameSite = a === b || `${a}`.endsWith(`.${b}`) || `${b}`.endsWith(`.${a}`);
  return isSameSite && (told.pathname !== '/' || fetched.pathname === '/');
}
