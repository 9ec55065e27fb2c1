const PARTED = /^(.+)\s+(?:[|–—»·•›⋆]|::?|-)\s+([^|–—»·•›⋆]+)$/u;
const SITE_WORDS = 4;
/** A longer title is none, and the patterns here are not tried on it. */
const MAX_LENGTH = 500;

/**
 * A page’s title without the name of the site behind or before it: `Quay floods | The Quay Herald`. Where the
 * name of the site is not known, the title is cut to the longest heading of the page that it holds; `guess`
 * also cuts a short last part.
 */
export function withoutSite(
  title: string,
  site: string | undefined,
  headings: readonly string[] = [],
  guess = false,
): string {
  if (title.length > MAX_LENGTH) return title;
  const named = site === undefined ? title : withoutName(title, site);
  if (named !== title) return named;
  const apart = headings.filter((heading) => heading.length < title.length && holdsApart(title, heading));
  const [longest] = apart.toSorted((a, b) => b.length - a.length);
  if (longest) return longest;
  const [, words = '', last = ''] = (guess && PARTED.exec(title)) || [];
  return wordCount(last) <= SITE_WORDS && wordCount(words) >= 3 ? words : title;
}

function withoutName(title: string, site: string): string {
  const [lower, name] = [title.toLowerCase(), site.toLowerCase()];
  // Lower case may be of another length (İ), and then nothing can be cut by it.
  if (lower.length !== title.length || title.length <= site.length) return title;
  if (lower.endsWith(name)) {
    const rest = /^(.*\S)\s*(?:[|–—»·•›⋆-]|::?)\s*$/u.exec(title.slice(0, -site.length));
    if (rest?.[1]) return rest[1];
  }
  const rest = lower.startsWith(name) && /^\s*(?:[|–—»·•›⋆-]|::?)\s+(\S.*)$/u.exec(title.slice(site.length));
  return rest ? (rest[1] ?? title) : title;
}

/** Whether the title is the heading, and something behind or before a mark. */
function holdsApart(title: string, heading: string): boolean {
  const [whole, part] = [title.toLowerCase(), heading.toLowerCase()];
  if (whole.startsWith(part)) return /^\s*[|–—»·•›⋆:-]/u.test(whole.slice(part.length));
  return whole.endsWith(part) && /[|–—»·•›⋆:-]\s*$/u.test(whole.slice(0, -part.length));
}

function wordCount(words: string): number {
  return words.split(/\s+/).filter(Boolean).length;
}
