import { ARTICLE_DETAILS, type DetailName } from '../../domain/article-details.ts';

/** The keys under which files give a detail, the surest first. */
const KEYS: Readonly<Record<DetailName, readonly string[]>> = {
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors', 'creator'],
  publication: ['publication', 'publisher', 'newspaper', 'source'],
  published: ['published', 'date', 'pub_date', 'published_at', 'publish_date', 'datepublished'],
  url: ['url', 'link', 'source_url', 'source'],
  language: ['language', 'lang', 'inlanguage'],
  labels: ['article_labels'],
};

/** What is said of an article. */
export type FoundDetails = Partial<Record<DetailName, string>>;

/**
 * The details among the fields of `sources`, as typed; the first source that has one gives it. Texts count, and for
 * authors lists of them or of objects with names; `source` is an address where it looks like one, else the
 * publication. What is no object has none.
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
  if (!isObject(source)) return undefined;
  for (const key of KEYS[name]) {
    if (!Object.hasOwn(source, key)) continue;
    const isName = name === 'byline' || name === 'publication';
    const value = isName ? namesIn(source[key]) : source[key];
    if (typeof value === 'string' && value.trim() !== '' && fits(name, key, value)) return value;
  }
  return undefined;
}

function isObject(source: unknown): source is Readonly<Record<string, unknown>> {
  return typeof source === 'object' && source !== null;
}

/** Who wrote it: a text, an object with a name, or a list of these. */
function namesIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const names = [value].flat().slice(0, MAX_AUTHORS).flatMap(nameOf);
  return names.length > 0 ? names.join(', ') : undefined;
}

function nameOf(author: unknown): string[] {
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
  return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
}

const MAX_AUTHORS = 50;

function fits(name: DetailName, key: string, value: string): boolean {
  return key !== 'source' || (name === 'url') === /^https?:\/\//i.test(value.trim());
}
