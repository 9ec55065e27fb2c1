import { z } from 'zod';
import { ATTRIBUTES, type AttributeName, COMMON_ATTRIBUTES } from '../../domain/attributes.ts';
import { type CodebookTag, defaultTag, CODEBOOK_LIMITS as MOST } from '../../domain/codebook/codebook.ts';
import { CHOOSING, type CodebookField, FIELD_KINDS } from '../../domain/codebook/field.ts';
import type { Hue } from '../../domain/hue.ts';
import { BUILT_IN_TAGS, isBuiltIn, OWN_KEY, RESERVED_KEYS, type Tag } from '../../domain/tag.ts';
import { inList, t } from '../../messages/language.ts';

/** What a codebook's document says it is. */
export const CODEBOOK_FORMAT = 'onrecord-codebook-1';

/** What a person fills in. */
const ASKABLE = ATTRIBUTES.filter(({ isComputed }) => !isComputed);

const noText = () => t('codebook.noText');

const text = (most: number) =>
  z
    .string({ error: noText })
    .trim()
    .max(most, { error: () => t('codebook.tooLong', { most }) });

const needed = (most: number) => text(most).min(1, { error: () => t('codebook.empty') });

const hue = z
  .int({ error: () => t('codebook.noHue') })
  .refine((number): number is Hue => number >= 1 && number <= 12, {
    error: () => t('codebook.noHue'),
  });

const ownKey = z
  .string({ error: noText })
  .trim()
  .regex(OWN_KEY, { error: () => t('codebook.noKey') });

const key = ownKey.refine((name) => !RESERVED_KEYS.includes(name), {
  error: ({ input }) => t('codebook.keyTaken', { key: String(input) }),
});

/** The fields of the program that a tag may ask for, by the names that they have in files. */
const fields = z.array(
  z.string({ error: noText }).transform((name, { addIssue }): AttributeName => {
    const rule = ASKABLE.find(({ field }) => field === name);
    if (rule) return rule.name;
    addIssue(
      t('codebook.noField', { field: name.slice(0, 40), fields: inList(ASKABLE.map(({ field }) => field)) }),
    );
    return z.NEVER;
  }),
  { error: () => t('codebook.noList') },
);

const tag = z
  .strictObject({
    key,
    name: needed(MOST.name),
    plural: needed(MOST.name),
    letter: z
      .string({ error: noText })
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]$/, { error: () => t('codebook.noLetter') }),
    hue,
    definition: needed(MOST.text),
    useWhen: text(MOST.text).default(''),
    notWhen: text(MOST.text).default(''),
    examples: z
      .array(needed(MOST.example), { error: () => t('codebook.noList') })
      .max(MOST.examples, { error: () => t('codebook.tooMany', { most: MOST.examples }) })
      .default([]),
    fields: fields.optional(),
    off: z.boolean({ error: () => t('codebook.noSwitch') }).default(false),
  })
  .transform(
    ({ off, fields: asked, ...said }): CodebookTag => ({
      ...said,
      attributes: attributesAsked(said.key, asked),
      isOff: off,
    }),
  );

/** Built-in tags ask for what is theirs, whatever a document says; own tags for what every tag has, and what is said. */
function attributesAsked(tagKey: Tag, asked: readonly AttributeName[] = []): readonly AttributeName[] {
  if (isBuiltIn(tagKey)) return defaultTag(tagKey).attributes;
  return ASKABLE.map(({ name }) => name).filter(
    (name) => COMMON_ATTRIBUTES.includes(name) || asked.includes(name),
  );
}

const condition = z
  .strictObject({ field: ownKey, value: needed(MOST.text) })
  .nullable()
  .default(null);

const choices = z
  .array(
    needed(MOST.name).refine((choice) => !choice.includes(';'), { error: () => t('codebook.noSemicolon') }),
    { error: () => t('codebook.noList') },
  )
  .max(MOST.choices, { error: () => t('codebook.tooMany', { most: MOST.choices }) })
  .default([]);

const flag = z.boolean({ error: () => t('codebook.noSwitch') }).default(false);

const field = z
  .strictObject({
    key: ownKey,
    name: needed(MOST.name),
    kind: z.enum(FIELD_KINDS, { error: () => t('codebook.noKind', { kinds: inList(FIELD_KINDS, 'or') }) }),
    tags: z
      .array(ownKey, { error: () => t('codebook.noList') })
      .min(1, { error: () => t('codebook.noTags') }),
    help: text(MOST.text).default(''),
    choices,
    unit: text(MOST.name).default(''),
    required: flag,
    shownIf: condition,
    off: flag,
  })
  .superRefine(({ kind, choices: given }, { addIssue }) => {
    const message = t('codebook.noChoices');
    if (CHOOSING.includes(kind) && given.length === 0)
      addIssue({ code: 'custom', message, path: ['choices'] });
  })
  .transform(({ off, required, ...said }): CodebookField => ({ ...said, isRequired: required, isOff: off }));

const fieldsOfBook = z
  .array(field, { error: () => t('codebook.noList') })
  .max(MOST.fields, { error: () => t('codebook.tooMany', { most: MOST.fields }) })
  .superRefine((all, { addIssue }) => {
    const keys = all.map((one) => one.key);
    for (const [at, { key: own, shownIf }] of all.entries()) {
      if (keys.indexOf(own) !== at)
        addIssue({ code: 'custom', message: t('codebook.fieldTwice', { field: own }), path: [at, 'key'] });
      if (shownIf && (shownIf.field === own || !keys.includes(shownIf.field)))
        addIssue({
          code: 'custom',
          message: t('codebook.noSuchField', { field: shownIf.field }),
          path: [at, 'shownIf'],
        });
    }
  })
  .default([]);

/** A codebook as JSON writes it; every message is said in the language of whoever reads it. */
export const codebookSchema = z.strictObject({
  format: z.literal(CODEBOOK_FORMAT, {
    error: () => t('codebook.noCodebook', { format: CODEBOOK_FORMAT }),
  }),
  tags: z.array(tag, { error: () => t('codebook.noList') }).superRefine((tags, { addIssue }) => {
    const keys = tags.map(({ key }) => key);
    const twice = keys.findLastIndex((each, at) => keys.indexOf(each) !== at);
    const missing = BUILT_IN_TAGS.find((known) => !keys.includes(known));
    const own = keys.filter((each) => !isBuiltIn(each)).length;
    if (twice >= 0) {
      const message = t('codebook.twice', { tag: keys[twice] ?? '' });
      addIssue({ code: 'custom', message, path: [twice, 'key'] });
    }
    if (missing) addIssue(t('codebook.missing', { tag: missing }));
    if (own > MOST.ownTags) addIssue(t('codebook.tooManyTags', { most: MOST.ownTags }));
  }),
  fields: fieldsOfBook,
});
