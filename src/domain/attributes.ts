import { InvalidInputError } from './errors.ts';
import { TAGS, type Tag } from './tag.ts';

/** How a quote reports speech. */
export const QUOTE_TYPES = ['direct', 'indirect', 'mixed'] as const;
/** How a value relates to the figure on the page; `~` is "about". */
export const COMPARATORS = ['=', '>', '<', '≥', '≤', '~'] as const;
/** How much a claim is worth checking. */
export const CHECK_WORTHINESS = ['high', 'medium', 'low'] as const;
/** How sure the person is of the tag. */
export const CONFIDENCE = ['sure', 'unsure'] as const;

/** How an attribute is asked for, checked and explained. */
export interface AttributeRule {
  readonly name: AttributeName;
  /** Its name in forms and in files. */
  readonly field: string;
  readonly label: string;
  readonly kind: 'line' | 'paragraph' | 'number' | 'choice';
  readonly choices?: readonly string[];
  /** In UTF-16 code units. */
  readonly maxLength?: number;
  /** The tags that have it. */
  readonly tags: readonly Tag[];
  /** What its column of the CSV holds, in a sentence. */
  readonly description: string;
  /** Absent in the CSV's first columns; 1, 2 … in later ones, which come last, in this order. */
  readonly added?: number;
}

/** Every attribute, in the order of the forms. Everything else about attributes derives from this. */
const TABLE = [
  {
    name: 'speaker',
    field: 'speaker',
    label: 'Speaker',
    kind: 'line',
    maxLength: 300,
    tags: ['quote', 'claim'],
    description: 'Who says it.',
  },
  {
    name: 'cue',
    field: 'cue',
    label: 'Cue',
    kind: 'line',
    maxLength: 100,
    tags: ['quote'],
    description: 'The words that attribute a quote to its speaker.',
  },
  {
    name: 'quoteType',
    field: 'quote_type',
    label: 'Type',
    kind: 'choice',
    choices: QUOTE_TYPES,
    tags: ['quote'],
    description: "Whether a quote is word for word, in the reporter's words, or partly both.",
  },
  {
    name: 'value',
    field: 'value',
    label: 'Value',
    kind: 'number',
    tags: ['statistic'],
    description: 'The figure of a statistic; the lower one of a range.',
  },
  {
    name: 'valueMax',
    field: 'value_max',
    label: 'Up to',
    kind: 'number',
    tags: ['statistic'],
    description: 'The upper figure of a range.',
  },
  {
    name: 'comparator',
    field: 'comparator',
    label: 'Comparator',
    kind: 'choice',
    choices: COMPARATORS,
    tags: ['statistic'],
    description: 'How the value relates to the figure in the article; `~` is "about".',
  },
  {
    name: 'unit',
    field: 'unit',
    label: 'Unit',
    kind: 'line',
    maxLength: 100,
    tags: ['statistic'],
    description: 'What the value is measured in.',
  },
  {
    name: 'subject',
    field: 'subject',
    label: 'Of what',
    kind: 'line',
    maxLength: 300,
    tags: ['statistic'],
    description: 'What the statistic counts or measures.',
  },
  {
    name: 'checkWorthiness',
    field: 'check_worthiness',
    label: 'Worth checking',
    kind: 'choice',
    choices: CHECK_WORTHINESS,
    tags: ['claim'],
    description: "How much a claim deserves checking, in the annotator's judgement.",
  },
  {
    name: 'confidence',
    field: 'confidence',
    label: 'Confidence',
    kind: 'choice',
    choices: CONFIDENCE,
    tags: TAGS,
    description: 'Whether the annotator is sure of the annotation.',
  },
  {
    name: 'note',
    field: 'note',
    label: 'Note',
    kind: 'paragraph',
    maxLength: 10_000,
    tags: TAGS,
    description: "The annotator's note.",
  },
] as const satisfies readonly (Omit<AttributeRule, 'name'> & { readonly name: string })[];

type Row = (typeof TABLE)[number];

/** An attribute's name in the program, and in the database. */
export type AttributeName = Row['name'];

type ValueOf<R extends Row> = R extends { readonly kind: 'number' }
  ? number
  : R extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string;

/** What a tag needs beside its words. `null` is "not given"; what a tag does not have is always `null`. */
export type Attributes = { readonly [R in Row as R['name']]: ValueOf<R> | null };

