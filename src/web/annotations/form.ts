import type { Request } from 'express';
import { z } from 'zod';
import { parseParts } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { type Codebook, offeredTags, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { CHOICE_JOINT, ownFieldKey } from '../../domain/codebook/field.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Tag } from '../../domain/tag.ts';
import { inList, t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';
import { END_MOVES, type EndMove } from '../../text/word-ends.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';

/** What a form sent, by field. */
export type Fields = Readonly<Record<string, string | undefined>>;

const moveSchema = z.enum(END_MOVES).optional().catch(undefined);

/** The tag that was chosen, of a codebook. Throws InvalidInputError (field `tag`). */
export function tagField(fields: Fields, codebook: Codebook): Tag {
  const tag = tagNamedIn(codebook, fields.tag ?? '');
  if (tag !== undefined) return tag;
  const tags = inList(
    offeredTags(codebook).map(({ key }) => t(`tagWord.${key}`)),
    'or',
  );
  throw new InvalidInputError({ tag: t('error.noTag', { tags }) });
}

/** What a form sent, where of a project's own field that may hold several all that came counts. */
export function annotationFields(request: Request): Fields {
  const fields = fieldsOf(request);
  const own = Object.keys(fields).filter(ownFieldKey);
  const joined = own.map(
    (name) => [name, allFieldsOf(request, name).filter(Boolean).join(CHOICE_JOINT)] as const,
  );
  return { ...fields, ...Object.fromEntries(joined) };
}

/** Whether a form has any field of an annotation that passes a test. */
export function hasField(fields: Fields, test: (value: string) => boolean): boolean {
  const names = [...ATTRIBUTES.map(({ field }) => field), ...Object.keys(fields).filter(ownFieldKey)];
  return names.some((name) => fields[name] !== undefined && test(fields[name] ?? ''));
}

/** The version that the person saw, or says to save over. */
export function versionField(fields: Fields): number {
  return z.coerce
    .number()
    .int()
    .catch(0)
    .parse(fields.over || fields.version);
}

/** The parts in a field; absent where the field is. */
export function partsField(fields: Fields, name: 'parts' | 'add'): Span[] | undefined {
  const written = fields[name];
  return written === undefined ? undefined : parseParts(written);
}

/** Which end to move by a word, if any. */
export function moveField(fields: Fields): EndMove | undefined {
  return moveSchema.parse(fields.move);
}
