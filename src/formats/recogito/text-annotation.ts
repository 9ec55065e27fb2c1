import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import type { PlacedAnnotation } from '../reading/documents.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { identifier, list, offset, text, words } from '../reading/lenient.ts';
import { isoTime } from '../reading/times.ts';
import { chooseLabel } from '../reading/web-annotation/labels.ts';

const person = z.looseObject({ id: identifier, name: words }).optional().catch(undefined);
/** The words stand under the one name or, in annotations that were W3C's, the other. */
const WORDS = 'quote exact'.split(' ');
const selector = z
  .looseObject({ start: offset, end: offset })
  .transform((given) => ({
    ...given,
    words: WORDS.map((key) => given[key]).find((one) => typeof one === 'string'),
  }))
  .refine(({ words: quoted }) => quoted !== undefined);
const body = z.looseObject({ purpose: words, value: words, creator: person });
const annotation = z.looseObject({
  id: identifier,
  bodies: list,
  target: z.looseObject({
    selector: z.union([z.array(selector).min(1), selector.transform((one) => [one])]),
    creator: person,
    created: text,
    updated: text,
  }),
});

/** Whether a value is an annotation of Recogito's text annotators: bodies, and a quote with its place. */
export function isTextAnnotation(value: unknown): boolean {
  return annotation.safeParse(value).success;
}

/** Reads an annotation as Recogito's text annotators keep it. It does not name its text. Positions count UTF-16. */
export function readTextAnnotation({ place, value }: JsonRecord): PlacedAnnotation | UnreadableRecord {
  const { data } = annotation.safeParse(value);
  if (!data) return { place, reason: t('record.noTarget') };
  const { id, target } = data;
  const bodies = data.bodies.flatMap((one) => {
    const { data: read } = body.safeParse(one);
    return read ? [read] : [];
  });
  const isTag = ({ purpose }: z.infer<typeof body>) => purpose === 'tagging' || purpose === 'classifying';
  const chosen = chooseLabel(bodies.filter(isTag).flatMap(({ value: tag }) => tag ?? []));
  const comments = bodies.filter((one) => !isTag(one)).flatMap(({ value: comment }) => comment ?? []);
  const remarks = [...comments, ...chosen.remarks];
  return {
    source: '',
    details: {},
    annotation: {
      ...(id !== undefined && { id }),
      place,
      label: chosen.label ?? 'annotation',
      anchors: target.selector.map(({ words: quoted, start, end }) => ({
        words: quoted,
        offsets:
          start === undefined || end === undefined ? undefined : { start, end, unit: 'utf16' as const },
      })),
      attributes: {},
      ...(remarks.length > 0 && { remarks }),
      annotator: target.creator?.name ?? target.creator?.id,
      createdAt: isoTime(target.created),
      updatedAt: isoTime(target.updated),
    },
  };
}
