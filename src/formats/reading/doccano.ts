import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { Anchor, OffsetUnit } from '../../text/anchor.ts';
import type { IncomingAnnotation } from '../incoming.ts';
import { identifier, list } from './lenient.ts';

/** One mark of a doccano record. */
export interface DoccanoSpan {
  readonly label: string;
  readonly offsets: NonNullable<Anchor['offsets']>;
  /** Where somebody's script has put them beside the offsets. */
  readonly words?: string | undefined;
  /** By which relations name it. */
  readonly id: string | undefined;
  /** The number of the person, in exports of old versions. */
  readonly user: string | undefined;
}

const label = z.union([z.string().min(1), z.number().transform(String)]);
const offset = z.int().min(0);

const triple = z
  .tuple([offset, offset, label])
  .transform(([start, end, name]) => ({ start, end, label: name, id: undefined, user: undefined }));

const entity = z
  .looseObject({ start_offset: offset, end_offset: offset, label, id: identifier, user: identifier })
  .transform(({ start_offset, end_offset, ...rest }) => ({ start: start_offset, end: end_offset, ...rest }));

/** Made once: making one takes longer than asking it. */
const span = z.union([triple, entity]);

/**
 * A mark in either shape: `[start, end, label]`, or an object with `start_offset`, `end_offset` and `label`.
 */
export function readSpan(value: unknown, unit: OffsetUnit): DoccanoSpan | undefined {
  const { data } = span.safeParse(value);
  if (!data) return undefined;
  const { start, end, ...rest } = data;
  return { label: rest.label, offsets: { start, end, unit }, id: rest.id, user: rest.user };
}

const recordShape = z.looseObject({ Comments: list });
const comment = z.union([
  z.string(),
  z.looseObject({ comment: z.string() }).transform(({ comment: said }) => said),
]);

/** What people wrote beside a record in doccano: about the whole text, so without a place in it. */
export function readComments(record: unknown, place: string): IncomingAnnotation[] {
  const { data } = recordShape.safeParse(record);
  return (data?.Comments ?? []).flatMap((written, index) => {
    const { data: said } = comment.safeParse(written);
    if (!said?.trim()) return [];
    return [
      {
        place: t('place.commentIn', { place, number: String(index + 1) }),
        label: 'comment',
        anchors: [],
        attributes: {},
        remarks: [said],
      },
    ];
  });
}
