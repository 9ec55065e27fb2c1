/**
 * One message: a sentence or a label. `{name}` is filled in, and `<name>words</name>` is drawn by whoever asks (a
 * link, a key).
 */
export type Pattern = string | PluralPattern;

/** A message that depends on a number, `{count}`: a text for each plural category of the language (CLDR). */
export type PluralPattern = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

type Texts<P> = P extends string ? P : P extends PluralPattern ? Extract<P[keyof P], string> : never;

type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

type Elements<Text> = Text extends `${string}</${infer Name}>${infer Rest}` ? Name | Elements<Rest> : never;

/** What the holes of a message take. Numbers are written as the language writes them. */
export type ValuesOf<P> = {
  readonly [Name in Holes<Texts<P>>]: Name extends 'count' ? number : string | number;
};

/** Who draws the elements of a message. */
export type ElementsOf<P, Drawn> = {
  readonly [Name in Elements<Texts<P>>]: (words: string) => Drawn;
};

export type Values = Readonly<Record<string, string | number>>;

/** The text of a message for these values, its holes and elements still in it. */
export function textOf(pattern: Pattern, values: Values, language: string): string {
  if (typeof pattern === 'string') return pattern;
  const category = pluralRules(language).select(Number(values.count));
  return pattern[category] ?? pattern.other;
}

/** A text with its holes filled; a hole without a value stays as it is. */
export function fill(text: string, values: Values, language: string): string {
  if (!text.includes('{')) return text;
  return kept(parted, text, () => text.split(/\{(\w+)\}/))
    .map((piece, at) => (at % 2 === 0 ? piece : inHole(piece, values[piece], language)))
    .join('');
}

/** Texts of the catalogue in pieces: what stands between two holes, then the name of a hole, and so on. */
const parted = new Map<string, readonly string[]>();

function inHole(name: string, value: string | number | undefined, language: string): string {
  if (value === undefined) return `{${name}}`;
  return typeof value === 'number' ? numberFormat(language).format(value) : value;
}

const ELEMENT = /<(\w+)>(.*?)<\/\1>/g;

/** A text in pieces, in order: plain words, and the words of an element with its name. Elements do not nest. */
export function pieces(text: string): { element?: string; words: string }[] {
  const found: { element?: string; words: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(ELEMENT)) {
    const [whole, element = '', words = ''] = match;
    if (match.index > end) found.push({ words: text.slice(end, match.index) });
    found.push({ element, words });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ words: text.slice(end) });
  return found;
}

const rules = new Map<string, Intl.PluralRules>();
const formats = new Map<string, Intl.NumberFormat>();

function pluralRules(language: string): Intl.PluralRules {
  return kept(rules, language, () => new Intl.PluralRules(language));
}

/** How a language writes numbers, to the last digit that is stored. */
export function numberFormat(language: string): Intl.NumberFormat {
  return kept(formats, language, () => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }));
}

function kept<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}
