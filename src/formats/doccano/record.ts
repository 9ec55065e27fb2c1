import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { type DoccanoSpan, readComments, readSpan } from '../reading/doccano.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { identifier } from '../reading/lenient.ts';
import { type JsonMark, markListsIn, marksOf } from '../reading/marks-in-json.ts';
import { textOfRecord } from '../reading/text-of-record.ts';
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

const recordShape = z.looseObject({});

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
  const text = textOfRecord(record);
  if (text === undefined)
    return yield {
      place,
      reason: t('record.noText'),
    };
  const labels = givenIn(record).flatMap((one) => readLabel(one, place));
  const relations = sayRelations(record.relations, labels.flatMap(spanIn), text);
  yield {
    place,
    text,
    details: foundDetails(value, record.meta),
    annotations: [...labels.flatMap((label) => toIncoming(label, relations)), ...readComments(value, place)],
  };
  for (const label of labels) if ('reason' in label) yield label;
}

interface GivenLabel {
  /** What it is called in a report. */
  readonly kind: (typeof SINGULAR)[LabelKey] | 'span';
  readonly item: unknown;
  readonly at: number;
}

/** All labels of a record: under doccano's keys, and lists of marks that a script has put under others. */
function givenIn(record: Readonly<Record<string, unknown>>): GivenLabel[] {
  const own = LABEL_KEYS.flatMap((key) =>
    listOf(record[key]).map((item, at) => ({ kind: SINGULAR[key], item, at })),
  );
  const others = markListsIn(record)
    .filter(({ key }) => !LABEL_KEYS.some((known) => known === key))
    .flatMap(({ items }) => items);
  return [...own, ...others.map((item, at) => ({ kind: 'span' as const, item, at }))];
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

function readLabel({ kind, item, at }: GivenLabel, record: string): readonly ReadLabel[] {
  const place = t(`place.${kind}In`, { place: record, number: String(at + 1) });
  const span = readSpan(item, 'any');
  if (span) return [{ place, span }];
  const marks = marksOf(item);
  if (marks.length > 0) return marks.map((mark) => ({ place, span: spanOf(mark) }));
  const { data: whole } = wholeLabel.safeParse(item);
  return [whole ? { place, whole } : { place, reason: t('record.notLabel') }];
}

function spanOf({ span, ...rest }: JsonMark): DoccanoSpan {
  return { ...rest, offsets: { ...span, unit: 'any' } };
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
      anchors: 'span' in label ? [anchorOf(label.span)] : [],
      attributes: {},
      ...(remarks && { remarks }),
      ...(found.user !== undefined && { annotator: `doccano user ${found.user}` }),
    },
  ];
}

function anchorOf({ offsets, words }: DoccanoSpan): Anchor {
  return words === undefined ? { offsets } : { offsets, words };
}
