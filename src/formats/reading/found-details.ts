import { ARTICLE_DETAILS, type DetailName } from '../../domain/article-details.ts';

/** The keys under which files give a detail, the surest first. */
const KEYS: Readonly<Record<DetailName, readonly string[]>> = {
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors'],
  publication: ['publication', 'publisher', 'newspaper', 'source'],
  published: ['published', 'date', 'pub_date', 'published_at', 'publish_date'],
  url: ['url', 'link', 'source_url', 'source'],
  language: ['language', 'lang'],
  labels: ['article_labels'],
};

/** What is said of an article. */
export type FoundDetails = Partial<Record<DetailName, string>>;

/**
 * The details among the fields of `sources`, as typed; the first source that has one gives it. Only texts
 * count, and `source` is an address where it looks like one, else the publication. What is no object has
 * none.
 */
export function foundDetails(...sources: readonly unknown[]): FoundDetails {
  const details: FoundDetails = {};
  for (const { name } of ARTICLE_DETAILS) {
    const found = sources.map((source) => detailIn(source, name)).find((detail) => detail !== undefined);
    if (found !== undefined) details[name] = found;
  }
  return details;
}

function detailIn(source: unknown, name: DetailName): string | undefined {
  const fields = new Map(Object.entries(typeof source === 'object' && source !== null ? source : {}));
  for (const key of KEYS[name]) {
    const value = fields.get(key);
    if (typeof value === 'string' && value.trim() !== '' && fits(name, key, value)) return value;
  }
  return undefined;
}

function fits(name: DetailName, key: string, value: string): boolean {
  return key !== 'source' || (name === 'url') === /^https?:\/\//i.test(value.trim());
}
