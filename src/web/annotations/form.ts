import { z } from 'zod';
import { parseParts } from '../../domain/annotation.ts';
import { type Codebook, offeredTags, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Tag } from '../../domain/tag.ts';
import { inList, t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';
import { END_MOVES, type EndMove } from '../../text/word-ends.ts';

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
