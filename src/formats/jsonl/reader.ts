import { z } from 'zod';
import { ORIGINS } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { ownFieldKey, writeAnswer } from '../../domain/codebook/field.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import { OUR_KEY } from '../format.ts';
import type {
  AnnotationReader,
  IncomingAnnotation,
  IncomingDocument,
  UnreadableRecord,
} from '../incoming.ts';
import { readComments, readSpan } from '../reading/doccano.ts';
import { foundDetails } from '../reading/found-details.ts';
import { firstRecords, type JsonRecord, readEachRecord } from '../reading/json-records.ts';
import { identifier, list, listOf, text, words } from '../reading/lenient.ts';
import { sayValue } from '../reading/say-value.ts';
import { isoTime } from '../reading/times.ts';
import { offsetShape, offsetsOf } from './offsets.ts';
import { readCodings } from './read-codings.ts';

/** Reads the lines that `jsonl` writes, also after doccano took them in and gave them out again. */
export const jsonlReader: AnnotationReader = {
  key: 'jsonl',
  get name() {
    return t('readerName.jsonlines');
  },
  recognises: (file) => firstRecords(file).some((record) => ourLine.safeParse(record).success),
  read: (file) => readEachRecord(file, readLine),
};

const ourLine = z.looseObject({ [OUR_KEY]: z.number() });

const lineShape = z.looseObject({ id: words, text, annotations: list, label: list, codings: list });

const partShape = z.looseObject({ text, ...offsetShape });

const annotationShape = z.looseObject({
  id: identifier,
  tag: z.string(),
  parts: listOf(partShape),
  annotator: words,
  origin: z.enum(ORIGINS).optional().catch(undefined),
  created_at: text,
  updated_at: text,
});

type WrittenAnnotation = z.infer<typeof annotationShape>;
type WrittenPart = z.infer<typeof partShape>;

function* readLine({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const { data: line } = lineShape.safeParse(value);
  if (!line) return yield { place, reason: t('record.notArticle') };
  const annotations: IncomingAnnotation[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const [index, written] of line.annotations.entries()) {
    const at = t('place.annotationIn', { place, number: String(index + 1) });
    const { data } = annotationShape.safeParse(written);
    if (data) annotations.push(toIncoming(data, at));
    else unreadable.push({ place: at, reason: t('record.noTagField') });
  }
  yield {
    place,
    articleId: line.id,
    text: line.text,
    details: foundDetails(value),
    annotations: [
      ...annotations,
      ...labelsBeside(line.label, annotations, place),
      ...readComments(value, place),
    ],
    ...readCodings(line.codings, place),
  };
  yield* unreadable;
}

function toIncoming(written: WrittenAnnotation, place: string): IncomingAnnotation {
  const remarks = remarksOf(written);
  return {
    id: written.id,
    place,
    label: written.tag,
    anchors: written.parts.map(anchorOf),
    attributes: attributesOf(written),
    ...(remarks.length > 0 && { remarks }),
    annotator: written.annotator,
    origin: written.origin,
    createdAt: isoTime(written.created_at),
    updatedAt: isoTime(written.updated_at),
  };
}

function anchorOf(part: WrittenPart): Anchor {
  const offsets = offsetsOf(part);
  return { offsets, words: part.text };
}

function attributesOf(written: WrittenAnnotation): IncomingAnnotation['attributes'] {
  const given = ATTRIBUTES.flatMap(({ field }) => {
    const value = written[field];
    return isScalar(value) ? [[field, String(value)] as const] : [];
  });
  return { ...Object.fromEntries(given), ...ownFieldsOf(written) };
}

/** A project's own fields hold what JSON has: a list of choices, yes as `true`. */
function ownFieldsOf(written: WrittenAnnotation): Record<string, string> {
  const own = Object.entries(written).flatMap(([name, value]) => {
    const answer = ownFieldKey(name) === undefined ? undefined : answerSchema.safeParse(value).data;
    return answer === undefined ? [] : [[name, writeAnswer(answer)] as const];
  });
  return Object.fromEntries(own);
}

const answerSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** What an annotation of ours says; in which coding it comes back is chosen when it is imported. */
const KNOWN = new Set([
  ...Object.keys(annotationShape.shape),
  ...ATTRIBUTES.map(({ field }) => field),
  'coding',
]);

/** What somebody's program added to an annotation. */
function remarksOf(written: WrittenAnnotation): string[] {
  return Object.entries(written)
    .filter(([key, value]) => !KNOWN.has(key) && ownFieldKey(key) === undefined && value !== null)
    .map(([key, value]) => `${key}: ${sayValue(value)}`);
}

/** What was marked in doccano since: labels that are no part of an annotation of ours. */
function labelsBeside(
  labels: readonly unknown[],
  annotations: readonly IncomingAnnotation[],
  place: string,
): IncomingAnnotation[] {
  const known = new Set(annotations.flatMap(({ anchors, label }) => anchors.map((one) => keyOf(one, label))));
  return labels.flatMap((label, index) => {
    const span = readSpan(label, 'utf16');
    if (!span || known.has(keyOf(span, span.label))) return [];
    const { offsets } = span;
    return [
      {
        place: t('place.labelIn', { place, number: String(index + 1) }),
        label: span.label,
        anchors: [{ offsets }],
        attributes: {},
      },
    ];
  });
}

function keyOf({ offsets }: Anchor, label: string): string {
  return `${offsets?.start}-${offsets?.end}-${label}`;
}
