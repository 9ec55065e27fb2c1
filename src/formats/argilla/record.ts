import { t } from '../../messages/language.ts';
import { largest } from '../../text/extremes.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import type { JsonRecord } from '../reading/json-records.ts';
import { marksOf } from '../reading/marks-in-json.ts';
import { textOfRecord } from '../reading/text-of-record.ts';
import { asObject } from '../reading/tool-marks.ts';
import { type Answer, answersIn, isBareResponses } from './answers.ts';

/** Whether a value is a record of Argilla: fields with answers to questions, nested or flat. */
export function isArgilla(value: unknown): boolean {
  const record = asObject(value);
  if (!record) return false;
  const isNested =
    asObject(record.fields) !== undefined && ('responses' in record || 'suggestions' in record);
  const isFlat = Object.keys(record).some((key) => /.\.(?:responses|suggestion)$/.test(key));
  return isNested || isFlat || Object.values(record).some(isBareResponses);
}

/** Reads one record: its text, and what people answered; what models suggested only where nobody answered. */
export function* readRecord({ place, value }: JsonRecord): Generator<IncomingDocument | UnreadableRecord> {
  const record = asObject(value);
  const { people, models } = answersIn(record ?? {});
  const answers = people.length > 0 ? people : models;
  const fields = asObject(record?.fields) ?? textsIn(record ?? {});
  const text = textOfRecord(fields, largest([0, ...answers.flatMap(endsOf)]));
  if (!record || text === undefined) return yield { place, reason: t('record.noText') };
  let number = 0;
  const next = () => t('place.spanIn', { place, number: String(++number) });
  yield {
    place,
    text,
    details: foundDetails(record.metadata, fields, record),
    annotations: answers.flatMap((answer) => annotationsOf(answer, next, people.length === 0)),
  };
}

/** Of a flat record, what is no answer. */
function textsIn(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !key.includes('.') && key !== 'status'));
}

function endsOf({ value }: Answer): number[] {
  return listOf(value).flatMap((item) => marksOf(item).map(({ span }) => span.end));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** An answer is a list of spans; or one or several labels, or a text, about the whole record. */
function annotationsOf(
  { question, value, user }: Answer,
  next: () => string,
  isSuggestion: boolean,
): IncomingAnnotation[] {
  return listOf(value).flatMap((item): IncomingAnnotation[] => {
    const about = { attributes: {}, annotator: user, ...(isSuggestion && { origin: 'suggestion' as const }) };
    const marks = marksOf(item);
    if (marks.length > 0) {
      return marks.map(({ label, span, words }) => ({
        ...about,
        place: next(),
        label,
        // Argilla is written in Python.
        anchors: [{ offsets: { ...span, unit: 'code-points' }, ...(words !== undefined && { words }) }],
      }));
    }
    if (typeof item !== 'string' && typeof item !== 'number') return [];
    return [{ ...about, place: next(), label: question, anchors: [], remarks: [`${question}: ${item}`] }];
  });
}
