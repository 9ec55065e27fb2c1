import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { type DoccanoSpan, readComments, readSpan } from '../reading/doccano.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { identifier } from '../reading/lenient.ts';
import { sayRelations } from './relations.ts';

/**
 * Where labels may stand: doccano's own keys, those of its importer's users, and those of its first versions.
 */
export const LABEL_KEYS = ['label', 'labels', 'entities', 'cats', 'annotations'] as const;

type LabelKey = (typeof LABEL_KEYS)[number];

/** What one of them is called in a report. */
const SINGULAR = {
  label: 'label',
  labels: 'label',
  entities: 'entity',
  cats: 'category',
  annotations: 'annotation',
} as const satisfies Readonly<Record<LabelKey, string>>;

const recordShape = z.looseObject({ text: z.string().optional().catch(undefined) });

/** A label of the whole text: bare, or as doccano's first versions gave it. */
const wholeLabel = z.union([
  z
    .string()
    .min(1)
    .transform((label) => ({ label, user: undefined })),
  z.looseObject({
    label: z.union([z.string().min(1), z.number().transform(String)]),
    user: identifier,
    start_offset: z.undefined(),
  }),
]);

/** Reads one record of doccano: its document, and each of its labels that cannot be read. */
export function* readRecord({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { data: record } = recordShape.safeParse(value);
  if (!record) return yield { place, reason: t('record.notRecord') };
  const { text } = record;
  if (text === undefined)
    return yield {
      place,
      reason: t('record.noText'),
    };
  const read = LABEL_KEYS.flatMap((key) => listOf(record[key]).map((item, at) => ({ key, item, at })));
  const labels = read.map((one) => readLabel(one, place));
  const relations = sayRelations(record.relations, labels.flatMap(spanIn), text);
  yield {
    place,
    text,
    details: foundDetails(value, record.meta),
    annotations: [...labels.flatMap((label) => toIncoming(label, relations)), ...readComments(value, place)],
  };
  for (const label of labels) if ('reason' in label) yield label;
}

/** doccano takes a lone label for a list of one. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value !== '' ? [value] : [];
}

type ReadLabel =
  | { readonly place: string; readonly span: DoccanoSpan }
  | { readonly place: string; readonly whole: z.infer<typeof wholeLabel> }
  | UnreadableRecord;

function readLabel(given: { key: LabelKey; item: unknown; at: number }, record: string): ReadLabel {
  const place = t(`place.${SINGULAR[given.key]}In`, { place: record, number: String(given.at + 1) });
  const span = readSpan(given.item, 'any');
  if (span) return { place, span };
  const { data: whole } = wholeLabel.safeParse(given.item);
  if (whole) return { place, whole };
  return { place, reason: t('record.notLabel') };
}

function spanIn(label: ReadLabel): readonly DoccanoSpan[] {
  return 'span' in label ? [label.span] : [];
}

function toIncoming(
  label: ReadLabel,
  relations: ReadonlyMap<DoccanoSpan, readonly string[]>,
): readonly IncomingAnnotation[] {
  if ('reason' in label) return [];
  const { place } = label;
  const found = 'span' in label ? label.span : label.whole;
  const remarks = 'span' in label ? relations.get(label.span) : undefined;
  return [
    {
      place,
      label: found.label,
      anchors: 'span' in label ? [{ offsets: label.span.offsets }] : [],
      attributes: {},
      ...(remarks && { remarks }),
      ...(found.user !== undefined && { annotator: `doccano user ${found.user}` }),
    },
  ];
}
