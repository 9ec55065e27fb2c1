import { parseStatedDate } from './dates.ts';

/** What the head of an article tells about it; a field is absent where the text does not tell. */
export interface FrontMatter {
  readonly title?: string;
  readonly byline?: string;
  readonly publication?: string;
  /** ISO 8601 year, month, date, or date and time. */
  readonly published?: string;
  readonly url?: string;
  /** A language tag as it stands there, such as `en` or `pt-BR`. */
  readonly language?: string;
}

type FrontMatterField = keyof FrontMatter;

/** The keys under which each field stands, in lower case. */
const KEYS: readonly (readonly [FrontMatterField, readonly string[]])[] = [
  ['title', ['title', 'headline']],
  ['byline', ['by', 'byline', 'author', 'authors']],
  ['publication', ['publication', 'publisher', 'newspaper', 'outlet', 'site', 'source']],
  ['published', ['date', 'published', 'published on', 'pubdate']],
  ['url', ['url', 'link', 'permalink', 'canonical_url']],
  ['language', ['lang', 'language']],
];

/** A code of two or three letters, perhaps with script and region (RFC 5646). */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

/** The field that `key: value` gives; undefined where the key is not ours or the value does not fit. */
export function readField(key: string, value: string): FrontMatter | undefined {
  const [field] = KEYS.find(([, keys]) => keys.includes(key.trim().toLowerCase())) ?? [];
  if (!field || value === '') return undefined;
  if (isAddress(value)) return { url: value };
  if (field === 'url') return undefined;
  if (field === 'language') return LANGUAGE_TAG.test(value) ? { language: value } : undefined;
  if (field !== 'published') return { [field]: value };
  const published = parseStatedDate(value);
  return published === undefined ? undefined : { published };
}

/** Whether a text is a web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}
