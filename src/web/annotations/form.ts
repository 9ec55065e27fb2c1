import { z } from 'zod';
import { parseParts } from '../../domain/annotation.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { TAGS, type Tag } from '../../domain/tag.ts';
import { inList, t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';
import { END_MOVES, type EndMove } from '../../text/word-ends.ts';

/** What a form sent, by field. */
export type Fields = Readonly<Record<string, string | undefined>>;

const tagSchema = z.enum(TAGS);
const moveSchema = z.enum(END_MOVES).optional().catch(undefined);

/** The tag that was chosen. Throws InvalidInputError (field `tag`). */
export function tagField(fields: Fields): Tag {
  const tag = tagSchema.safeParse(fields.tag);
  if (tag.success) return tag.data;
  const tags = inList(
    TAGS.map((each) => t(`tagWord.${each}`)),
    'or',
  );
  throw new InvalidInputError({ tag: t('error.noTag', { tags }) });
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
