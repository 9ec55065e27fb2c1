import { ARTICLE_DETAILS } from '../../domain/article-details.ts';

/** Names under which records have their text, the surest first. */
const USUAL = 'text data content body document raw sentence article full_text'.split(' ');

/** Names of what is said about a text. */
const ABOUT: ReadonlySet<string> = new Set([
  ...ARTICLE_DETAILS.map(({ name }) => name),
  ...'id _id uuid source label labels meta metadata author authors date headline link lang filename file'.split(
    ' ',
  ),
]);

/**
 * The text of a record: under its usual names, else the only other text that it has, or the longest of those that
 * reach as far as the marks do. An address or a path is no text. Undefined where there is none.
 */
export function textOfRecord(record: Readonly<Record<string, unknown>>, reach = 0): string | undefined {
  for (const name of USUAL) {
    const [surest] = textUnder(record, name);
    if (surest !== undefined && surest.length >= reach && !isAddress(surest)) return surest;
  }
  const usual = USUAL.flatMap((name) => textUnder(record, name));
  const others = Object.keys(record)
    .filter((name) => !ABOUT.has(name) && !USUAL.includes(name))
    .flatMap((name) => textUnder(record, name));
  const far = longestFirst(others).find((text) => text.length >= reach && !isAddress(text));
  return (
    far ?? usual.find((text) => !isAddress(text)) ?? (others.length === 1 ? others.find(isText) : undefined)
  );
}

function textUnder(record: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

function longestFirst(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => b.length - a.length);
}

function isText(text: string): boolean {
  return !isAddress(text);
}

/** Whether a text is but the address or the path of a file, as tools write it where the text stands elsewhere. */
export function isAddress(text: string): boolean {
  const line = text.trim();
  if (/\s/.test(line)) return false;
  return /^[a-z][a-z\d+.-]*:\/\//i.test(line) || /^(?:[a-z]:[\\/]|\/|\.\.?\/)\S+$/i.test(line);
}
