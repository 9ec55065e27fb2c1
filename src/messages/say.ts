import type { Catalogue, English } from './catalogue.ts';
import {
  type ElementsOf,
  fill,
  numberFormat,
  type Pattern,
  pieces,
  textOf,
  type Values,
  type ValuesOf,
} from './pattern.ts';

/** A language of the interface. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Whose way of writing numbers, dates and lists it takes; BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The browser is given a part of it only. */
  readonly messages: Partial<Catalogue>;
}

type Area = keyof English & string;

/** The name of a message: its area and its key, `articles.none`. */
export type MessageKey = { [A in Area]: `${A}.${keyof English[A] & string}` }[Area];

/** A message in English, as its literal text. */
export type MessageAt<Key extends MessageKey> = Key extends `${infer A extends Area}.${infer Name}`
  ? Name extends keyof English[A]
    ? English[A][Name]
    : never
  : never;

/** The names of messages that need no values. */
export type PlainKey = {
  [Key in MessageKey]: keyof ValuesOf<MessageAt<Key>> extends never ? Key : never;
}[MessageKey];

type Given<Needed, Rest extends unknown[] = []> = keyof Needed extends never ? Rest : [...Rest, Needed];

let current: () => Language = () => {
  throw new Error('No language is set.');
};

/** Says where the language of the moment is found. Called once, by whoever starts. */
export function findLanguageBy(find: () => Language): void {
  current = find;
}

/** The language of whoever asks. */
export function language(): Language {
  return current();
}

/** A message in the language of whoever asks. */
export function t<Key extends MessageKey>(key: Key, ...[values]: Given<ValuesOf<MessageAt<Key>>>): string {
  return words(key, values ?? {});
}

/** A message with elements in it, as its pieces in order: each element is drawn by the function of its name. */
export function rich<Key extends MessageKey, Drawn>(
  key: Key,
  elements: ElementsOf<MessageAt<Key>, Drawn>,
  ...[values]: Given<ValuesOf<MessageAt<Key>>>
): (string | Drawn)[] {
  const { locale, messages } = current();
  const drawers: Readonly<Record<string, (words: string) => Drawn>> = elements;
  // Parted before it is filled: a value may hold what looks like an element.
  return pieces(textOf(patternOf(key, messages), values ?? {}, locale)).map(({ element, words }) => {
    const filled = fill(words, values ?? {}, locale);
    const draw = element === undefined ? undefined : drawers[element];
    return draw ? draw(filled) : filled;
  });
}

/** A number as the language writes it. */
export function inWords(number: number): string {
  return numberFormat(current().locale).format(number);
}

/** `a, b and c`: words in a list. */
export function inList(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(current().locale, { type }).format(words);
}

/** A moment as the language writes it. */
export function inTime(moment: Date, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(current().locale, format).format(moment);
}

function words(key: MessageKey, values: Values): string {
  const { locale, messages } = current();
  return fill(textOf(patternOf(key, messages), values, locale), values, locale);
}

/** The areas that have a message for every tag, or for every field of a project's own. */
const OPEN_AREAS = new Set<string>([
  'tagName',
  'tagNames',
  'tagWord',
  'tagWords',
  'aTag',
  'tagGuidance',
  'tagDefinition',
  'tagUse',
  'ownFieldName',
] satisfies Area[]);

/** What the codebook at hand does not have, or not yet, is said by its key. */
function ofUnknown(area: string, key: string): Pattern | undefined {
  if (OPEN_AREAS.has(area)) return key.replaceAll('_', ' ');
  return area === 'tagCount' ? `{count} ${key.replaceAll('_', ' ')}` : undefined;
}

function patternOf(key: MessageKey, messages: Partial<Catalogue>): Pattern {
  const dot = key.indexOf('.');
  // The type of the key says that the area has it.
  const areas = messages as Readonly<Record<string, Readonly<Record<string, Pattern>>>>;
  const [area, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const pattern = areas[area]?.[name] ?? ofUnknown(area, name);
  if (pattern === undefined) throw new Error(`There is no message ${key}.`);
  return pattern;
}
