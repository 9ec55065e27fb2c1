import {
  ATTRIBUTES,
  type Attributes,
  attributesOf,
  NO_ATTRIBUTES,
  readAttributes,
} from '../../domain/attributes.ts';
import { readAnswers } from '../../domain/codebook/answers.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { type Answers, ownField } from '../../domain/codebook/field.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { shortened, storable } from '../../domain/import.ts';
import type { Tag } from '../../domain/tag.ts';
import type { IncomingAnnotation } from '../../formats/incoming.ts';
import { attributeName } from '../../messages/en/attributes.ts';
import { t } from '../../messages/language.ts';

/** What is kept of an annotation's attributes. */
export interface IncomingContent {
  readonly attributes: Attributes;
  readonly answers: Answers | null;
  /** A sentence for each attribute that could not be kept as one, and stands in the note. */
  readonly problems: readonly string[];
}

type Fields = Readonly<Record<string, string>>;

/**
 * Reads the attributes of an annotation. What its tag does not have or cannot be read becomes a line of the
 * note, after the file's own note and remarks; `notes` come last.
 */
export function incomingContent(
  codebook: Codebook,
  tag: Tag,
  source: IncomingAnnotation,
  notes: readonly string[],
): IncomingContent {
  const fields = fieldsOf(source);
  const { attributes, answers, problems, misfits } = readLeniently(codebook, tag, fields);
  const lines = [fields.note ?? '', ...remarksOf(source), ...misfits, ...notes];
  const note = lines.filter((line) => line !== '').join('\n');
  if (note.length <= MAX_NOTE) {
    return { attributes: { ...attributes, note: note === '' ? null : note }, answers, problems };
  }
  const kept = shortened(note, MAX_NOTE / 2);
  const cut = t('outcome.noteCut', { words: note.slice(kept.length - 1) });
  return { attributes: { ...attributes, note: kept }, answers, problems: [...problems, cut] };
}

/** Most UTF-16 code units of a note. */
export const MAX_NOTE = ATTRIBUTES.find(({ name }) => name === 'note')?.maxLength ?? 0;

/** All that a file says of an annotation beside its words, a line each. */
export function fieldLines(source: IncomingAnnotation): string[] {
  const { note, ...others } = fieldsOf(source);
  return [
    ...(note ? [note] : []),
    ...remarksOf(source),
    ...Object.entries(others).map(([field, value]) => lineOf(field, value)),
  ];
}

function remarksOf({ remarks = [] }: IncomingAnnotation): string[] {
  return remarks.map((remark) => storable(remark).trim());
}

/** The fields that say something. */
function fieldsOf({ attributes }: IncomingAnnotation): Fields {
  const said = Object.entries(attributes).map(([field, value]) => [
    storable(field),
    storable(value ?? '')
      .replaceAll('\r\n', '\n')
      .trim(),
  ]);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

/** The attributes of a tag, and what of a file's fields is none of them. */
interface LenientReading {
  readonly attributes: Attributes;
  readonly answers: Answers | null;
  readonly problems: string[];
  /** Lines of the note. */
  readonly misfits: string[];
}

function readLeniently(codebook: Codebook, tag: Tag, fields: Fields): LenientReading {
  const asked = codebook.fields.filter(({ tags }) => tags.includes(tag)).map(({ key }) => ownField(key));
  const own = new Set([...attributesOf(tag).map(({ field }) => field), ...asked]);
  const { note: _, ...said } = fields;
  const reading: LenientReading = { attributes: NO_ATTRIBUTES, answers: null, problems: [], misfits: [] };
  const fitting: Record<string, string> = {};
  for (const [field, value] of Object.entries(said)) {
    if (own.has(field)) fitting[field] = value;
    else putAside(reading, field, value, t('outcome.noSuchField', { tag: t(`aTag.${tag}`) }));
  }
  return { ...reading, ...readFitting(codebook, tag, fitting, reading) };
}

function readFitting(
  codebook: Codebook,
  tag: Tag,
  fields: Fields,
  reading: LenientReading,
): Pick<LenientReading, 'attributes' | 'answers'> {
  try {
    return { attributes: readAttributes(tag, fields), answers: readAnswers(codebook, tag, fields) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    // An upper end without a value is told as a lack of the value, which is not there to be put aside.
    const wrong = Object.keys(fields).filter((field) => field in error.fields);
    const asides = wrong.length > 0 ? wrong : Object.keys(fields).filter((field) => field === 'value_max');
    if (asides.length === 0) throw error;
    for (const field of asides) {
      putAside(reading, field, fields[field] ?? '', error.fields[field] ?? t('outcome.noLowerEnd'));
    }
    return readFitting(codebook, tag, without(fields, asides), reading);
  }
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)));
}

function putAside(reading: LenientReading, field: string, value: string, why: string): void {
  reading.misfits.push(lineOf(field, value));
  reading.problems.push(t('outcome.inNote', { field: lineOf(field, shortened(value, 80)), why }));
}

function lineOf(field: string, value: string): string {
  const rule = ATTRIBUTES.find((each) => each.field === field);
  return `${rule ? attributeName[rule.name] : field}: ${value}`;
}

/** ISO 8601 with a time; without a zone it is taken for UTC. */
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** When an annotation was made and changed, as the file says; one time stands for both, else `now`. */
export function incomingTimes({ createdAt, updatedAt }: IncomingAnnotation, now: Date) {
  const made = parseTime(createdAt);
  const changed = parseTime(updatedAt);
  const first = made ?? changed ?? now;
  return { createdAt: first, updatedAt: changed && changed > first ? changed : first };
}

function parseTime(written: string | undefined): Date | undefined {
  const [whole, zone] = TIME.exec(written?.trim() ?? '') ?? [];
  if (whole === undefined) return undefined;
  const time = new Date(`${whole.replace(' ', 'T')}${zone === undefined ? 'Z' : ''}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
