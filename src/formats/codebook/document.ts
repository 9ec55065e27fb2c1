import { z } from 'zod';
import { type CodebookTag, CODEBOOK_LIMITS as MOST } from '../../domain/codebook/codebook.ts';
import type { Hue } from '../../domain/hue.ts';
import { TAGS } from '../../domain/tag.ts';
import { inList, t } from '../../messages/language.ts';

/** What a codebook's document says it is. */
export const CODEBOOK_FORMAT = 'onrecord-codebook-1';

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

const tag = z
  .strictObject({
    key: z.enum(TAGS, { error: () => t('codebook.noTag', { tags: inList(TAGS, 'or') }) }),
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
    off: z.boolean({ error: () => t('codebook.noSwitch') }).default(false),
  })
  .transform(({ off, ...said }): CodebookTag => ({ ...said, isOff: off }));

/** A codebook as JSON writes it; every message is said in the language of whoever reads it. */
export const codebookSchema = z.strictObject({
  format: z.literal(CODEBOOK_FORMAT, {
    error: () => t('codebook.noCodebook', { format: CODEBOOK_FORMAT }),
  }),
  tags: z.array(tag, { error: () => t('codebook.noList') }).superRefine((tags, { addIssue }) => {
    const keys = tags.map(({ key }) => key);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    const missing = TAGS.find((key) => !keys.includes(key));
    if (twice) addIssue(t('codebook.twice', { tag: twice }));
    if (missing) addIssue(t('codebook.missing', { tag: missing }));
  }),
});
