import { inList, t } from '../messages/language.ts';
import type { NumberStyle } from '../text/number-style.ts';
import { byKey } from './by-key.ts';
import { InvalidInputError } from './errors.ts';
import { isAmbiguous, parseNumber } from './parse-number.ts';
import { BUILT_IN_TAGS, type BuiltInTag, isBuiltIn, type Tag } from './tag.ts';

/** How a quote reports speech. */
export const QUOTE_TYPES = ['direct', 'indirect', 'mixed'] as const;
/** How a value relates to the figure on the page; `~` is "about". */
export const COMPARATORS = ['=', '>', '<', '≥', '≤', '~'] as const;
/** How much a claim is worth checking. */
export const CHECK_WORTHINESS = ['high', 'medium', 'low'] as const;
/** How sure the person is of the tag. */
export const CONFIDENCE = ['sure', 'unsure'] as const;

/** What may be chosen for an attribute. */
export type Choice =
  | (typeof QUOTE_TYPES)[number]
  | (typeof COMPARATORS)[number]
  | (typeof CHECK_WORTHINESS)[number]
  | (typeof CONFIDENCE)[number];

/** How an attribute is asked for, checked and explained. */
export interface AttributeRule {
  readonly name: AttributeName;
  /** Its name in forms and in files. */
  readonly field: string;
  readonly kind: 'line' | 'paragraph' | 'number' | 'choice';
  readonly choices?: readonly Choice[];
  /** Whether the choices are ranks, so that neighbours differ less than others. */
  readonly isOrdered?: true;
  /** In UTF-16 code units. */
  readonly maxLength?: number;
  /** Of a number, where not every one will do. */
  readonly range?: readonly [least: number, most: number];
  /** The built-in tags that have it. */
  readonly tags: readonly BuiltInTag[];
  /** What its column of the CSV holds, in a sentence. */
  readonly description: string;
  /** Worked out from the words by the text engine, never by a person: shown and exported, and in no form. */
  readonly isComputed?: true;
  /** Absent in the CSV’s first columns; 1, 3 … in later ones, which come last, in this order; 2 is `coding` (csv/columns.ts). */
  readonly added?: number;
}