/** Attributes as a database keeps them: choices are plain text there. */
export type AttributeColumns = {
  readonly [R in Row as R['name']]: (R extends { readonly kind: 'number' } ? number : string) | null;
};

/** Every attribute, in the order of the forms. */
export const ATTRIBUTES: readonly AttributeRule[] = TABLE;

/** The attributes that a tag has, in the order of the forms. */
export function attributesOf(tag: Tag): readonly AttributeRule[] {
  return ATTRIBUTES.filter((rule) => rule.tags.includes(tag));
}

/** No attribute given. */
// Every attribute may be null.
export const NO_ATTRIBUTES = Object.fromEntries(ATTRIBUTES.map(({ name }) => [name, null])) as Attributes;

/** The attributes among the columns of a row. They were checked before they were stored. */
export function attributesIn(row: AttributeColumns): Attributes {
  const attributes: Record<string, unknown> = { ...NO_ATTRIBUTES };
  for (const { name } of ATTRIBUTES) attributes[name] = row[name];
  return attributes as unknown as Attributes;
}

/** Attributes that `tag` has, as `attributes` gives them; the rest `null`. */
export function keepFor(tag: Tag, attributes: Attributes): Attributes {
  const kept = attributesOf(tag).map((rule) => [rule.name, attributes[rule.name]] as const);
  return { ...NO_ATTRIBUTES, ...Object.fromEntries(kept) };
}

/**
 * Reads attributes from what a form sent, by their field names. A field that was not sent keeps its value
 * from `before`; an empty one becomes `null`; fields of other tags are passed over. Throws InvalidInputError
 * naming every wrong field.
 */
export function readAttributes(
  tag: Tag,
  fields: Readonly<Record<string, string | undefined>>,
  before: Attributes = NO_ATTRIBUTES,
): Attributes {
  const read: Record<string, string | number | null> = {};
  const wrong: Record<string, string> = {};
  for (const rule of attributesOf(tag)) {
    // A form sends every line end as two characters, which the page had counted as one.
    const written = fields[rule.field]?.replaceAll('\r\n', '\n').trim();
    if (written === undefined) continue;
    const problem = problemWith(rule, written);
    if (problem) wrong[rule.field] = problem;
    else read[rule.name] = written === '' ? null : rule.kind === 'number' ? parseNumber(written) : written;
  }
  // The rules above have checked each value against its attribute's type.
  const attributes = keepFor(tag, { ...before, ...read } as Attributes);
  if (!wrong.value_max && !wrong.value) Object.assign(wrong, problemWithRange(attributes));
  if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
  return attributes;
}

function problemWith(rule: AttributeRule, written: string): string | undefined {
  if (written === '') return undefined;
  if (rule.kind === 'number' && parseNumber(written) === null) {
    return `${rule.label}: write a number in digits, such as 3900 or -2.5. “${written.slice(0, 40)}” is not one.`;
  }
  if (rule.choices && !rule.choices.includes(written)) {
    return `${rule.label}: choose one of ${rule.choices.join(', ')}.`;
  }
  if (rule.maxLength !== undefined && written.length > rule.maxLength) {
    return `${rule.label}: at most ${rule.maxLength} characters, please; these are ${written.length}.`;
  }
  return undefined;
}

function problemWithRange({ value, valueMax }: Attributes): Record<string, string> {
  if (valueMax === null) return {};
  if (value === null) return { value: 'Value: give the lower end too, or clear “Up to”.' };
  return valueMax < value ? { value_max: 'Up to: the upper end lies below the value.' } : {};
}

/** Near the largest double, Prisma rounds up: SQLite then keeps nothing and PostgreSQL refuses. */
const LARGEST_NUMBER = 1e300;

/**
 * Reads a number as people write it: digits, one decimal point, a sign, groups of three parted by commas or
 * spaces. `null` where it is not one, or is too large to keep.
 */
export function parseNumber(written: string): number | null {
  const plain = written.trim().replace(/^[−–]/, '-');
  const grouped =
    /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[+-]?\d{1,3}(?:[\u0020\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?$/;
  const bare = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
  if (plain.length > 60 || !(grouped.test(plain) || bare.test(plain))) return null;
  const value = Number(plain.replace(/[,\u0020\u00a0\u2009\u202f]/g, ''));
  return Math.abs(value) <= LARGEST_NUMBER ? value : null;
}