/** Every attribute, in the order of the forms. Everything else about attributes derives from this. */
const TABLE = [
  {
    name: 'speaker',
    field: 'speaker',
    kind: 'line',
    maxLength: 300,
    tags: ['quote', 'claim'],
    description: 'Who says it.',
  },
  {
    name: 'cue',
    field: 'cue',
    kind: 'line',
    maxLength: 100,
    tags: ['quote'],
    description: 'The words that attribute a quote to its speaker.',
  },
  {
    name: 'quoteType',
    field: 'quote_type',
    kind: 'choice',
    choices: QUOTE_TYPES,
    tags: ['quote'],
    description: "Whether a quote is word for word, in the reporter's words, or partly both.",
  },
  {
    name: 'value',
    field: 'value',
    kind: 'number',
    tags: ['statistic'],
    description: 'The figure of a statistic; the lower one of a range.',
  },
  {
    name: 'valueMax',
    field: 'value_max',
    kind: 'number',
    tags: ['statistic'],
    description: 'The upper figure of a range.',
  },
  {
    name: 'comparator',
    field: 'comparator',
    kind: 'choice',
    choices: COMPARATORS,
    tags: ['statistic'],
    description: 'How the value relates to the figure in the article; `~` is "about".',
  },
  {
    name: 'unit',
    field: 'unit',
    kind: 'line',
    maxLength: 100,
    tags: ['statistic'],
    description: 'What the value is measured in.',
  },
  {
    name: 'subject',
    field: 'subject',
    kind: 'line',
    maxLength: 300,
    tags: ['statistic'],
    description: 'What the statistic counts or measures.',
  },
  {
    name: 'checkWorthiness',
    field: 'check_worthiness',
    kind: 'choice',
    choices: CHECK_WORTHINESS,
    isOrdered: true,
    tags: ['claim'],
    description: "How much a claim deserves checking, in the annotator's judgement.",
  },
  {
    name: 'confidence',
    field: 'confidence',
    kind: 'choice',
    choices: CONFIDENCE,
    tags: BUILT_IN_TAGS,
    description: 'Whether the annotator is sure of the annotation.',
  },
  {
    name: 'note',
    field: 'note',
    kind: 'paragraph',
    maxLength: 10_000,
    tags: BUILT_IN_TAGS,
    description: "The annotator's note.",
  },
  {
    name: 'checkScore',
    field: 'check_score',
    kind: 'number',
    range: [0, 1],
    tags: ['claim'],
    description: 'How much a claim is worth checking, from 0 to 1, as the program reads its words.',
    isComputed: true,
    added: 1,
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

/**
 * The attributes that a tag can have, in the order of the forms. A project's own tags can have all that a person fills in:
 * which of them are asked for is the codebook's to say, and may change while what was filled in stays.
 */
export function attributesOf(tag: Tag): readonly AttributeRule[] {
  return ATTRIBUTES.filter(
    isBuiltIn(tag) ? ({ tags }) => tags.includes(tag) : ({ isComputed }) => !isComputed,
  );
}

/** The attributes that every tag has. */
export const COMMON_ATTRIBUTES: readonly AttributeName[] = ATTRIBUTES.filter(
  ({ tags }) => tags.length === BUILT_IN_TAGS.length,
).map(({ name }) => name);

/** No attribute given. */
export const NO_ATTRIBUTES: Attributes = byKey(
  ATTRIBUTES.map(({ name }) => name),
  () => null,
);

/** The attributes among the columns of a row. */
export function attributesIn(row: AttributeColumns): Attributes {
  const attributes: Record<string, unknown> = { ...NO_ATTRIBUTES };
  for (const { name } of ATTRIBUTES) attributes[name] = row[name];
  // Each column holds what was checked before it was stored.
  return attributes as unknown as Attributes;
}

/** Attributes that `tag` has, as `attributes` gives them; the rest `null`. */
export function keepFor(tag: Tag, attributes: Attributes): Attributes {
  const kept = attributesOf(tag).map((rule) => [rule.name, attributes[rule.name]] as const);
  return { ...NO_ATTRIBUTES, ...Object.fromEntries(kept) };
}

/**
 * Reads attributes from what a form sent, by their field names. A field that was not sent keeps its value
 * from `before`; an empty one becomes `null`; fields of other tags are passed over. Numbers are read as a text of
 * the style `numbers` writes them. Throws InvalidInputError naming every wrong field.
 */
export function readAttributes(
  tag: Tag,
  fields: Readonly<Record<string, string | undefined>>,
  before: Attributes = NO_ATTRIBUTES,
  numbers: NumberStyle = 'point',
): Attributes {
  const read: Record<string, string | number | null> = {};
  const wrong: Record<string, string> = {};
  for (const rule of attributesOf(tag)) {
    // A form sends every line end as two characters, which the page had counted as one.
    const written = fields[rule.field]?.replaceAll('\r\n', '\n').trim();
    // A number that was not touched stands in the form as the program writes it.
    if (written === undefined || (rule.kind === 'number' && written === String(before[rule.name]))) continue;
    const problem = problemWith(rule, written, numbers);
    if (problem) wrong[rule.field] = problem;
    else if (written === '') read[rule.name] = null;
    else read[rule.name] = rule.kind === 'number' ? parseNumber(written, numbers) : written;
  }
  // The rules above have checked each value against its attribute's type.
  const attributes = keepFor(tag, { ...before, ...read } as Attributes);
  if (!wrong.value_max && !wrong.value) Object.assign(wrong, problemWithRange(attributes));
  if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
  return attributes;
}

function problemWith(rule: AttributeRule, written: string, numbers: NumberStyle): string | undefined {
  if (written === '') return undefined;
  const name = t(`attributeName.${rule.name}`);
  if (rule.kind === 'number' && parseNumber(written, numbers) === null) {
    const why = isAmbiguous(written, numbers) ? 'attribute.ambiguousNumber' : 'attribute.noNumber';
    return t(why, { name, written: written.slice(0, 40) });
  }
  if (rule.range && !isBetween(rule.range, parseNumber(written, numbers))) {
    const [least, most] = rule.range;
    return t('attribute.outside', { name, least, most });
  }
  if (rule.choices && !rule.choices.some((choice) => choice === written)) {
    return t('attribute.noChoice', { name, choices: inList(rule.choices.map(choiceName), 'or') });
  }
  if (rule.maxLength !== undefined && written.length > rule.maxLength) {
    return t('attribute.tooLong', { name, most: rule.maxLength, given: written.length });
  }
  return undefined;
}

function isBetween([least, most]: readonly [number, number], value: number | null): boolean {
  return value !== null && value >= least && value <= most;
}

function choiceName(choice: Choice): string {
  return t(`choice.${choice}`);
}

function problemWithRange({ value, valueMax }: Attributes): Record<string, string> {
  const upper = t('attributeName.valueMax');
  if (valueMax === null) return {};
  if (value === null) return { value: t('attribute.noLowerValue', { upper }) };
  return valueMax < value ? { value_max: t('attribute.upperBelow', { upper }) } : {};
}
